"""Every working day of a case is booked to whoever had it, with the reason."""

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import given as drawn
from hypothesis import strategies as st

from domain.calendar import Calendar
from domain.case.booked_days import BookedDay, booked_days
from domain.case.deadlines.events import ClockRestarted, ClockStopped
from domain.case.grounds import Hold, StopReason
from domain.case.overlays.events import HoldReleased, HoldSet
from domain.case.vocabulary import CaseEvent
from domain.clocks.pause import working_day_after, working_days_left
from domain.clocks.spent_on import SpentOn
from tests.unit.case import situations as s
from tests.unit.projections.recording import record

CALENDAR = Calendar()
TODAY = date(2020, 3, 13)


def booked(
    *told: tuple[date, CaseEvent], history: Sequence[CaseEvent] = s.SUBMITTED, today: date = TODAY
) -> list[BookedDay]:
    events = [*((s.SUBMITTED_ON, each) for each in history), *told]
    recorded = [record(event, n, on) for n, (on, event) in enumerate(events, start=1)]
    return list(booked_days(recorded, today, CALENDAR))


def on(day: date, days: Sequence[BookedDay]) -> tuple[SpentOn, str, bool]:
    (found,) = [each for each in days if each.on == day]
    return found.spent_on, found.reason, found.counts


def test_each_working_day_is_booked_once_and_no_other_day() -> None:
    days = [each.on for each in booked((s.ACCEPTED_ON, s.ACCEPTED_EVENT))]
    assert days == [date(2020, 3, day) for day in (3, 4, 5, 6, 9, 10, 11, 12, 13)]


def test_the_day_of_acceptance_does_not_count_yet() -> None:
    days = booked((s.ACCEPTED_ON, s.ACCEPTED_EVENT))
    assert on(s.ACCEPTED_ON, days) == (SpentOn.OFFICE, "submitted", False)
    assert on(s.REVIEWED_ON, days) == (SpentOn.OFFICE, "accepted", True)


def test_a_hold_by_which_the_clock_stops_is_a_suspension_from_the_next_day_on() -> None:
    monday, thursday = date(2020, 3, 9), date(2020, 3, 12)
    days = booked(
        (s.ACCEPTED_ON, s.ACCEPTED_EVENT),
        (monday, HoldSet(kind=Hold.RELIEF)),
        (monday, ClockStopped(reason=StopReason.RELIEF, days_left=11)),
        (thursday, HoldReleased(kind=Hold.RELIEF)),
        (thursday, ClockRestarted(decide_by=date(2020, 3, 27))),
    )
    assert on(monday, days) == (SpentOn.OFFICE, "accepted", True)
    assert on(thursday, days) == (SpentOn.SUSPENSION, "relief", False)
    assert on(TODAY, days) == (SpentOn.OFFICE, "accepted", True)
    suspended = [each for each in days if each.spent_on is SpentOn.SUSPENSION]
    assert len(suspended) == 3


def test_a_window_that_is_closed_costs_the_office_its_own_days() -> None:
    held = HoldSet(kind=Hold.OFFICE_SUSPENDED)
    days = booked((s.ACCEPTED_ON, s.ACCEPTED_EVENT), (s.REVIEWED_ON, held))
    assert on(TODAY, days) == (SpentOn.OFFICE, "office_suspended", True)


def test_the_way_of_a_parcel_is_the_post_s() -> None:
    assert on(TODAY, booked(history=s.IN_POST)) == (SpentOn.POST, "in_post", False)


def test_whoever_is_to_collect_it_has_it_unless_the_window_is_closed() -> None:
    assert on(TODAY, booked(history=s.READY_FOR_PICKUP))[0] is SpentOn.CITIZEN
    held = HoldSet(kind=Hold.OFFICE_SUSPENDED)
    closed = booked((s.REVIEWED_ON, held), history=s.READY_FOR_PICKUP)
    assert on(TODAY, closed)[:2] == (SpentOn.SUSPENSION, "office_suspended")


def test_a_case_that_has_ended_spends_no_days() -> None:
    assert booked(history=s.REFUSED) == []


@drawn(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 30)), max_size=4), st.integers(0, 10))
def test_what_counts_is_what_is_gone_of_the_term(stops: list[tuple[int, int]], then: int) -> None:
    """Whenever it stops and goes on: what counted and what is left are the term."""
    day, last = s.ACCEPTED_ON, s.DECIDE_BY
    term = CALENDAR.between(day, last)
    told: list[tuple[date, CaseEvent]] = [(day, s.ACCEPTED_EVENT)]
    for runs, rests in stops:
        stopped = day + timedelta(days=runs)
        left = working_days_left(last, stopped, CALENDAR)
        if left < 1:
            break
        day = stopped + timedelta(days=rests)
        last = working_day_after(day, left, CALENDAR)
        told += [
            (stopped, HoldSet(kind=Hold.RELIEF)),
            (stopped, ClockStopped(reason=StopReason.RELIEF, days_left=left)),
            (day, HoldReleased(kind=Hold.RELIEF)),
            (day, ClockRestarted(decide_by=last)),
        ]
    today = min(day + timedelta(days=then), last)
    days = booked(*told, today=today)
    counted = sum(each.counts for each in days)
    assert counted + CALENDAR.between(today, last) == term
    assert [each.on for each in days] == sorted({each.on for each in days})
    worked = CALENDAR.between(s.SUBMITTED_ON, today)
    assert len(days) == worked, "no working day is lost, and none is booked twice"
