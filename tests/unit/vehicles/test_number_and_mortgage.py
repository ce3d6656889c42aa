"""The number that a vehicle gets with its owner, its mortgage, and both undone."""

from uuid import UUID

from msgspec.structs import replace

from domain.identifiers.plate import PlateKind
from domain.register.changes import MortgageLifted, VehicleMortgaged
from domain.register.document import HandedOut, TakenBack
from domain.register.vehicle import Mortgage
from domain.vehicles.events import VehicleOutcomeUndone
from domain.vehicles.vehicle import VEHICLE
from tests.kit.decided import CASE
from tests.unit.licences.situations import TODAY
from tests.unit.vehicles.outcomes import BUYER, ENTERED, OTHER, PASSED, RECORD, changed, undone

MORTGAGED, RELEASED = VehicleMortgaged(mortgaged_on=TODAY), MortgageLifted(lifted_on=TODAY)


def test_with_its_owner_a_vehicle_gets_another_number_and_with_his_fall_its_own_again() -> None:
    passed = replace(PASSED, plate_kind=PlateKind.SMALL_NEV)
    history = changed(ENTERED, CASE, passed, to=replace(BUYER, plate_no=b"another"))
    record = VEHICLE.fold(history).record
    assert (record.plate_no, record.plate_kind) == (b"another", PlateKind.SMALL_NEV)
    assert record.taken_back == (TakenBack(what=HandedOut.DOCUMENT, case=CASE, taken_on=TODAY),)
    state = VEHICLE.fold([*history, *undone(history, passed)])
    assert replace(state.record, void=()) == RECORD
    assert RECORD.plate_no


def test_a_mortgage_that_falls_is_none_and_a_release_that_falls_leaves_it() -> None:
    mortgaged = changed(ENTERED, CASE, MORTGAGED)
    assert VEHICLE.fold(mortgaged).record.mortgage == Mortgage(mortgaged_on=TODAY, case=CASE)
    state = VEHICLE.fold([*mortgaged, *undone(mortgaged, MORTGAGED)])
    assert state.record == RECORD
    by_another = changed(ENTERED, OTHER, MORTGAGED)
    released = changed(by_another, CASE, RELEASED)
    assert VEHICLE.fold(released).record.mortgage is None
    again = VEHICLE.fold([*released, *undone(released, RELEASED)]).record
    assert again.mortgage == Mortgage(mortgaged_on=TODAY, case=OTHER)


def test_a_transfer_is_built_on_the_release_that_allowed_it() -> None:
    history = changed(changed(ENTERED, UUID(int=8), MORTGAGED), CASE, RELEASED)
    history = changed(history, OTHER, PASSED, to=BUYER)
    (event,) = undone(history, RELEASED, anew=(RELEASED,))
    assert isinstance(event, VehicleOutcomeUndone)
    assert (event.built_on_by, event.left_out) == ((OTHER,), (RELEASED,))


def test_a_transfer_that_names_no_number_leaves_the_one_that_it_has() -> None:
    record = VEHICLE.fold(changed(ENTERED, CASE, PASSED, to=BUYER)).record
    assert (record.plate_no, record.plate_kind) == (RECORD.plate_no, RECORD.plate_kind)
    assert record.taken_back == ()
