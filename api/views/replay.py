"""Replays a case: its events, and how it stood after each."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from api.problems import Problem
from domain.case.case import CASE
from domain.case.state import Case
from domain.recorded_event import RecordedEvent


class ReplayStep(NamedTuple):
    """One event, and the case after it."""

    recorded: RecordedEvent
    after: Case


def replay(history: Sequence[RecordedEvent], at: str | None = None) -> list[ReplayStep]:
    """The history up to ``at``, with the state after each event.

    ``at`` is a position, or an instant with its zone. Raises 422 for anything else.
    """
    upto = _limit(at)
    steps, current = [], Case()
    for recorded in history:
        mark: int | datetime = recorded.position if isinstance(upto, int) else recorded.at
        if upto is not None and mark > upto:  # type: ignore[operator]  # both of the same kind
            break
        current = CASE.evolve(current, recorded.event)
        steps.append(ReplayStep(recorded, current))
    return steps


def _limit(at: str | None) -> int | datetime | None:
    if at is None:
        return None
    if at.isascii() and at.isdigit() and len(at) < 19:
        return int(at)
    try:
        instant = datetime.fromisoformat(at)
    except ValueError:
        raise Problem("at-invalid", 422) from None
    if instant.tzinfo is None:
        raise Problem("at-invalid", 422)
    return instant
