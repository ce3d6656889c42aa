"""Whatever reliefs there are: none takes time away, and the same ones give the same deadline."""

from datetime import date, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from domain.clocks.clock import Clock
from domain.clocks.licence import licence_due
from domain.clocks.relief import RELIEVABLE, Addition, Relief, Suspension
from domain.clocks.table import TERMS
from domain.clocks.terms import Days, Months

JUDGED_ON = date(2020, 2, 24)
CLOCKS = sorted(RELIEVABLE & TERMS.keys())
DAYS = st.dates(date(2019, 1, 1), date(2022, 12, 31))


@st.composite
def suspensions(draw: st.DrawFn) -> Suspension:
    first = draw(DAYS)
    length = draw(st.none() | st.integers(0, 400))
    last = None if length is None else first + timedelta(days=length)
    return Suspension(draw(_CLOCKS), first, last)


@st.composite
def additions(draw: st.DrawFn) -> Addition:
    first = draw(DAYS)
    term = draw(st.builds(Days, st.integers(1, 400)) | st.builds(Months, st.integers(1, 24)))
    return Addition(draw(_CLOCKS), first, first + timedelta(days=draw(st.integers(0, 400))), term)


_CLOCKS = st.frozensets(st.sampled_from(CLOCKS), min_size=1)
RELIEFS = st.lists(suspensions() | additions(), max_size=5)


def _last(clock: Clock, start: date, reliefs: list[Relief]) -> date:
    """A clock that is held open ends after every other."""
    return licence_due(clock, start, judged_on=JUDGED_ON, reliefs=reliefs) or date.max


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
