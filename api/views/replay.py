"""Replays a stream of any kind: its events, and how it stood after each."""

from collections.abc import Sequence
from datetime import datetime
from typing import Generic, NamedTuple

from api.problems import Problem
from domain.aggregate import Aggregate, S
from domain.recorded_event import RecordedEvent


class ReplayStep(NamedTuple, Generic[S]):
    """One event, and the state after it."""

    recorded: RecordedEvent
    after: S


def replay(
    of: Aggregate[S], history: Sequence[RecordedEvent], at: str | None = None
) -> list[ReplayStep[S]]:
    """The history up to ``at``, with the state after each event.

    ``at`` is a position, or an instant with its zone. Raises 422 for anything else.
    """
    steps, current = [], of.initial
    for recorded in _up_to(at, history):
        current = of.evolve(current, recorded.event)
        steps.append(ReplayStep(recorded, current))
    return steps


def _up_to(at: str | None, history: Sequence[RecordedEvent]) -> Sequence[RecordedEvent]:
    if at is None:
        return history
    if at.isascii() and at.isdigit() and len(at) < 19:
        position = int(at)
        return [recorded for recorded in history if recorded.position <= position]
    instant = _instant(at)
    later = (place for place, recorded in enumerate(history) if recorded.at > instant)
    return history[: next(later, None)]


def _instant(at: str) -> datetime:
    try:
        instant = datetime.fromisoformat(at)
    except ValueError:
        raise Problem("at-invalid", 422) from None
    if instant.tzinfo is None:
        raise Problem("at-invalid", 422)
    return instant
