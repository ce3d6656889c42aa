"""The row of an improvement: what is wrong, who puts it right, by when, and what came of it."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.improvements import events
from domain.improvements.area import ImprovementArea
from domain.improvements.improvement import IMPROVEMENT
from domain.improvements.state import ImprovementStage
from projections.engine.log_reader import Read
from projections.engine.projection import Projection


class ImprovementRow(msgspec.Struct, frozen=True, gc=False):
    """``office`` is the city office of the prefecture, ``responsible`` the office responsible.

    ``moved`` counts the changes of the last day, and ``reason`` is that of the latest. ``late``:
    the last day has passed before it was closed.
    """

    stream: UUID
    office: str
    stage: ImprovementStage
    area: ImprovementArea
    problem: str
    action: str
    responsible: str
    due_on: date
    moved: int
    reason: str | None
    entered_at: datetime
    closed_on: date | None
    late: bool
    learned: str | None


def fold(row: ImprovementRow | None, history: Sequence[Read]) -> ImprovementRow | None:
    """Pure: the row of the events before and of these."""
    for recorded in history:
        event = recorded.envelope.event
        if isinstance(event, events.ImprovementEntered):
            row = _entered(recorded.stream, event, recorded.envelope.at)
        elif row is not None and isinstance(event, events.ImprovementEvent):
            row = _after(replace(row, stage=IMPROVEMENT.stage_after(row.stage, event)), event)
    return row


def _entered(stream: UUID, event: events.ImprovementEntered, at: datetime) -> ImprovementRow:
    return ImprovementRow(
        stream=stream,
        office=event.region,
        stage=ImprovementStage.OPEN,
        area=event.area,
        problem=event.problem,
        action=event.action,
        responsible=event.responsible,
        due_on=event.due_on,
        moved=0,
        reason=None,
        entered_at=at,
        closed_on=None,
        late=False,
        learned=None,
    )


def _after(row: ImprovementRow, event: events.ImprovementEvent) -> ImprovementRow:
    match event:
        case events.ImprovementDueMoved():
            return replace(
                row, due_on=event.due_on, moved=row.moved + 1, reason=event.reason, late=False
            )
        case events.ImprovementOverdue():
            return replace(row, late=True)
        case events.ImprovementClosed():
            return replace(row, closed_on=event.closed_on, late=event.late, learned=event.learned)
    return row


IMPROVEMENTS: Final = Projection(
    name="improvements",
    of=(IMPROVEMENT,),
    tables=Path(__file__).with_name("schema.sql"),
    row=ImprovementRow,
    fold=fold,
)
