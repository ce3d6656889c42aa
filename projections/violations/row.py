"""A row a violation, by the plate of the vehicle. What was done is told by its own stream."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, LiteralString
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.event_store.transaction import Connection
from domain.violations.events import ViolationEvent, ViolationRecorded
from domain.violations.state import ViolationStage
from domain.violations.violation import VIOLATION
from projections.engine.log_reader import Read
from projections.engine.projection import Projection

_TOLD: Final = tuple(
    stage.value
    for stage in ViolationStage
    if stage
    not in {
        ViolationStage.NEW,
        ViolationStage.RECORDED,
        ViolationStage.ENTERED,
        ViolationStage.DISCARDED,
    }
)
"""The stages at which the people of the vehicle may look it up (105 art. 20)."""
_OF_PLATE: Final[LiteralString] = """
SELECT stream FROM projections.violations
WHERE plate_index = %(plate)s AND stage = ANY(%(stages)s)
ORDER BY occurred_at DESC, stream LIMIT %(limit)s"""


class ViolationOfPlate(msgspec.Struct, frozen=True, gc=False):
    """``plate_index`` is under the name key, as the event has it."""

    stream: UUID
    plate_index: bytes
    stage: ViolationStage
    occurred_at: datetime


def fold(row: ViolationOfPlate | None, history: Sequence[Read]) -> ViolationOfPlate | None:
    """Pure: the row of the events before and of these."""
    for recorded in history:
        event = recorded.envelope.event
        if isinstance(event, ViolationRecorded):
            row = ViolationOfPlate(
                stream=recorded.stream,
                plate_index=event.plate_index,
                stage=ViolationStage.RECORDED,
                occurred_at=event.occurred_at,
            )
        elif row is not None and isinstance(event, ViolationEvent):
            row = replace(row, stage=VIOLATION.stage_after(row.stage, event))
    return row


VIOLATIONS: Final = Projection(
    name="violations",
    of=(VIOLATION,),
    tables=Path(__file__).with_name("schema.sql"),
    row=ViolationOfPlate,
    fold=fold,
)


async def violations_of(connection: Connection, plate_index: bytes, limit: int) -> list[UUID]:
    """The streams of what may be looked up about a plate, the latest first, at most so many."""
    values = {"plate": plate_index, "stages": list(_TOLD), "limit": limit}
    cursor = await connection.execute(_OF_PLATE, values)
    return [stream for (stream,) in await cursor.fetchall()]
