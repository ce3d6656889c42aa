"""A vehicle that has passed its inspection, and one whose registration is cancelled."""

from datetime import date

from msgspec.structs import replace

from domain.register.changes import InspectionPassed, MortgageLifted, VehicleDeregistered
from domain.register.document import HandedOut, TakenBack
from domain.register.vehicle import DeregistrationGround, VehicleState
from domain.vehicles.commands import EnterVehicle
from domain.vehicles.events import VehicleOutcomeUndone
from domain.vehicles.vehicle import VEHICLE
from tests.kit.decided import CASE, decided
from tests.unit.licences.situations import NOW, TODAY
from tests.unit.vehicles.outcomes import BUYER, ENTERED, OTHER, PASSED, RECORD, changed, undone

RELEASED = MortgageLifted(lifted_on=TODAY)
INSPECTED = InspectionPassed(inspected_on=TODAY)
ENDED = VehicleDeregistered(deregistered_on=TODAY, ground=DeregistrationGround.SCRAPPED)


def test_a_mark_that_had_lapsed_is_good_again_once_the_vehicle_has_passed() -> None:
    late = replace(
        RECORD,
        states=frozenset({VehicleState.INSPECTION_OVERDUE}),
        inspected_until=date(2020, 2, 29),
    )
    entered = decided(VEHICLE, EnterVehicle(record=late), [], NOW)
    history = changed(entered, CASE, INSPECTED)
    record = VEHICLE.fold(history).record
    assert record.states == {VehicleState.NORMAL}
    assert record.inspected_until
    assert record.inspected_until > TODAY
    (event,) = undone(history, INSPECTED)
    assert isinstance(event, VehicleOutcomeUndone)
    assert [each.what for each in event.void] == [HandedOut.INSPECTION_MARK]
    assert replace(VEHICLE.fold([*history, event]).record, void=()) == late


def test_a_second_inspection_is_built_on_the_first() -> None:
    history = changed(changed(ENTERED, CASE, INSPECTED), OTHER, INSPECTED)
    (event,) = undone(history, INSPECTED)
    assert isinstance(event, VehicleOutcomeUndone)
    assert event.built_on_by == (OTHER,)


def test_a_cancelled_vehicle_waits_for_no_day_and_is_registered_again_if_that_falls() -> None:
    history = changed(ENTERED, CASE, ENDED)
    state = VEHICLE.fold(history)
    assert state.record.states == {VehicleState.CANCELLED}
    assert state.record.taken_back == (
        TakenBack(what=HandedOut.DOCUMENT, case=CASE, taken_on=TODAY),
    )
    assert VEHICLE.timer
    assert VEHICLE.timer(state) is None
    assert VEHICLE.fold([*history, *undone(history, ENDED)]).record == RECORD


def test_the_end_is_built_on_the_release_or_the_transfer_before_it() -> None:
    for first, to in ((RELEASED, None), (PASSED, BUYER)):
        history = changed(changed(ENTERED, CASE, first, to=to), OTHER, ENDED)
        (event,) = undone(history, first)
        assert isinstance(event, VehicleOutcomeUndone)
        assert event.built_on_by == (OTHER,)
