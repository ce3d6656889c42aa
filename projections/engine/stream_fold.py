"""Folds the events of one stream, as far as they can be folded (ADR 9)."""

from collections.abc import Sequence
from typing import Generic, NamedTuple
from uuid import UUID

from projections.engine.log_reader import Read
from projections.engine.projection import Figures, Projection, Row


class Kept(NamedTuple, Generic[Row]):
    """A row, with what it adds to the figures."""

    row: Row
    figures: Figures


class Poison(NamedTuple):
    """The event at which a stream stopped, and the class of the failure. Later events wait."""

    stream: UUID
    position: int
    error: str
    last: int
    waiting: int


def folded(
    projection: Projection[Row], old: Kept[Row] | None, history: Sequence[Read]
) -> tuple[Kept[Row] | None, Poison | None]:
    """The row after ``history``, or after the events before the one that fails."""
    try:
        return after(projection, old, history), None
    except Exception:  # noqa: BLE001 - whatever fails in one stream stops only that
        return _as_far_as_possible(projection, old, history)


def after(
    projection: Projection[Row], old: Kept[Row] | None, history: Sequence[Read]
) -> Kept[Row] | None:
    """The row after ``history``. It is the same object when nothing changes."""
    row = projection.fold(old.row if old else None, history)
    if row is None or (old and row is old.row):
        return old
    return Kept(row, projection.contribution(row))


def poison(history: Sequence[Read], place: int, error: Exception) -> Poison:
    """What is noted when the event at ``place`` of ``history`` stops its stream."""
    failed, last = history[place], history[-1]
    return Poison(
        failed.stream,
        failed.position,
        type(error).__name__,
        last.position,
        len(history) - place - 1,
    )


def _as_far_as_possible(
    projection: Projection[Row], old: Kept[Row] | None, history: Sequence[Read]
) -> tuple[Kept[Row] | None, Poison | None]:
    kept = old
    for place in range(len(history)):
        try:
            kept = after(projection, kept, history[place : place + 1])
        except Exception as error:  # noqa: BLE001 - as above
            return kept, poison(history, place, error)
    return kept, None
