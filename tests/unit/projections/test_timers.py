"""Which timer of a stream runs, whatever its kind."""

from collections.abc import Sequence
from datetime import date

import pytest

from domain.aggregates import CODEC
from domain.calendar import end_of_day
from domain.case.case import CASE
from domain.case.grounds import Hold
from domain.case.overlays.events import HoldSet
from domain.claims.claim import CLAIM
from domain.message import Event
from projections.timers.row import Timed, timers
from tests.kit.histories import lives
from tests.kit.life import Life, recorded
from tests.unit.case import situations as s
from tests.unit.projections.recording import record

TIMERS = timers(CODEC)


def folded(history: Sequence[Event], row: Timed | None = None) -> Timed | None:
    told = [record(event, n, s.SUBMITTED_ON) for n, event in enumerate(history, start=1)]
    return TIMERS.fold(row, told)


def test_a_running_timer_stands_in_the_row_until_a_hold_stops_it() -> None:
    row = folded(s.RETURNED)
    assert row is not None
    assert (row.kind, row.clock, row.at) == ("case", "RETURN_HOLD", end_of_day(date(2020, 6, 9)))
    held = folded([HoldSet(kind=Hold.RELIEF)], row)
    assert held is not None
    assert (held.clock, held.at) == (None, None)


def test_an_event_that_moves_no_timer_leaves_the_row_alone() -> None:
    row = folded(s.IN_REVIEW)
    assert folded(s.CHECKED[len(s.IN_REVIEW) :], row) is row


def test_it_is_made_of_the_kinds_that_have_a_timer() -> None:
    assert CASE in TIMERS.of
    assert CLAIM not in TIMERS.of


@pytest.mark.parametrize("life", lives(15), ids=lambda life: life.state.stage)
def test_at_every_moment_the_row_says_what_the_case_says(life: Life) -> None:
    row: Timed | None = None
    assert CASE.timer is not None
    for n, event in enumerate(recorded([life]), start=1):
        row = TIMERS.fold(row, [event])
        assert row is not None
        running = CASE.timer(CASE.fold(each.event for each in life.envelopes[:n]))
        told = (running.clock, running.at) if running else (None, None)
        assert (row.clock, row.at) == told
