"""Events of one case, each recorded at ten in the morning of its day."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from domain.case.vocabulary import CaseEvent
from domain.message import Event
from domain.people import Actor
from domain.recorded_event import Envelope, RecordedEvent
from projections.engine.log_reader import Read
from tests.unit.case.given import morning
from tests.unit.case.situations import CITIZEN, SUBMITTED_ON, ZHENGZHOU

CASE = UUID(int=1)
Row = TypeVar("Row")
Fold = Callable[[Row | None, Sequence[Read]], Row | None]


def record(event: Event, version: int, on: date, by: Actor = CITIZEN) -> RecordedEvent:
    envelope = Envelope(
        event=event,
        at=morning(on),
        by=by,
        office=ZHENGZHOU,
        channel="online_app",
        rules="test",
        build="test",
        cause=UUID(int=2),
    )
    return RecordedEvent(CASE, version, 10 * version, envelope)


def folded(fold: Fold[Row], history: Iterable[CaseEvent], *later: tuple[date, CaseEvent]) -> Row:
    """The row of a history that all happened on the first day, and of what came later."""
    row: Row | None = None
    told = [*((SUBMITTED_ON, event) for event in history), *later]
    for version, (on, event) in enumerate(told, start=1):
        row = fold(row, [record(event, version, on)])
    assert row is not None
    return row
