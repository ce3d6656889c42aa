"""History is never refused: any sequence of events folds, in the domain and in the read models."""

from pathlib import Path
from uuid import UUID

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from cheguan.registry import REGISTRY
from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.case.deadlines.timers import timer
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.claims.claim import CLAIM
from domain.claims.events import ClaimEvent, ClaimReleased
from domain.people import system
from domain.recorded_event import Envelope, RecordedEvent
from projections.caseload import row as caseload
from projections.throughput import contribution as throughput
from projections.throughput import fold as throughput_fold
from projections.timers.row import timers
from projections.tracking import row as tracking
from tests.kit.life import MORNING

_GOLDEN = Path(__file__).parents[1] / "golden" / "events"
STORED = [CODEC.event(file.read_bytes()) for file in sorted(_GOLDEN.iterdir())]
OF_CASES = [event for event in STORED if isinstance(event, CaseEvent)]
OF_CLAIMS = [event for event in STORED if isinstance(event, ClaimEvent)]

TIMERS = timers(CODEC)
histories = st.lists(st.sampled_from(OF_CASES), max_size=40)


def recorded(history: list[CaseEvent]) -> list[RecordedEvent]:
    return [
        RecordedEvent(
            UUID(int=1),
            version,
            version,
            Envelope(
                event=event,
                at=MORNING,
                by=system("test"),
                office="410100",
                channel="test",
                rules="test",
                build="test",
                cause=UUID(int=2),
            ),
        )
        for version, event in enumerate(history, start=1)
    ]


@settings(max_examples=100, deadline=None)
@given(histories)
def test_any_sequence_of_events_is_a_case(history: list[CaseEvent]) -> None:
    case = CASE.fold(history)
    assert case.stage in Stage
    timer(case)
    assert msgspec.json.decode(msgspec.json.encode(case), type=Case) == case
    assert CASE.fold(history) == case


@settings(max_examples=100, deadline=None)
@given(histories)
def test_any_sequence_of_events_is_a_row_of_every_read_model(history: list[CaseEvent]) -> None:
    shown = in_hand = remembered = None
    for event in recorded(history):
        shown = tracking.fold(shown, [event])
        in_hand = caseload.fold(in_hand, [event])
        remembered = throughput_fold.fold(remembered, [event])
        if remembered is not None:
            assert min(throughput.contribution(remembered).values()) > 0
    assert (shown is None) == (in_hand is None) == (remembered is None)


@settings(max_examples=100, deadline=None)
@given(histories, st.integers(0, 40))
def test_a_history_in_two_runs_makes_the_row_of_the_whole(
    history: list[CaseEvent], length: int
) -> None:
    told = recorded(history)
    for projection in (each for each in REGISTRY.projections if CASE in each.of):
        first = projection.fold(None, told[:length])
        assert projection.fold(first, told[length:]) == projection.fold(None, told)


@settings(max_examples=100, deadline=None)
@given(histories.filter(bool))
def test_the_timer_of_any_case_is_that_of_its_row(history: list[CaseEvent]) -> None:
    row = None
    for event in recorded(history):
        row = TIMERS.fold(row, [event])
    assert row is not None
    running = timer(CASE.fold(history))
    assert (row.clock, row.at) == ((running.clock, running.at) if running else (None, None))


@given(st.lists(st.sampled_from(OF_CLAIMS)))
def test_any_sequence_of_claims_is_a_claim(history: list[ClaimEvent]) -> None:
    claim = CLAIM.fold(history)
    assert (claim.holder is None) == (not history or isinstance(history[-1], ClaimReleased))
