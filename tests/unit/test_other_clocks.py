"""The deadlines of vehicles, exams, violations and bans, by worked examples of early 2020."""

from datetime import UTC, date, datetime

import pytest

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.extended import due_with
from domain.clocks.inspection import exempt_ends
from domain.clocks.plates import barred_until, chosen_until, reserved_until
from domain.clocks.relief import Relief, Suspension
from domain.clocks.remedies import reconsideration_by
from domain.clocks.table import due

CALENDAR = Calendar()
TODAY = date(2020, 2, 24)
EPIDEMIC = date(2020, 1, 25)


def _due(clock: Clock, start: date, judged_on: date = TODAY) -> date:
    return due(clock, start, judged_on=judged_on, calendar=CALENDAR)


@pytest.mark.parametrize(
    ("clock", "start", "last"),
    [
        (Clock.INSP_DUE, date(2020, 2, 29), date(2020, 2, 29)),
        (Clock.INSP_EXEMPT, date(2020, 2, 29), date(2020, 2, 29)),
        (Clock.TRANSFER_30, date(2020, 1, 31), date(2020, 3, 1)),
        (Clock.SCRAP_NOTICE, date(2020, 4, 30), date(2020, 2, 29)),
        (Clock.BAN_FALSE, date(2020, 2, 29), date(2021, 2, 28)),
        (Clock.BAN_FRAUD, date(2020, 2, 29), date(2023, 2, 28)),
        (Clock.BLACKLIST, date(2020, 2, 18), date(2022, 2, 18)),
        (Clock.EXAM_CANCEL, date(2020, 3, 2), date(2020, 3, 1)),
        (Clock.EXAM_RESULT, date(2020, 3, 2), date(2020, 2, 26)),
        (Clock.EXAM_RECORD, date(2020, 3, 6), date(2020, 3, 9)),
        (Clock.VIO_ENTER, date(2020, 1, 17), date(2020, 2, 7)),
        (Clock.VIO_PUBLISH, date(2020, 2, 7), date(2020, 2, 12)),
        (Clock.VIO_COME, date(2020, 1, 17), date(2020, 2, 14)),
        (Clock.VIO_COME_CAMERA, date(2020, 1, 31), date(2020, 3, 1)),
        (Clock.VIO_POSTPONED, date(2020, 3, 1), date(2020, 6, 1)),
        (Clock.RECON_ACCEPT, date(2020, 4, 30), date(2020, 5, 11)),
        (Clock.RECON_DECIDE, date(2020, 2, 24), date(2020, 4, 24)),
        (Clock.RECON_EXTENDED, date(2020, 4, 24), date(2020, 5, 24)),
    ],
)
def test_a_clock_counts_from_its_start(clock: Clock, start: date, last: date) -> None:
    assert _due(clock, start) == last


def test_since_may_2020_a_violation_is_entered_sooner_and_told_at_once() -> None:
    later = date(2020, 5, 1)
    assert _due(Clock.VIO_ENTER, date(2020, 5, 11), later) == date(2020, 5, 18)
    assert _due(Clock.VIO_PUBLISH, date(2020, 5, 18), later) == date(2020, 5, 18)


def test_an_exempt_vehicle_gets_its_mark_at_two_years_and_at_four() -> None:
    ends = exempt_ends(date(2018, 2, 3), judged_on=TODAY)
    assert ends == (date(2020, 2, 29), date(2022, 2, 28))


def test_a_number_is_chosen_within_twenty_minutes() -> None:
    opened_at = datetime(2020, 2, 24, 15, 50, tzinfo=UTC)
    assert chosen_until(opened_at, judged_on=TODAY) == datetime(2020, 2, 24, 16, 10, tzinfo=UTC)


def _epidemic(*clocks: Clock, last: date | None = None) -> Relief:
    return Suspension(frozenset(clocks), EPIDEMIC, last)


@pytest.mark.requirement("R33")
def test_working_days_under_a_relief_are_not_counted_and_holidays_are_not_counted_twice() -> None:
    relief = _epidemic(Clock.PRESELECT_HOLD, last=date(2020, 3, 31))
    reserved_on = date(2020, 1, 20)
    assert reserved_until(reserved_on, 15, CALENDAR) == date(2020, 2, 18)
    assert reserved_until(reserved_on, 15, CALENDAR, [relief]) == date(2020, 4, 17)


def test_a_suspension_of_holidays_alone_moves_no_working_day() -> None:
    relief = Suspension(frozenset({Clock.VIO_COME}), date(2020, 1, 25), date(2020, 2, 2))
    last = due_with(
        Clock.VIO_COME, date(2020, 1, 17), judged_on=TODAY, calendar=CALENDAR, reliefs=[relief]
    )
    assert last == date(2020, 2, 14)


@pytest.mark.requirement("R33")
def test_nobody_is_barred_while_a_relief_holds_the_number() -> None:
    def until(*reliefs: Relief) -> date | None:
        return barred_until(
            date(2020, 1, 20), 15, judged_on=TODAY, calendar=CALENDAR, reliefs=reliefs
        )

    assert until() == date(2022, 2, 18)
    assert until(_epidemic(Clock.PRESELECT_HOLD)) is None
    assert until(_epidemic(Clock.PRESELECT_HOLD, last=date(2020, 3, 31))) == date(2022, 4, 17)


def test_whoever_could_not_apply_has_the_rest_of_the_term_when_the_obstacle_is_gone() -> None:
    def until(*hindered: tuple[date, date | None]) -> date | None:
        return reconsideration_by(
            date(2020, 1, 10), judged_on=TODAY, calendar=CALENDAR, hindered=hindered
        )

    assert until() == date(2020, 3, 10)
    assert until((EPIDEMIC, date(2020, 3, 1))) == date(2020, 4, 16)
    assert until((EPIDEMIC, None)) is None
    assert until((date(2020, 3, 11), date(2020, 3, 20))) == date(2020, 3, 10)
