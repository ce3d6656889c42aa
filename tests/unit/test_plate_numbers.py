"""A plate number is that of one vehicle, and is kept for whoever had it before."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.claims.claim import CLAIM
from domain.claims.commands import ClaimCommand, GiveUpNumber, TakeNumber
from domain.claims.events import ClaimEvent, ClaimReleased, ClaimTaken
from domain.claims.kind import ClaimKind
from domain.claims.refusals import PlateNumberKept, PlateNumberTaken
from domain.claims.state import plate_number
from domain.hidden import shown
from domain.message import Event
from domain.people import Actor, Role
from domain.services.catalogue import CATALOGUE

CASE, CAR, OTHER_CAR = UUID(int=1), UUID(int=2), UUID(int=3)
MONDAY = date(2020, 3, 2)
NUMBER = ClaimKind.PLATE_NUMBER
TAKEN = ClaimTaken(kind=NUMBER, case=CASE, taken_on=MONDAY, vehicle=CAR)
KEPT = ClaimReleased(kind=NUMBER, case=CAR, kept_until=date(2021, 3, 2), kept_for_index=b"owner")


def after(command: ClaimCommand, *history: ClaimEvent, on: date = MONDAY) -> tuple[Event, ...]:
    at = Circumstances(
        datetime(on.year, on.month, on.day, 1, tzinfo=UTC),
        Actor(Role.CLERK, "clerk"),
        CASE,
        CATALOGUE,
        Calendar(),
    )
    return CLAIM.decide(CLAIM.fold(history), command, at, linked=True).events


def take(
    vehicle: UUID = CAR, owner: bytes | None = b"buyer", *, on_record: bool = False
) -> TakeNumber:
    return TakeNumber(kind=NUMBER, case=CASE, vehicle=vehicle, owner=owner, on_record=on_record)


def give_up(vehicle: UUID = CAR, owner: bytes | None = b"owner") -> GiveUpNumber:
    return GiveUpNumber(kind=NUMBER, case=CASE, vehicle=vehicle, owner=owner)


def test_a_free_number_is_taken_once_for_a_vehicle() -> None:
    assert after(take()) == (TAKEN,)
    assert after(take(), TAKEN) == ()


def test_no_other_vehicle_gets_it() -> None:
    with pytest.raises(PlateNumberTaken):
        after(take(OTHER_CAR), TAKEN)


def test_what_another_register_says_of_it_is_no_fault_of_anybody() -> None:
    assert after(take(OTHER_CAR, on_record=True), TAKEN) == ()
    (taken,) = after(take(OTHER_CAR, on_record=True), TAKEN, KEPT)
    assert isinstance(taken, ClaimTaken)
    assert taken.vehicle == OTHER_CAR


def test_a_number_that_is_given_up_is_kept_for_a_year_for_who_had_it() -> None:
    (released,) = after(give_up(), TAKEN)
    assert released == ClaimReleased(
        kind=NUMBER, case=CASE, kept_until=date(2021, 3, 2), kept_for_index=b"owner"
    )
    with pytest.raises(PlateNumberKept) as refused:
        after(take(OTHER_CAR), TAKEN, KEPT, on=date(2021, 3, 2))
    assert refused.value.free_on == date(2021, 3, 3)
    assert after(take(OTHER_CAR), TAKEN, KEPT, on=date(2021, 3, 3))
    assert after(take(OTHER_CAR, b"owner"), TAKEN, KEPT)


def test_a_number_that_no_vehicle_has_borne_is_free_at_once() -> None:
    (released,) = after(give_up(owner=None), TAKEN)
    assert isinstance(released, ClaimReleased)
    assert after(take(OTHER_CAR), TAKEN, released)


def test_it_stays_kept_for_whoever_applied_with_it_and_did_not_get_it() -> None:
    (anew,) = after(take(OTHER_CAR, b"owner"), TAKEN, KEPT)
    assert isinstance(anew, ClaimTaken)
    (released,) = after(give_up(OTHER_CAR, owner=None), TAKEN, KEPT, anew)
    assert isinstance(released, ClaimReleased)
    with pytest.raises(PlateNumberKept):
        after(take(CAR), TAKEN, KEPT, anew, released)
    assert after(take(CAR, b"owner"), TAKEN, KEPT, anew, released)


def test_two_cases_of_one_vehicle_do_not_share_a_number() -> None:
    second = replace(take(), case=UUID(int=9))
    with pytest.raises(PlateNumberTaken):
        after(second, TAKEN)
    assert after(replace(give_up(owner=None), case=UUID(int=9)), TAKEN) == ()


def test_a_case_that_fails_does_not_take_its_number_from_a_vehicle_that_bears_it() -> None:
    borne = ClaimTaken(kind=NUMBER, case=CAR, taken_on=MONDAY, vehicle=CAR)
    assert after(take(), borne) == ()
    assert after(give_up(owner=None), borne) == ()
    assert after(replace(give_up(), case=CAR), borne)


def test_nobody_gives_up_the_number_of_another_vehicle() -> None:
    assert after(give_up(OTHER_CAR), TAKEN) == ()
    assert after(give_up(), TAKEN, KEPT) == ()


def test_the_same_number_of_another_kind_is_another_one_and_nobody_sees_for_whom_it_is_kept() -> (
    None
):
    assert plate_number(b"01:A") != plate_number(b"02:A")
    assert "kept_for_index" not in shown(CLAIM.fold([TAKEN, KEPT]))
