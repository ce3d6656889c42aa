"""Replays a stream of any kind: its events, and how it stood after each."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date, datetime
from typing import Generic, NamedTuple

from api.problems import Problem
from domain.aggregate import Aggregate, S
from domain.calendar import local_day
from domain.recorded_event import RecordedEvent


class ReplayStep(NamedTuple, Generic[S]):
    """One event, and the state after it."""

    recorded: RecordedEvent
    after: S


def replay(
    of: Aggregate[S], history: Sequence[RecordedEvent], at: str | None = None
) -> list[ReplayStep[S]]:
    """The history up to ``at``, with the state after each event.

    ``at`` is a position, an instant with its zone, or a day, of which it is the end at the
    office. Raises 422 for anything else.
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
    is_later = _later_than(at)
    later = (place for place, recorded in enumerate(history) if is_later(recorded.at))
    return history[: next(later, None)]


def _later_than(at: str) -> Callable[[datetime], bool]:
    """Whether an instant is after the end of an office-local day, or after another instant."""
    with suppress(ValueError):
        day = date.fromisoformat(at)
        return lambda instant: local_day(instant) > day
    try:
        moment = datetime.fromisoformat(at)
    except ValueError:
        raise Problem("at-invalid", 422) from None
    if moment.tzinfo is None:
        raise Problem("at-invalid", 422)
    return lambda instant: instant > moment
