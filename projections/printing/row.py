"""The row of a paper that an office prints."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, LiteralString
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.event_store.transaction import Connection
from domain.print_jobs.events import (
    InstrumentLeftUnprinted,
    InstrumentPrinted,
    InstrumentQueued,
)
from domain.print_jobs.print_job import PRINT_JOB
from domain.print_jobs.state import PrintJobStage
from projections.engine.columns import Columns
from projections.engine.log_reader import Read
from projections.engine.projection import Projection


class PrintLine(msgspec.Struct, frozen=True, gc=False):
    """One paper. ``printed_at`` and ``printed_by`` are of the last time that it was printed."""

    stream: UUID
    case_id: UUID
    version: int
    kind: str
    office: str
    stage: str
    queued_at: datetime
    printed_at: datetime | None
    printed_by: str | None


def fold(row: PrintLine | None, history: Sequence[Read]) -> PrintLine | None:
    for recorded in history:
        at, event = recorded.envelope.at, recorded.envelope.event
        if isinstance(event, InstrumentQueued):
            row = PrintLine(
                stream=recorded.stream,
                case_id=event.case,
                version=event.version,
                kind=event.kind,
                office=event.office,
                stage=PrintJobStage.WAITING,
                queued_at=at,
                printed_at=None,
                printed_by=None,
            )
        if row is None:
            continue
        match event:
            case InstrumentPrinted(officer=officer):
                row = replace(row, stage=PrintJobStage.PRINTED, printed_at=at, printed_by=officer)
            case InstrumentLeftUnprinted():
                row = replace(row, stage=PrintJobStage.LEFT)
    return row


PRINTING: Final = Projection(
    name="printing",
    of=(PRINT_JOB,),
    tables=Path(__file__).with_name("schema.sql"),
    row=PrintLine,
    fold=fold,
    partial=True,
)
_COLUMNS: Final = Columns(PrintLine)
_WAITING: Final[LiteralString] = """
WHERE office = ANY(%s) AND stage = 'waiting' ORDER BY queued_at, stream LIMIT %s"""
_PRINTED: Final[LiteralString] = """
WHERE office = ANY(%s) AND stage = 'printed' AND printed_at >= %s
ORDER BY printed_at DESC LIMIT %s"""


async def waiting(
    connection: Connection, offices: Sequence[str], limit: int
) -> Sequence[PrintLine]:
    """Those that wait at these offices, the oldest first."""
    return await _lines(connection, _WAITING, (list(offices), limit))


async def printed_since(
    connection: Connection, offices: Sequence[str], since: datetime, limit: int
) -> Sequence[PrintLine]:
    """Those that were printed at these offices since an instant, the latest first."""
    return await _lines(connection, _PRINTED, (list(offices), since, limit))


async def _lines(
    connection: Connection, which: LiteralString, values: Sequence[object]
) -> Sequence[PrintLine]:
    query = f"SELECT {', '.join(_COLUMNS.names)} FROM projections.printing {which}"
    cursor = await connection.execute(query.encode(), values, binary=True)
    return [_COLUMNS.row(row) for row in await cursor.fetchall()]
