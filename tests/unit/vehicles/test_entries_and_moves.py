"""A vehicle is altered, its record corrected, and it moves out of a prefecture and into another."""

from datetime import date
from uuid import UUID

from domain.identifiers.plate import PlateKind
from domain.message import Event
from domain.register.changes import OwnershipPassed
from domain.register.contact import APPLICANT, FiledContact
from domain.register.document import HandedOut
from domain.register.vehicle import Alteration, Energy, UseNature, VehicleState, VehicleType
from domain.register.vehicle_changes import AlterationMade, EntryCorrected, MovedIn, MovedOut
from domain.vehicles import events
from domain.vehicles.state import VehicleOnRecord
from domain.vehicles.timers import timer
from domain.vehicles.vehicle import VEHICLE
from tests.kit.decided import CASE
from tests.unit.licences.situations import TODAY
from tests.unit.vehicles.outcomes import BUYER, ENTERED, NEXT, OTHER, RECORD, changed, undone

TAXI = AlterationMade(altered_on=TODAY, alteration=Alteration.USE, use=UseNature.TAXI)
OUT = MovedOut(moved_on=TODAY, to="110105")
IN = MovedIn(
    office="410300",
    registered_on=date(2016, 5, 4),
    type=VehicleType.SEDAN,
    use=UseNature.NON_OPERATING,
    seats=5,
    energy=Energy.FUEL,
    plate_kind=PlateKind.SMALL_CAR,
    inspected_until=date(2020, 5, 31),
)
THIRD = UUID(int=8)


def fold(history: tuple[Event, ...]) -> VehicleOnRecord:
    return VEHICLE.fold(history)


def test_another_use_is_on_record_and_another_colour_changes_nothing_there() -> None:
    taxi = changed(ENTERED, CASE, TAXI)
    assert fold(taxi).record.use is UseNature.TAXI
    painted = AlterationMade(altered_on=TODAY, alteration=Alteration.COLOUR)
    assert fold(changed(ENTERED, CASE, painted)).record == RECORD


def test_only_what_is_named_is_corrected() -> None:
    right = EntryCorrected(corrected_on=TODAY, seats=7, energy=Energy.BEV)
    record = fold(changed(ENTERED, CASE, right)).record
    assert (record.seats, record.energy) == (7, Energy.BEV)
    assert (record.use, record.made_on) == (RECORD.use, RECORD.made_on)


def test_an_alteration_that_falls_is_undone_and_its_permit_is_void() -> None:
    history = changed(ENTERED, CASE, TAXI)
    fallen = undone(history, TAXI)
    record = fold((*history, *fallen)).record
    assert record.use is RECORD.use
    (void,) = record.void
    assert (void.what, void.issued_on) == (HandedOut.DOCUMENT, TODAY)


def test_whoever_corrected_what_was_altered_before_has_built_on_it() -> None:
    history = changed(
        changed(ENTERED, CASE, TAXI), OTHER, EntryCorrected(corrected_on=TODAY, seats=7)
    )
    (told,) = undone(history, TAXI)
    assert isinstance(told, events.VehicleOutcomeUndone)
    assert told.built_on_by == (OTHER,)


def test_a_vehicle_that_has_moved_out_has_no_plates_and_no_deadline_here() -> None:
    left = fold(changed(ENTERED, CASE, OUT))
    assert VehicleState.MOVED_OUT in left.record.states
    (taken,) = left.record.taken_back
    assert (taken.what, taken.taken_on) == (HandedOut.DOCUMENT, TODAY)
    assert timer(left) is None


def test_a_vehicle_comes_back_with_its_owner_and_what_it_had_here_before() -> None:
    history = changed(changed(ENTERED, CASE, OUT), OTHER, IN, to=BUYER)
    back = fold(history)
    assert back.record.states == {VehicleState.NORMAL}
    assert (back.record.office, back.record.owner) == ("410300", BUYER.owner)
    assert back.record.registered_on == date(2016, 5, 4)
    assert back.record.taken_back
    assert back.contact == FiledContact(OTHER, APPLICANT)


def test_a_vehicle_that_was_never_here_is_entered_as_it_comes() -> None:
    entered, moved = changed((), CASE, IN, to=BUYER)
    assert isinstance(entered, events.VehicleEntered)
    assert isinstance(moved, events.VehicleMovedIn)
    record = fold((entered, moved)).record
    assert record.owner == BUYER.owner
    assert record.inspected_until == date(2020, 5, 31)


def test_once_a_move_falls_a_person_looks_at_what_followed() -> None:
    passed = OwnershipPassed(passed_on=TODAY, use=UseNature.TAXI)
    moved = changed(changed(ENTERED, CASE, OUT), OTHER, IN, to=BUYER)
    (told,) = undone(changed(moved, THIRD, passed, to=NEXT), OUT)
    assert isinstance(told, events.VehicleOutcomeUndone)
    assert told.built_on_by == (OTHER, THIRD)
