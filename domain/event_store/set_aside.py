"""What workers have tried in vain, how often, and when each is tried again.

A queue that is worked from its oldest end stands still when its oldest entries always fail.
So what fails steps aside, in view of whoever runs the service, for twice the time at each try.
"""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection

LONGEST_S: Final = 3600
_PUT: Final[LiteralString] = """
INSERT INTO set_aside AS s (worker, stream, task, why)
VALUES (%(worker)s, %(stream)s, %(task)s, %(why)s)
ON CONFLICT (worker, stream) DO UPDATE SET
    task = excluded.task,
    why = excluded.why,
    tries = CASE WHEN s.task = excluded.task THEN s.tries + 1 ELSE 1 END,
    since = CASE WHEN s.task = excluded.task THEN s.since ELSE excluded.since END,
    again_at = CASE WHEN s.task = excluded.task
        THEN clock_timestamp()
             + least(power(2, least(s.tries + 1, 30)), %(longest_s)s) * interval '1 second'
        ELSE excluded.again_at END"""
_LIST: Final[LiteralString] = """
SELECT worker, stream, task, why, tries, since, again_at FROM set_aside
ORDER BY worker, since, stream"""
_COUNT: Final[LiteralString] = """
SELECT worker, why, count(*) FROM set_aside GROUP BY worker, why ORDER BY worker, why"""
_RETRY: Final[LiteralString] = """
UPDATE set_aside SET again_at = clock_timestamp() WHERE worker = ANY(%s)"""

_RETRY_ONE: Final[LiteralString] = """
UPDATE set_aside SET again_at = clock_timestamp() WHERE worker = %s AND stream = %s"""


class SetAside(NamedTuple):
    """What a worker has tried ``tries`` times ``since`` the first, and ``why`` in vain."""

    worker: str
    stream: UUID
    task: str
    why: str
    tries: int
    since: datetime
    again_at: datetime


async def put(connection: Connection, worker: str, stream: UUID, task: str, why: str) -> None:
    """Sets aside what has failed: for two seconds, then for twice as long, at most an hour."""
    values = {"worker": worker, "stream": stream, "task": task, "why": why}
    await connection.execute(_PUT, {**values, "longest_s": LONGEST_S})


async def listed(connection: Connection) -> Sequence[SetAside]:
    """All that is set aside, by worker, the oldest first."""
    cursor = await connection.execute(_LIST)
    return [SetAside(*row) for row in await cursor.fetchall()]


async def counted(connection: Connection) -> Sequence[tuple[str, str, int]]:
    """How much each worker has set aside, and why."""
    cursor = await connection.execute(_COUNT)
    return [(worker, why, count) for worker, why, count in await cursor.fetchall()]


async def retry(connection: Connection, workers: Collection[str]) -> int:
    """Lets all that these workers have set aside be tried at once, and says how much that is."""
    cursor = await connection.execute(_RETRY, (list(workers),))
    return cursor.rowcount


async def retry_one(connection: Connection, worker: str, stream: UUID) -> None:
    """Lets one of them be tried at once."""
    await connection.execute(_RETRY_ONE, (worker, stream))
