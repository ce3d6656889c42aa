"""On whatever days it is looked at, somebody is reminded once, in time, and never after that."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.clocks.clock import Clock
from domain.message import Event
from domain.refusal import NotAtThisStage
from domain.reminders.events import HolderReminded, ReminderDropped
from tests.kit.reliefs import suspended
from tests.unit.reminders.records import licence, round_on

EXPIRY = date(2020, 5, 24)
RENEWABLE = licence(valid_until=EXPIRY, years=6)
_WAITS = st.tuples(st.integers(1, 9), st.booleans())


@given(
    begin=st.integers(0, 400),
    looks=st.lists(_WAITS, max_size=60),
    relieved=st.none() | st.integers(0, 90),
)
def test_nobody_is_reminded_too_early_too_late_or_twice(
    begin: int, looks: list[tuple[int, bool]], relieved: int | None
) -> None:
    first = date(2020, 1, 25)
    last = first + timedelta(days=relieved or 0)
    reliefs = [] if relieved is None else [suspended(Clock.LIC_RENEW, last=last)]
    ends_on = EXPIRY if relieved is None else EXPIRY + timedelta(days=relieved + 1)
    opens_on = ends_on - timedelta(days=90)
    day, history = date(2019, 10, 1) + timedelta(days=begin), list[Event]()
    for wait, applied in looks:
        if history and isinstance(history[-1], HolderReminded | ReminderDropped):
            with pytest.raises(NotAtThisStage):
                round_on(day, RENEWABLE, history, reliefs)
            break
        came = round_on(day, RENEWABLE, history, reliefs, application_open=applied)
        told = [each for each in came if isinstance(each, HolderReminded)]
        assert bool(told) == (opens_on <= day <= ends_on and not applied)
        assert [each.until for each in told] == [ends_on] * len(told)
        history += came
        day += timedelta(days=wait)
    assert all(one != other for one, other in pairwise(history))
