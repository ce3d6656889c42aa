"""A relief moves the day the case waits for later, never earlier."""

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.case.deadlines.commands import ExtendDeadline
from domain.case.deadlines.events import ClockStopped, DeadlineExtended
from domain.case.deadlines.refusals import ReliefNotLater
from domain.case.deadlines.timers import timer
from domain.case.grounds import StopReason
from domain.case.state import Running
from domain.case.vocabulary import CaseEvent
from domain.refusal import NotAsThingsStand, NotAtThisStage, NotPermitted
from tests.unit.case import situations as s
from tests.unit.case.given import given


def extend(to: date) -> ExtendDeadline:
    return ExtendDeadline(to=to, relief="epidemic-2020")


def extended(clock: str, old: date, new: date) -> DeadlineExtended:
    return DeadlineExtended(clock=clock, old=old, new=new, relief="epidemic-2020")


@pytest.mark.parametrize(
    ("history", "clock", "old"),
    [
        (s.SUBMITTED, "ACCEPT_1", date(2020, 3, 3)),
        (s.APPROVED, "DELIVER_10", date(2020, 3, 19)),
        (s.READY_FOR_PICKUP, "PICKUP_HOLD", date(2020, 4, 6)),
        (s.RETURNED, "RETURN_HOLD", date(2020, 6, 9)),
    ],
)
def test_the_deadline_of_the_stage_is_moved(
    history: tuple[CaseEvent, ...], clock: str, old: date
) -> None:
    new = date(2020, 9, 30)
    case = (
        given(history)
        .when(extend(new), by=s.TIMEKEEPER, on=s.APPROVED_ON)
        .then(extended(clock, old, new))
        .case
    )
    assert case.deadline is not None
    assert (case.deadline.clock, case.deadline.on) == (clock, new)


def test_the_statutory_clock_is_moved_while_nothing_else_is_waited_for() -> None:
    new = s.DECIDE_BY + timedelta(days=30)
    case = (
        given(s.IN_REVIEW)
        .when(extend(new), by=s.TIMEKEEPER, on=s.APPROVED_ON)
        .then(extended("DECIDE", s.DECIDE_BY, new))
        .case
    )
    assert case.clock == Running(new)


def test_a_payment_period_keeps_its_hour() -> None:
    case = (
        given(s.UNPAID)
        .when(extend(date(2020, 3, 13)), by=s.TIMEKEEPER, on=s.SUBMITTED_ON)
        .then(extended("PAY_HOLD", date(2020, 3, 3), date(2020, 3, 13)))
        .case
    )
    runs = timer(case)
    assert runs is not None
    assert runs.at == datetime(2020, 3, 13, 2, tzinfo=UTC)


@pytest.mark.parametrize("days", [0, -1])
def test_a_relief_is_never_earlier(days: int) -> None:
    given(s.IN_REVIEW).when(
        extend(s.DECIDE_BY + timedelta(days=days)), by=s.TIMEKEEPER, on=s.APPROVED_ON
    ).then_refused(ReliefNotLater)


def test_a_clock_at_rest_has_no_deadline_to_move() -> None:
    at_rest = ClockStopped(reason=StopReason.RELIEF, days_left=6)
    given(s.IN_REVIEW, at_rest).when(
        extend(date(2020, 9, 30)), by=s.TIMEKEEPER, on=s.APPROVED_ON
    ).then_refused(NotAsThingsStand, command="ExtendDeadline")


def test_reliefs_are_applied_by_the_service_to_open_cases_only() -> None:
    given(s.IN_REVIEW).when(extend(date(2020, 9, 30)), by=s.LEADER, on=s.APPROVED_ON).then_refused(
        NotPermitted
    )
    given(s.REFUSED).when(
        extend(date(2020, 9, 30)), by=s.TIMEKEEPER, on=s.APPROVED_ON
    ).then_refused(NotAtThisStage)
