"""What the timekeeper asks: which timers have run out, and when the next one does."""

from datetime import datetime
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection

_TASK: Final[LiteralString] = "t.clock || ' ' || extract(epoch FROM t.at)"
"""The same timer of the same stream is the same task."""
_DUE: Final[LiteralString] = f"SELECT t.stream, t.kind, t.clock, t.at, {_TASK}"
_RUN_OUT: Final[LiteralString] = f"""
{_DUE} FROM projections.timers AS t
WHERE t.at <= %(now)s
  AND (%(at)s::timestamptz IS NULL OR (t.at, t.stream) > (%(at)s, %(stream)s::uuid))
  AND NOT EXISTS (SELECT FROM set_aside AS s
                  WHERE s.worker = %(worker)s AND s.stream = t.stream AND s.task = {_TASK})
ORDER BY t.at, t.stream LIMIT %(limit)s"""
_AGAIN: Final[LiteralString] = f"""
{_DUE} FROM set_aside AS s JOIN projections.timers AS t ON t.stream = s.stream AND s.task = {_TASK}
WHERE s.worker = %(worker)s AND s.again_at <= clock_timestamp() AND t.at <= %(now)s
ORDER BY s.again_at LIMIT %(limit)s"""
_GONE: Final[LiteralString] = f"""
DELETE FROM set_aside AS s WHERE s.worker = %s AND NOT EXISTS (
    SELECT FROM projections.timers AS t WHERE t.stream = s.stream AND s.task = {_TASK})"""
_NEXT: Final[LiteralString] = "SELECT min(at) FROM projections.timers"


class TimerDue(NamedTuple):
    """A stream whose timer has run out at ``at``. ``task`` names this timer of it."""

    stream: UUID
    kind: str
    clock: str
    at: datetime
    task: str


async def run_out(
    connection: Connection,
    worker: str,
    now: datetime,
    *,
    after: TimerDue | None = None,
    limit: int = 500,
) -> list[TimerDue]:
    """The timers that have run out by ``now``, the earliest first, on from ``after``.

    What ``worker`` has set aside is not among them.
    """
    values = {
        "worker": worker,
        "now": now,
        "at": after.at if after else None,
        "stream": after.stream if after else None,
        "limit": limit,
    }
    cursor = await connection.execute(_RUN_OUT, values)
    return [TimerDue(*row) for row in await cursor.fetchall()]


async def run_out_again(
    connection: Connection, worker: str, now: datetime, limit: int = 500
) -> list[TimerDue]:
    """What ``worker`` has set aside and may try again. What has waited longest comes first."""
    cursor = await connection.execute(_AGAIN, {"worker": worker, "now": now, "limit": limit})
    return [TimerDue(*row) for row in await cursor.fetchall()]


async def forget_what_is_over(connection: Connection, worker: str) -> None:
    """Drops what was set aside of timers that do not run any more."""
    await connection.execute(_GONE, (worker,))


async def next_timer(connection: Connection) -> datetime | None:
    """When the next timer of any stream runs out."""
    cursor = await connection.execute(_NEXT)
    found: datetime | None = (await cursor.fetchall())[0][0]
    return found
