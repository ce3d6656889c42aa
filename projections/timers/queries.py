"""What the timekeeper asks: which timers have run out, and when the next one does."""

from datetime import datetime
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection

_RUN_OUT: Final[LiteralString] = """
SELECT stream, kind, clock, at FROM projections.timers
WHERE at <= %s ORDER BY at, stream LIMIT %s"""
_NEXT: Final[LiteralString] = "SELECT min(at) FROM projections.timers"


class TimerDue(NamedTuple):
    """A stream whose timer has run out at ``at``."""

    stream: UUID
    kind: str
    clock: str
    at: datetime


async def run_out(connection: Connection, now: datetime, limit: int = 500) -> list[TimerDue]:
    """The timers that have run out by ``now``, the earliest first."""
    cursor = await connection.execute(_RUN_OUT, (now, limit))
    return [TimerDue(*row) for row in await cursor.fetchall()]


async def next_timer(connection: Connection) -> datetime | None:
    """When the next timer of any stream runs out."""
    cursor = await connection.execute(_NEXT)
    found: datetime | None = (await cursor.fetchall())[0][0]
    return found
