"""Whatever reliefs there are: none takes time away, and the same ones give the same deadline."""

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.extended import due_with, relieved
from domain.clocks.grace import CANCELLING, kept_until
from domain.clocks.plates import barred_until, reserved_until
from domain.clocks.relief import RELIEVABLE, Addition, Relief, Suspension
from domain.clocks.remedies import reconsideration_by
from domain.clocks.table import TERMS
from domain.clocks.terms import Days, Months

JUDGED_ON = date(2020, 2, 24)
SINCE = date(2019, 1, 1)
CALENDAR = Calendar()
CLOCKS = sorted(RELIEVABLE)
DAYS = st.dates(date(2019, 1, 1), date(2022, 12, 31))


@st.composite
def suspensions(draw: st.DrawFn) -> Suspension:
    first = draw(DAYS)
    length = draw(st.none() | st.integers(0, 400))
    last = None if length is None else first + timedelta(days=length)
    return Suspension(draw(_CLOCKS), first, last, draw(st.booleans()))


@st.composite
def additions(draw: st.DrawFn) -> Addition:
    first = draw(DAYS)
    term = draw(st.builds(Days, st.integers(1, 400)) | st.builds(Months, st.integers(1, 24)))
    return Addition(draw(_CLOCKS), first, first + timedelta(days=draw(st.integers(0, 400))), term)


_CLOCKS = st.frozensets(st.sampled_from(CLOCKS), min_size=1)
RELIEFS = st.lists(suspensions() | additions(), max_size=5)


def _last(clock: Clock, start: date, reliefs: list[Relief]) -> date:
    """A clock that is held open ends after every other."""
    if clock in TERMS:
        found = due_with(clock, start, judged_on=JUDGED_ON, calendar=CALENDAR, reliefs=reliefs)
    else:
        assert clock is Clock.PRESELECT_HOLD
        found = reserved_until(start, 15, CALENDAR, reliefs)
    return found or date.max


@given(st.sampled_from(CLOCKS), DAYS, RELIEFS, suspensions() | additions())
def test_no_relief_moves_a_deadline_earlier(
    clock: Clock, start: date, reliefs: list[Relief], another: Relief
) -> None:
    assert _last(clock, start, []) <= _last(clock, start, reliefs)
    assert _last(clock, start, reliefs) <= _last(clock, start, [*reliefs, another])


@given(st.sampled_from(CLOCKS), DAYS, RELIEFS, st.randoms(use_true_random=False))
def test_the_same_reliefs_in_any_order_give_the_same_deadline(
    clock: Clock, start: date, reliefs: list[Relief], order: Random
) -> None:
    shuffled = [*reliefs, *reliefs[:1]]
    order.shuffle(shuffled)
    assert _last(clock, start, shuffled) == _last(clock, start, reliefs)


@given(st.sampled_from(sorted(CANCELLING)), DAYS, RELIEFS, suspensions() | additions())
def test_the_days_of_grace_take_nothing_away_from_anybody(
    clock: Clock, last: date, reliefs: list[Relief], another: Relief
) -> None:
    def until(reliefs: list[Relief]) -> date:
        found = kept_until(clock, last, reliefs, since=SINCE, judged_on=JUDGED_ON)
        return found or date.max

    assert (relieved(clock, last, reliefs, since=SINCE) or date.max) <= until(reliefs)
    assert last <= until(reliefs) <= until([*reliefs, another])


@given(DAYS, RELIEFS, suspensions() | additions())
def test_no_relief_bars_anybody_earlier(
    start: date, reliefs: list[Relief], another: Relief
) -> None:
    def until(reliefs: list[Relief]) -> date:
        found = barred_until(start, 15, judged_on=start, calendar=CALENDAR, reliefs=reliefs)
        return found or date.max

    assert until(reliefs) <= until([*reliefs, another])


@given(DAYS, RELIEFS)
def test_suspended_days_are_left_out_of_working_days_one_by_one(
    start: date, reliefs: list[Relief]
) -> None:
    suspensions = [each for each in reliefs if isinstance(each, Suspension) and not each.revive]
    mine = [each for each in suspensions if Clock.PRESELECT_HOLD in each.clocks]
    day, left = start, 15
    while left and day < date(2026, 1, 1):
        day += timedelta(days=1)
        suspended = any(each.first <= day <= (each.last or day) for each in mine)
        left -= CALENDAR.is_working_day(day) and not suspended
    until = reserved_until(start, 15, CALENDAR, suspensions)
    assert until == (day if not left else None)


@given(DAYS, st.lists(st.tuples(DAYS, st.none() | DAYS), max_size=3))
def test_no_obstacle_takes_days_from_a_reconsideration(
    known_on: date, spans: list[tuple[date, date | None]]
) -> None:
    def until(spans: list[tuple[date, date | None]]) -> date:
        found = reconsideration_by(known_on, judged_on=known_on, calendar=CALENDAR, hindered=spans)
        return found or date.max

    assert until([]) <= until(spans[:1]) <= until(spans)
