"""A plate number is that of one vehicle or one case, and is kept for whoever had it before."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.hidden import shown
from domain.message import Event
from domain.numbers.commands import (
    GiveUpNumber,
    IssueNumber,
    NumberCommand,
    OfferNumber,
    ReleaseReservation,
    ReserveNumber,
    TakeNumber,
)
from domain.numbers.events import (
    PlateNumberEvent,
    PlateNumberIssued,
    PlateNumberLocked,
    PlateNumberOffered,
    PlateNumberReleased,
    PlateNumberReserved,
)
from domain.numbers.number import NUMBER
from domain.numbers.refusals import (
    PlateNumberAboutToBeIssued,
    PlateNumberKept,
    PlateNumberOnOffer,
    PlateNumberReservedForAnother,
    PlateNumberTaken,
)
from domain.numbers.stage import NumberStage
from domain.numbers.state import plate_number
from domain.people import Actor, Role
from domain.services.catalogue import CATALOGUE

WINDOW, CAR, OTHER_CAR, CHOICE, OTHER_CHOICE = (UUID(int=n) for n in range(1, 6))
MONDAY = date(2020, 3, 2)
NOON = datetime(2020, 3, 2, 4, tzinfo=UTC)
UNTIL = NOON + timedelta(seconds=90)
TAKEN = PlateNumberLocked(case=WINDOW, vehicle=CAR)
BORNE = PlateNumberIssued(case=CAR, vehicle=CAR)
KEPT = PlateNumberReleased(
    case=CAR, stage=NumberStage.FREE, kept_until=date(2021, 3, 2), kept_for_index=b"owner"
)
OFFERED = PlateNumberOffered(case=CHOICE, offered_until=UNTIL)
RESERVED = PlateNumberReserved(case=CHOICE, vehicle=CAR, owner_index=b"buyer", reserved_on=MONDAY)
OFFER = OfferNumber(case=CHOICE, until=UNTIL)
RESERVE = ReserveNumber(case=CHOICE, vehicle=CAR, owner=b"buyer")
RELEASE = ReleaseReservation(case=CHOICE)


def after(
    command: NumberCommand, *history: PlateNumberEvent, at: datetime = NOON
) -> tuple[Event, ...]:
    circumstances = Circumstances(
        at, Actor(Role.CLERK, "clerk"), command.case, CATALOGUE, Calendar()
    )
    return NUMBER.decide(NUMBER.fold(history), command, circumstances, linked=True).events


def noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


def take(vehicle: UUID = CAR, owner: bytes | None = b"buyer") -> TakeNumber:
    return TakeNumber(case=WINDOW, vehicle=vehicle, owner=owner)


def give_up(vehicle: UUID = CAR, owner: bytes | None = b"owner") -> GiveUpNumber:
    return GiveUpNumber(case=WINDOW, vehicle=vehicle, owner=owner)


def issue(vehicle: UUID = CAR) -> IssueNumber:
    return IssueNumber(case=vehicle, vehicle=vehicle)


def test_a_free_number_is_taken_once_for_a_vehicle() -> None:
    assert after(take()) == (TAKEN,)
    assert after(take(), TAKEN) == ()


def test_no_other_vehicle_gets_it() -> None:
    for history in (TAKEN, BORNE):
        with pytest.raises(PlateNumberTaken):
            after(take(OTHER_CAR), history)


def test_what_another_register_says_of_it_is_no_fault_of_anybody() -> None:
    assert after(issue(OTHER_CAR), TAKEN) == ()
    assert after(issue(OTHER_CAR), BORNE) == ()
    assert after(issue(OTHER_CAR), RESERVED) == ()
    (borne,) = after(issue(OTHER_CAR), TAKEN, KEPT)
    assert isinstance(borne, PlateNumberIssued)
    assert borne.vehicle == OTHER_CAR


def test_a_number_that_is_given_up_is_kept_for_a_year_for_who_had_it() -> None:
    (released,) = after(give_up(), TAKEN)
    assert released == replace(KEPT, case=WINDOW)
    with pytest.raises(PlateNumberKept) as refused:
        after(take(OTHER_CAR), TAKEN, KEPT, at=noon(date(2021, 3, 2)))
    assert refused.value.free_on == date(2021, 3, 3)
    assert after(take(OTHER_CAR), TAKEN, KEPT, at=noon(date(2021, 3, 3)))
    assert after(take(OTHER_CAR, b"owner"), TAKEN, KEPT)


def test_a_number_that_no_vehicle_has_borne_is_free_at_once() -> None:
    (released,) = after(give_up(owner=None), TAKEN)
    assert isinstance(released, PlateNumberReleased)
    assert after(take(OTHER_CAR), TAKEN, released)


def test_it_stays_kept_for_whoever_applied_with_it_and_did_not_get_it() -> None:
    (anew,) = after(take(OTHER_CAR, b"owner"), TAKEN, KEPT)
    assert isinstance(anew, PlateNumberLocked)
    (released,) = after(give_up(OTHER_CAR, owner=None), TAKEN, KEPT, anew)
    assert isinstance(released, PlateNumberReleased)
    with pytest.raises(PlateNumberKept):
        after(take(CAR), TAKEN, KEPT, anew, released)
    assert after(take(CAR, b"owner"), TAKEN, KEPT, anew, released)


def test_two_cases_of_one_vehicle_do_not_share_a_number() -> None:
    second = replace(take(), case=UUID(int=9))
    with pytest.raises(PlateNumberTaken):
        after(second, TAKEN)
    assert after(replace(give_up(owner=None), case=UUID(int=9)), TAKEN) == ()


def test_a_case_that_fails_does_not_take_its_number_from_a_vehicle_that_bears_it() -> None:
    assert after(take(), BORNE) == ()
    assert after(give_up(owner=None), BORNE) == ()
    assert after(replace(give_up(), case=CAR), BORNE)


def test_nobody_gives_up_the_number_of_another_vehicle() -> None:
    assert after(give_up(OTHER_CAR), TAKEN) == ()
    assert after(give_up(), TAKEN, KEPT) == ()


def test_what_is_offered_may_be_chosen_by_one_until_the_last_instant() -> None:
    assert after(OFFER) == (OFFERED,)
    assert after(RESERVE, OFFERED, at=UNTIL) == (RESERVED,)
    other = replace(RESERVE, case=OTHER_CHOICE, vehicle=OTHER_CAR)
    with pytest.raises(PlateNumberOnOffer) as refused:
        after(other, OFFERED, at=UNTIL)
    assert refused.value.free_after == UNTIL


def test_an_offer_runs_out_by_itself_and_without_an_event() -> None:
    late = UNTIL + timedelta(seconds=1)
    other = replace(RESERVE, case=OTHER_CHOICE, vehicle=OTHER_CAR)
    (reserved,) = after(other, OFFERED, at=late)
    assert isinstance(reserved, PlateNumberReserved)
    assert reserved.case == OTHER_CHOICE
    assert after(replace(OFFER, case=OTHER_CHOICE), OFFERED, at=late)


def test_nobody_is_offered_a_number_that_somebody_has_or_that_is_kept() -> None:
    for had in (RESERVED, TAKEN, BORNE):
        with pytest.raises(PlateNumberTaken):
            after(replace(OFFER, case=OTHER_CHOICE), had)
    with pytest.raises(PlateNumberKept):
        after(OFFER, TAKEN, KEPT)


def test_whoever_comes_second_is_told_that_it_is_taken() -> None:
    for had in (RESERVED, TAKEN, BORNE):
        with pytest.raises(PlateNumberTaken):
            after(replace(RESERVE, case=OTHER_CHOICE), had)


def test_a_number_that_is_kept_is_reserved_by_whom_it_is_kept_for_alone() -> None:
    with pytest.raises(PlateNumberKept):
        after(RESERVE, TAKEN, KEPT)
    assert after(replace(RESERVE, owner=b"owner"), TAKEN, KEPT)


def test_the_window_that_registers_the_vehicle_gets_what_its_owner_has_reserved() -> None:
    (locked,) = after(take(), RESERVED)
    assert locked == replace(TAKEN, reservation=CHOICE)
    (issued,) = after(issue(), RESERVED, replace(TAKEN, reservation=CHOICE))
    assert issued == PlateNumberIssued(case=WINDOW, vehicle=CAR, reservation=CHOICE)


def test_another_vehicle_or_another_owner_does_not_get_it() -> None:
    with pytest.raises(PlateNumberTaken):
        after(take(OTHER_CAR), RESERVED)
    with pytest.raises(PlateNumberReservedForAnother):
        after(take(owner=b"another"), RESERVED)


def test_a_registration_that_fails_leaves_the_number_reserved() -> None:
    locked = replace(TAKEN, reservation=CHOICE)
    (released,) = after(give_up(owner=None), RESERVED, locked)
    assert isinstance(released, PlateNumberReleased)
    assert released.stage is NumberStage.RESERVED
    assert after(take(), RESERVED, locked, released) == (locked,)
    with pytest.raises(PlateNumberTaken):
        after(replace(RESERVE, case=OTHER_CHOICE), RESERVED, locked, released)


def test_a_reservation_that_ends_frees_the_number_for_everybody() -> None:
    (released,) = after(RELEASE, RESERVED)
    assert isinstance(released, PlateNumberReleased)
    assert after(replace(RESERVE, case=OTHER_CHOICE), RESERVED, released)
    assert after(RELEASE, RESERVED, released) == ()
    assert after(replace(RELEASE, case=OTHER_CHOICE), RESERVED) == ()


def test_it_does_not_end_while_a_window_is_about_to_issue_the_number() -> None:
    with pytest.raises(PlateNumberAboutToBeIssued):
        after(RELEASE, RESERVED, replace(TAKEN, reservation=CHOICE))
    issued = PlateNumberIssued(case=WINDOW, vehicle=CAR, reservation=CHOICE)
    assert after(RELEASE, RESERVED, replace(TAKEN, reservation=CHOICE), issued) == ()


def test_the_same_number_of_another_kind_is_another_one_and_nobody_sees_for_whom_it_is_kept() -> (
    None
):
    assert plate_number(b"01:A") != plate_number(b"02:A")
    assert "kept_for_index" not in shown(NUMBER.fold([TAKEN, KEPT]))
