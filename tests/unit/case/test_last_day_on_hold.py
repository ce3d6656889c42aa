"""A clock that a hold stops on its last day, or after it."""

from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from domain.calendar import end_of_day
from domain.case.deadlines.events import ClockRestarted, ClockStopped
from domain.case.delivery.events import PickupExpired
from domain.case.grounds import StopReason
from domain.case.intake.events import (
    CorrectionExpired,
    CorrectionRequested,
    PaymentExpired,
)
from domain.case.vocabulary import CaseEvent
from domain.clocks.clock import Clock
from domain.message import PassDeadline
from tests.unit.case import situations as s
from tests.unit.case.examples import DEFECT
from tests.unit.case.given import Given, given
from tests.unit.case.held import OVER, RELIEF, TO_CORRECT, moved, released_on, set_on


@pytest.mark.parametrize(
    ("history", "clock", "last"),
    [
        (TO_CORRECT, Clock.CORRECTION_REPLY, date(2020, 3, 24)),
        (s.APPROVED, Clock.DELIVER_10, date(2020, 3, 19)),
    ],
)
@pytest.mark.parametrize("restarted_on", [date(2020, 4, 11), date(2020, 4, 12)])
def test_with_no_day_left_a_term_in_working_days_ends_on_the_next_one(
    history: tuple[CaseEvent, ...], clock: Clock, last: date, restarted_on: date
) -> None:
    """11 and 12 April are a weekend."""
    held = set_on(last, given(history))
    released_on(restarted_on, held).then(
        OVER, moved(clock, last, date(2020, 4, 13), since=restarted_on)
    )


def test_a_calendar_term_with_no_day_left_ends_on_the_next_day() -> None:
    held = set_on(date(2020, 4, 6), given(s.READY_FOR_PICKUP))
    released_on(date(2020, 4, 10), held).then(
        OVER, moved(Clock.PICKUP_HOLD, date(2020, 4, 6), date(2020, 4, 11), since=date(2020, 4, 10))
    )


@pytest.mark.parametrize(
    ("history", "clock", "breached", "then"),
    [
        (s.UNPAID, Clock.PAY_HOLD, s.PAY_BY, PaymentExpired),
        (
            TO_CORRECT,
            Clock.CORRECTION_REPLY,
            end_of_day(date(2020, 3, 24)),
            CorrectionExpired,
        ),
        (
            s.READY_FOR_PICKUP,
            Clock.PICKUP_HOLD,
            end_of_day(date(2020, 4, 6)),
            PickupExpired,
        ),
    ],
)
def test_what_was_over_before_the_hold_is_over_after_it(
    history: tuple[CaseEvent, ...], clock: Clock, breached: datetime, then: type[CaseEvent]
) -> None:
    held = set_on(breached, given(history))
    released = breached + timedelta(days=60, hours=3)
    case = released_on(released, held).case
    over = Given(case).when(PassDeadline(clock=clock), by=s.TIMEKEEPER, on=released)
    assert [type(event) for event in over.decided] == [then]


def test_the_last_friday_is_over_on_saturday() -> None:
    friday, saturday = date(2020, 3, 20), date(2020, 3, 21)
    late = given(*s.SUBMITTED, CorrectionRequested(defects=(DEFECT,), reply_by=friday))
    case = released_on(date(2020, 4, 10), set_on(saturday, late)).case
    assert case.deadline
    assert case.deadline.on == date(2020, 4, 9)


def test_the_statutory_clock_goes_on_to_the_next_working_day_if_none_is_left() -> None:
    """11 April is a Saturday."""
    stopped = ClockStopped(reason=StopReason.RELIEF, days_left=0)
    held = set_on(s.DECIDE_BY, given(s.IN_REVIEW))
    released = released_on(date(2020, 4, 11), held)
    released.then(OVER, ClockRestarted(decide_by=date(2020, 4, 13), old=s.DECIDE_BY))
    again = given(s.IN_REVIEW).when(RELIEF, by=s.LEADER, on=s.DECIDE_BY)
    assert again.decided[-1] == stopped


def test_the_statutory_clock_that_was_over_on_a_weekend_is_not_revived() -> None:
    friday, sunday = date(2020, 3, 20), date(2020, 3, 22)
    late = given(*s.ACCEPTED[:-1], replace(s.ACCEPTED_EVENT, decide_by=friday))
    held = late.when(RELIEF, by=s.LEADER, on=sunday)
    assert held.decided[-1] == ClockStopped(reason=StopReason.RELIEF, days_left=-1)
    released_on(date(2020, 4, 11), Given(held.case)).then(
        OVER, ClockRestarted(decide_by=date(2020, 4, 10), old=friday)
    )
