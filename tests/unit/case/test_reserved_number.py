"""A number is held for the registration of its vehicle, and used or lost."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.bans.commands import ImposeBan
from domain.bans.state import BanGround
from domain.case.deadlines.commands import FollowOpenings
from domain.case.deadlines.events import DeadlineExtended
from domain.case.grounds import Hold, RecountGround
from domain.case.overlays.events import HoldReleased, HoldSet
from domain.case.reservation import commands, events
from domain.case.reservation.reasons import ReservationMismatch
from domain.case.stage import Stage
from domain.clocks.clock import Clock
from domain.message import Command, CountReliefs
from domain.numbers.commands import ReleaseReservation
from domain.numbers.events import PlateNumberLocked, PlateNumberReserved
from domain.numbers.number import NUMBER
from domain.people import Actor
from tests.kit.reliefs import added, suspended
from tests.unit.case import situations as s
from tests.unit.case.given import STREAM, given
from tests.unit.case.reserved import A_NUMBER, BARRED, CAR, DAY, HELD, OVER, RESERVED, decided


def test_a_hold_that_ends_frees_the_number_and_bars_its_owner() -> None:
    too_early = given(*HELD).when(OVER, by=s.TIMEKEEPER, on=RESERVED.hold_until)
    assert too_early.refusal
    ended = decided(OVER, *HELD, on=RESERVED.hold_until + timedelta(1))
    assert [type(each) for each in ended.events] == [events.ReservationExpired]
    assert ended.after.stage is Stage.LAPSED
    given_up = [link.command for link in ended.links if link.stream in (A_NUMBER, BARRED)]
    assert [type(each) for each in given_up] == [ReleaseReservation, ImposeBan]


@pytest.mark.parametrize(
    ("command", "by"),
    [
        (OVER, s.TIMEKEEPER),
        (commands.VoidReservation(reason=ReservationMismatch.NAME), s.REVIEWER),
    ],
)
def test_nobody_is_barred_for_what_a_stranger_has_chosen_in_his_name(
    command: Command, by: Actor
) -> None:
    unproven = replace(HELD[0], applicant_proven=False)
    day = RESERVED.hold_until + timedelta(1)
    ended = decided(command, unproven, *HELD[1:], by=by, on=day)
    given_up = [link.command for link in ended.links if link.stream in (A_NUMBER, BARRED)]
    assert [type(each) for each in given_up] == [ReleaseReservation]


@pytest.mark.requirement("R33")
def test_a_relief_keeps_the_number_and_begins_no_bar() -> None:
    day = RESERVED.hold_until + timedelta(1)
    under = [added(Clock.PRESELECT_HOLD, months=3, last=RESERVED.hold_until)]
    moved = given(*HELD).when(OVER, by=s.TIMEKEEPER, on=day, under=under)
    (extended,) = moved.decided
    assert isinstance(extended, DeadlineExtended)
    assert moved.case.stage is Stage.NUMBER_RESERVED
    open_end = [suspended(Clock.PRESELECT_HOLD)]
    given(*HELD).when(CountReliefs(), by=s.TIMEKEEPER, on=DAY, under=open_end)
    held_open = given(*HELD).when(OVER, by=s.TIMEKEEPER, on=day, under=open_end)
    assert held_open.case.deadline
    assert held_open.case.deadline.is_open


@pytest.mark.requirement("R33")
def test_a_hold_that_ends_while_registration_is_closed_rests_until_fifteen_days_after() -> None:
    """The owner could not come, so the office does not count these days."""
    day = RESERVED.hold_until + timedelta(1)
    resting = given(*HELD).when(OVER, by=s.TIMEKEEPER, on=day, closed=[s.ZHENGZHOU])
    (hold,) = resting.decided
    assert isinstance(hold, HoldSet)
    opened_on = date(2020, 4, 1)
    again = given(*HELD, hold).when(
        FollowOpenings(), by=s.TIMEKEEPER, on=opened_on, closed=[s.ZHENGZHOU], opened=opened_on
    )
    released, extended = again.decided
    assert isinstance(released, HoldReleased)
    assert isinstance(extended, DeadlineExtended)
    assert extended.relief == Hold.OFFICE_SUSPENDED
    assert extended.new == date(2020, 4, 23)


def test_whoever_stands_at_the_window_already_is_in_time() -> None:
    reserved = PlateNumberReserved(case=STREAM, vehicle=CAR, owner_index=b"owner", reserved_on=DAY)
    locked = PlateNumberLocked(case=UUID(int=9), vehicle=CAR, reservation=STREAM)
    seen = {A_NUMBER: NUMBER.fold([reserved, locked])}
    waits = decided(OVER, *HELD, on=RESERVED.hold_until + timedelta(1), seen=seen)
    (extended,) = waits.events
    assert isinstance(extended, DeadlineExtended)
    assert extended.relief == RecountGround.REGISTRATION_BEGUN
    assert waits.links == ()


def test_the_registration_confirms_the_number() -> None:
    confirmed = decided(commands.ConfirmNumber(registration=UUID(int=9)), *HELD)
    assert confirmed.events == (events.NumberConfirmed(registration=UUID(int=9)),)
    assert confirmed.after.stage is Stage.COMPLETED
    assert [link for link in confirmed.links if link.stream in (A_NUMBER, BARRED)] == []


def test_what_differs_from_the_originals_is_void_and_bars_its_owner() -> None:
    voided = decided(
        commands.VoidReservation(reason=ReservationMismatch.NAME), *HELD, by=s.REVIEWER
    )
    (void,) = voided.events
    assert isinstance(void, events.ReservationVoided)
    assert (void.officer, void.reason) == (s.REVIEWER.person, ReservationMismatch.NAME)
    ban = next(link.command for link in voided.links if link.stream == BARRED)
    assert isinstance(ban, ImposeBan)
    assert (ban.case, ban.ground) == (STREAM, BanGround.RESERVATION_VOIDED)
