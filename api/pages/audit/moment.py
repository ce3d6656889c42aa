"""Up to which of its events a stream is shown."""

from collections.abc import Sequence
from typing import Any

from api.problems import Problem
from api.views.replay import ReplayStep, replay
from domain.aggregate import Aggregate
from domain.recorded_event import RecordedEvent


def shown_steps(
    of: Aggregate[Any],
    events: Sequence[RecordedEvent],
    at: str | None,
    step: int | None,
    saw: int | None,
) -> list[ReplayStep[Any]]:
    """The steps up to ``at``, up to ``step``, or up to what was there when ``saw`` was decided.

    The narrowest of them counts. Raises 404 for a step that there is not.
    """
    if any(each is not None and not 1 <= each <= len(events) for each in (step, saw)):
        raise Problem("not-found", 404)
    ends = [len(events) if step is None else step, len(events)]
    if saw is not None:
        ends.append(version_seen(events, saw))
    return replay(of, events[: min(ends)], at or None)


def version_seen(events: Sequence[RecordedEvent], version: int) -> int:
    """The version that whoever asked for this event had named, and on which it was decided.

    One command may lead to several events. All of them have it as their cause, and it was
    carried out on the version before the first of them, because the door refuses any other.
    """
    cause = events[version - 1].envelope.cause
    while version > 1 and events[version - 2].envelope.cause == cause:
        version -= 1
    return version - 1
