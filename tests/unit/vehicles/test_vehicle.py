"""The register carries out what outcomes change in a vehicle, and tells what has run out."""

from datetime import UTC, date, datetime

import pytest
from msgspec.structs import replace

from domain.calendar import end_of_day, start_of_day
from domain.clocks.clock import Clock
from domain.hidden import shown
from domain.message import Event, PassDeadline
from domain.people import Actor, Role
from domain.refusal import NotAsThingsStand, NotPermitted, Unknown
from domain.register.changes import (
    AnyChange,
    ContactChanged,
    DocumentReissued,
    InspectionExtended,
    LicenceRenewed,
    NeverRegistered,
    TemporaryPlateIssued,
)
from domain.register.contact import FiledContact
from domain.register.document import IssuedDocument
from domain.register.vehicle import TemporaryPlate, VehicleState, VehicleType
from domain.timer import Timer
from domain.vehicles.commands import ChangeVehicle, EnterVehicle
from domain.vehicles.events import (
    InspectionLapsed,
    InspectionValidityExtended,
    OwnerContactFiled,
    TempPlateExpired,
    TempPlateRegistered,
    VehicleDocumentReissued,
    VehicleEntered,
)
from domain.vehicles.vehicle import VEHICLE
from tests.kit.decided import CASE, decided
from tests.kit.register_records import normal_vehicle

TODAY = date(2020, 3, 2)
NOW = datetime(2020, 3, 2, 1, tzinfo=UTC)
RECORD = replace(normal_vehicle(TODAY), inspected_until=date(2020, 5, 31))
ENTERED = VehicleEntered(record=RECORD, entered_on=TODAY)
CONTACT = OwnerContactFiled(case=CASE, part="details")
PLATE = TempPlateRegistered(case=CASE, issued_on=TODAY, valid_to=date(2020, 3, 17), counted=True)
EXPIRED = TempPlateExpired(valid_to=date(2020, 3, 17))
LAPSED = InspectionLapsed(inspected_until=date(2020, 5, 31))
PLATE_DUE = PassDeadline(clock=Clock.TEMP_PLATE)
MARK_DUE = PassDeadline(clock=Clock.INSP_DUE)


def change(*changes: AnyChange, history: tuple[Event, ...] = (ENTERED,)) -> tuple[Event, ...]:
    return decided(VEHICLE, ChangeVehicle(case=CASE, changes=changes), history, NOW)


def test_a_record_is_entered_as_a_whole() -> None:
    assert decided(VEHICLE, EnterVehicle(record=RECORD), [], NOW) == (ENTERED,)
    assert VEHICLE.fold([ENTERED]).record == RECORD


def test_the_same_record_is_entered_once_and_another_takes_its_place() -> None:
    assert decided(VEHICLE, EnterVehicle(record=RECORD), [ENTERED], NOW) == ()
    other = replace(RECORD, seats=4)
    (again,) = decided(VEHICLE, EnterVehicle(record=other), [ENTERED, PLATE], NOW)
    assert VEHICLE.fold([ENTERED, PLATE, again]).record == other


def test_a_contact_stays_with_its_owner_and_goes_with_him() -> None:
    same, other = replace(RECORD, seats=4), replace(RECORD, owner=b"another")
    filed = [ENTERED, CONTACT]
    kept = VEHICLE.fold([*filed, VehicleEntered(record=same, entered_on=TODAY)])
    gone = VEHICLE.fold([*filed, VehicleEntered(record=other, entered_on=TODAY)])
    assert (kept.contact, gone.contact) == (FiledContact(CASE, "details"), None)


def test_a_contact_is_a_reference_to_the_case_in_which_it_is_sealed() -> None:
    assert change(ContactChanged()) == (CONTACT,)
    assert VEHICLE.fold([ENTERED, CONTACT]).contact == FiledContact(CASE, "details")


def test_a_reissued_document_is_kept_beside_those_before_it() -> None:
    (event,) = change(DocumentReissued(service="plate_reissue"))
    assert event == VehicleDocumentReissued(case=CASE, service="plate_reissue", issued_on=TODAY)
    issued = VEHICLE.fold([ENTERED, event, event]).record.issued
    assert issued == (IssuedDocument("plate_reissue", "", TODAY, CASE),) * 2


def test_a_temporary_plate_is_registered_and_counted() -> None:
    asked = TemporaryPlateIssued(issued_on=TODAY, valid_to=date(2020, 3, 17), counted=True)
    assert change(asked) == (PLATE,)
    plates = VEHICLE.fold([ENTERED, PLATE]).record.temporary_plates
    assert plates == (TemporaryPlate(TODAY, date(2020, 3, 17), True),)


def test_the_inspection_is_extended_from_the_end_of_its_validity_and_no_letter_is_left() -> None:
    (event,) = change(InspectionExtended(months=24))
    assert event == InspectionValidityExtended(case=CASE, inspected_until=date(2022, 5, 31))
    after = VEHICLE.fold([ENTERED, LAPSED, event]).record
    assert after.inspected_until == date(2022, 5, 31)
    assert after.states == {VehicleState.NORMAL}


def test_a_mark_shows_a_month_so_it_is_good_to_the_last_day_of_one() -> None:
    entered = replace(ENTERED, record=replace(RECORD, inspected_until=date(2020, 2, 29)))
    (event,) = change(InspectionExtended(months=24), history=(entered,))
    assert event == InspectionValidityExtended(case=CASE, inspected_until=date(2022, 2, 28))


def test_several_changes_are_as_many_events_in_their_order() -> None:
    both = change(ContactChanged(), DocumentReissued(service="driving_permit_reissue"))
    assert [type(each) for each in both] == [OwnerContactFiled, VehicleDocumentReissued]


def test_what_only_a_licence_can_have_changes_no_vehicle() -> None:
    assert change(LicenceRenewed(renewed_on=TODAY)) == ()


def test_nothing_is_changed_in_a_vehicle_that_is_not_on_record() -> None:
    with pytest.raises(Unknown):
        change(ContactChanged(), history=())


def test_a_vehicle_that_nobody_registered_is_entered_with_its_first_temporary_plate() -> None:
    issued = TemporaryPlateIssued(
        issued_on=TODAY,
        valid_to=date(2020, 3, 17),
        counted=True,
        vehicle=NeverRegistered(office="410100", type=VehicleType.VAN, seats=7),
    )
    events = change(issued, history=())
    record = VEHICLE.fold(events).record
    assert events[1:] == (PLATE,)
    assert (record.office, record.type, record.seats) == ("410100", VehicleType.VAN, 7)
    assert (record.owner, record.registered_on) == (b"", None)
    assert record.temporary_plates == (TemporaryPlate(TODAY, date(2020, 3, 17)),)
    assert change(issued, history=events) == (PLATE,)
    with pytest.raises(Unknown):
        change(replace(issued, vehicle=None), history=())


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.SYSTEM}))
def test_nobody_changes_the_register_by_hand(role: Role) -> None:
    for command in (EnterVehicle(record=RECORD), ChangeVehicle(case=CASE, changes=())):
        with pytest.raises(NotPermitted):
            decided(VEHICLE, command, [ENTERED], NOW, Actor(role, "who", "410100"))


def test_a_temporary_plate_is_void_from_the_day_after_its_last_one() -> None:
    over = end_of_day(date(2020, 3, 17))
    assert VEHICLE.timer
    assert VEHICLE.timer(VEHICLE.fold([ENTERED, PLATE])) == Timer(Clock.TEMP_PLATE, over)
    assert decided(VEHICLE, PLATE_DUE, [ENTERED, PLATE], over) == (EXPIRED,)


@pytest.mark.parametrize(
    ("history", "command", "now"),
    [
        ([ENTERED, PLATE], PLATE_DUE, start_of_day(date(2020, 3, 17))),
        ([ENTERED, PLATE, EXPIRED], PLATE_DUE, end_of_day(date(2020, 4, 1))),
        ([ENTERED], PLATE_DUE, end_of_day(date(2020, 4, 1))),
        ([ENTERED], MARK_DUE, start_of_day(date(2020, 5, 31))),
        ([ENTERED, LAPSED], MARK_DUE, end_of_day(date(2020, 6, 30))),
    ],
)
def test_nothing_runs_out_early_or_twice(
    history: list[Event], command: PassDeadline, now: datetime
) -> None:
    with pytest.raises(NotAsThingsStand):
        decided(VEHICLE, command, history, now)


def test_the_inspection_is_overdue_from_the_day_after_its_month() -> None:
    over = end_of_day(date(2020, 5, 31))
    assert decided(VEHICLE, MARK_DUE, [ENTERED, PLATE, EXPIRED], over) == (LAPSED,)
    overdue = VEHICLE.fold([ENTERED, LAPSED])
    assert overdue.record.states == {VehicleState.INSPECTION_OVERDUE}
    assert VEHICLE.timer
    assert VEHICLE.timer(overdue) is None


def test_what_had_run_out_before_it_was_entered_is_not_told_as_news() -> None:
    plates = (TemporaryPlate(date(2017, 3, 1), date(2017, 3, 16)),)
    entered = replace(ENTERED, record=replace(RECORD, temporary_plates=plates))
    assert VEHICLE.timer
    timer = VEHICLE.timer(VEHICLE.fold([entered]))
    assert timer == Timer(Clock.INSP_DUE, end_of_day(date(2020, 5, 31)))


@pytest.mark.parametrize(
    "letter",
    [VehicleState.CANCELLED, VehicleState.CANCELLED_BY_FORCE, VehicleState.MOVED_OUT],
)
def test_nothing_runs_out_for_a_vehicle_that_is_gone(letter: VehicleState) -> None:
    entered = replace(ENTERED, record=replace(RECORD, states=frozenset({letter})))
    assert VEHICLE.timer
    assert VEHICLE.timer(VEHICLE.fold([entered, PLATE])) is None


def test_a_letter_that_an_outcome_does_not_concern_stays() -> None:
    open_violation = frozenset({VehicleState.VIOLATION_OPEN})
    entered = replace(ENTERED, record=replace(RECORD, states=open_violation))
    assert VEHICLE.fold([entered, LAPSED]).record.states == {"G", "Q"}
    extended = InspectionValidityExtended(case=CASE, inspected_until=date(2022, 5, 31))
    assert VEHICLE.fold([entered, LAPSED, extended]).record.states == open_violation


def test_no_index_of_the_owner_is_shown() -> None:
    assert {"owner", "owner_name"}.isdisjoint(shown(ENTERED)["record"])
    assert {"owner", "owner_name"}.isdisjoint(shown(VEHICLE.fold([ENTERED]))["record"])
    assert shown(ENTERED)["record"]["office"] == "410100"


def test_officials_of_the_office_see_it_and_nobody_else() -> None:
    state = VEHICLE.fold([ENTERED])
    owner = Actor(Role.SYSTEM, "import")
    sees = {
        role: VEHICLE.sees(Actor(role, "who", "410100"), state, owner)
        for role in (Role.CLERK, Role.SUPERVISOR, Role.HQ, Role.APPLICANT, Role.PARTNER)
    }
    assert [role for role, may in sees.items() if may] == [Role.CLERK, Role.SUPERVISOR, Role.HQ]
    assert not VEHICLE.sees(Actor(Role.CLERK, "who", "410300"), state, owner)
