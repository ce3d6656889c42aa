"""A vehicle is as if an undone decision had changed nothing in it, and says what is void."""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec
import pytest
from msgspec.structs import replace

from domain.identifiers.plate import PlateKind
from domain.register.changes import (
    ContactChanged,
    DocumentReissued,
    InspectionExtended,
    LicenceRenewed,
    NeverRegistered,
    OutcomeUndone,
    TemporaryPlateIssued,
    Undoable,
    VehicleRegistered,
)
from domain.register.contact import FiledContact
from domain.register.document import HandedOut, VoidDocument
from domain.register.vehicle import Energy, UseNature, VehicleState, VehicleType
from domain.vehicles.changes import MEMORY
from domain.vehicles.commands import ChangeVehicle, EnterVehicle
from domain.vehicles.events import VehicleOutcomeUndone
from domain.vehicles.vehicle import VEHICLE
from tests.kit.decided import CASE, decided
from tests.unit.licences.situations import NOW, TODAY
from tests.unit.vehicles.outcomes import (
    BUYER,
    ENTERED,
    NEXT,
    OTHER,
    PASSED,
    RECORD,
    changed,
    undone,
)

EXTENDED = InspectionExtended(months=24)
PLATE = TemporaryPlateIssued(
    issued_on=TODAY,
    valid_to=TODAY + timedelta(days=15),
    counted=True,
    vehicle=NeverRegistered(office="410100", type=VehicleType.SEDAN, seats=5),
)
REISSUED = DocumentReissued(service="plate_reissue")
REGISTERED = VehicleRegistered(
    office="410300",
    registered_on=TODAY,
    type=VehicleType.SEDAN,
    use=UseNature.NON_OPERATING,
    seats=5,
    energy=Energy.FUEL,
    plate_kind=PlateKind.SMALL_CAR,
    inspected_until=date(2022, 3, 31),
)
PLATES_OF_IT = VoidDocument(what=HandedOut.DOCUMENT, case=CASE, void_from=TODAY, issued_on=TODAY)


def test_a_temporary_plate_that_was_sent_is_void_and_counts_no_more() -> None:
    history = changed(changed(ENTERED, CASE, REISSUED, PLATE), OTHER, PLATE)
    events = undone(history, REISSUED, PLATE)
    about = VoidDocument(what=HandedOut.DOCUMENT, case=CASE, void_from=TODAY, issued_on=TODAY)
    void = (about, replace(about, what=HandedOut.TEMPORARY_PLATE))
    assert events == (VehicleOutcomeUndone(case=CASE, void=void),)
    record = VEHICLE.fold([*history, *events]).record
    assert len(record.temporary_plates) == 1
    assert (record.issued, record.void) == ((), void)


def test_an_inspection_is_extended_once_and_not_twice() -> None:
    history = changed(ENTERED, CASE, EXTENDED)
    events = undone(history, EXTENDED, anew=(EXTENDED,))
    assert VEHICLE.fold([*history, *events]).record.inspected_until == (
        VEHICLE.fold(history).record.inspected_until
    )


def test_an_extension_that_others_have_built_on_is_left_to_a_person() -> None:
    history = changed(changed(ENTERED, CASE, EXTENDED), OTHER, EXTENDED)
    (event,) = undone(history, EXTENDED, anew=(EXTENDED,))
    assert isinstance(event, VehicleOutcomeUndone)
    assert (event.built_on_by, event.left_out) == ((OTHER,), (EXTENDED,))
    after = VEHICLE.fold([*history, event]).record
    assert after.inspected_until == VEHICLE.fold(history).record.inspected_until


def test_a_mark_that_had_lapsed_has_lapsed_again() -> None:
    lapsed = replace(
        RECORD,
        states=frozenset({VehicleState.INSPECTION_OVERDUE}),
        inspected_until=date(2020, 2, 29),
    )
    entered = decided(VEHICLE, EnterVehicle(record=lapsed), [], NOW)
    history = changed(entered, CASE, EXTENDED)
    assert VEHICLE.fold(history).record.states == {VehicleState.NORMAL}
    state = VEHICLE.fold([*history, *undone(history, EXTENDED)])
    assert replace(state.record, void=()) == lapsed


def test_a_vehicle_that_was_entered_with_its_plate_stays_without_one() -> None:
    history = changed((), CASE, PLATE)
    state = VEHICLE.fold([*history, *undone(history, PLATE)])
    assert state.record.temporary_plates == ()
    assert VEHICLE.timer
    assert VEHICLE.timer(state) is None


def test_a_vehicle_that_is_not_here_is_entered_with_the_plate_that_stands() -> None:
    events = undone((), PLATE, anew=(PLATE,))
    assert [type(each).__name__ for each in events] == ["VehicleEntered", "TempPlateRegistered"]
    assert MEMORY.without_outcome(VEHICLE.initial, CASE) == VEHICLE.initial


def test_what_only_a_licence_had_is_not_undone_in_a_vehicle() -> None:
    history = changed(ENTERED, CASE, EXTENDED)
    assert undone(history, LicenceRenewed(renewed_on=TODAY)) == ()


def test_a_vehicle_whose_transfer_falls_is_the_former_owner_s_and_its_papers_are_void() -> None:
    history = changed(ENTERED, CASE, PASSED, to=BUYER)
    assert VEHICLE.fold(history).record.owner == b"buyer"
    events = undone(history, PASSED)
    assert events == (VehicleOutcomeUndone(case=CASE, void=(PLATES_OF_IT,)),)
    state = VEHICLE.fold([*history, *events])
    assert replace(state.record, void=()) == RECORD
    assert state.contact is None


def test_who_has_bought_it_since_keeps_it_and_is_named() -> None:
    history = changed(changed(ENTERED, CASE, PASSED, to=BUYER), OTHER, PASSED, to=NEXT)
    (event,) = undone(history, PASSED, anew=(PASSED,), to=BUYER)
    assert isinstance(event, VehicleOutcomeUndone)
    assert (event.built_on_by, event.left_out) == ((OTHER,), (PASSED,))
    assert VEHICLE.fold([*history, event]).record.owner == b"next"


@pytest.mark.parametrize("change", [REISSUED, EXTENDED, ContactChanged()])
def test_whatever_the_new_owner_was_granted_is_built_on_the_transfer(change: Undoable) -> None:
    history = changed(changed(ENTERED, CASE, PASSED, to=BUYER), OTHER, change)
    (event,) = undone(history, PASSED)
    assert isinstance(event, VehicleOutcomeUndone)
    assert event.built_on_by == (OTHER,)


def test_what_has_fallen_itself_is_not_built_on_anything() -> None:
    history = changed(changed(ENTERED, CASE, PASSED, to=BUYER), OTHER, REISSUED)
    history = (
        *history,
        *decided(
            VEHICLE,
            ChangeVehicle(case=OTHER, changes=(OutcomeUndone(changes=(REISSUED,)),)),
            history,
            NOW,
        ),
    )
    assert undone(history, PASSED) == (VehicleOutcomeUndone(case=CASE, void=(PLATES_OF_IT,)),)


def test_a_registration_that_falls_leaves_a_vehicle_that_was_never_registered() -> None:
    before = changed((), OTHER, PLATE)
    history = changed(before, CASE, REGISTERED, to=BUYER)
    entered = VEHICLE.fold(history)
    assert entered.record.owner == b"buyer"
    assert entered.record.temporary_plates == VEHICLE.fold(before).record.temporary_plates
    assert entered.contact == FiledContact(CASE, "applicant")
    seen_anew = MEMORY.without_outcome(entered, CASE)
    assert seen_anew == VEHICLE.fold(before)
    events = undone(history, REGISTERED)
    assert events == (VehicleOutcomeUndone(case=CASE, void=(PLATES_OF_IT,)),)
    state = VEHICLE.fold([*history, *events])
    assert replace(state.record, void=()) == VEHICLE.fold(before).record
    assert state.contact is None


def test_one_that_nobody_knew_before_is_registered_and_may_be_registered_again() -> None:
    history = changed((), CASE, REGISTERED, to=BUYER)
    state = VEHICLE.fold([*history, *undone(history, REGISTERED)])
    assert (state.record.office, state.record.registered_on) == ("410300", None)
    again = VEHICLE.fold(changed((*history, *undone(history, REGISTERED)), OTHER, REGISTERED))
    assert (again.record.registered_on, again.record.void) == (TODAY, (PLATES_OF_IT,))
    assert [type(each).__name__ for each in history] == ["VehicleEntered", "RegistrationEntered"]


def test_a_registration_is_undone_and_entered_anew_at_once() -> None:
    history = changed((), CASE, REGISTERED, to=BUYER)
    corrected = replace(REGISTERED, seats=7)
    events = undone(history, REGISTERED, anew=(corrected,), to=NEXT)
    record = VEHICLE.fold([*history, *events]).record
    assert (record.owner, record.seats) == (b"next", 7)


def test_nothing_that_a_timer_looks_at_tells_whose_the_vehicle_is() -> None:
    passed, to = replace(PASSED, plate_kind=PlateKind.SMALL_CAR), replace(NEXT, plate_no=b"plate")
    history = changed(changed((), CASE, REGISTERED, to=BUYER), OTHER, passed, to=to)
    looked_at = VEHICLE.timed(VEHICLE.fold(history))
    assert not {b"buyer", b"next", b"plate"} & {*_texts(looked_at)}


def _texts(of: object) -> Iterator[object]:
    """Every value that stands anywhere in it."""
    if isinstance(of, msgspec.Struct):
        for each in of.__struct_fields__:
            yield from _texts(getattr(of, each))
    elif isinstance(of, tuple):
        for each in of:
            yield from _texts(each)
    else:
        yield of
