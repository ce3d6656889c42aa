"""On which cases the checker is to act, and what it has set aside of them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection


class CaseToDo(NamedTuple):
    """A case on which a worker is to act. ``task`` says as it stands at which version."""

    stream: UUID
    task: str


_TASK: Final[LiteralString] = "c.version::text"
"""A case that has moved is another piece of work."""
_UNDECIDED: Final[LiteralString] = (
    "c.stage IN ('submitted', 'facts_shown', 'accepted', 'in_review')"
)
_TO_CHECK: Final[LiteralString] = f"""
({_UNDECIDED} AND (NOT c.consulted OR c.service = ANY(%(automatic)s)
    OR c.stage = 'submitted' AND c.service = ANY(%(booked)s)))"""
_WAITING: Final[LiteralString] = f"""
SELECT c.stream, {_TASK} FROM projections.caseload AS c
WHERE {_TO_CHECK} AND (%(upto)s::bigint IS NULL OR c.position <= %(upto)s)
  AND NOT EXISTS (SELECT FROM set_aside AS s
                  WHERE s.worker = %(worker)s AND s.stream = c.stream AND s.task = {_TASK})
ORDER BY c.submitted_at, c.stream LIMIT %(limit)s"""
_AGAIN: Final[LiteralString] = f"""
SELECT c.stream, {_TASK}
FROM set_aside AS s JOIN projections.caseload AS c ON c.stream = s.stream AND s.task = {_TASK}
WHERE s.worker = %(worker)s AND s.again_at <= clock_timestamp() AND {_UNDECIDED}
ORDER BY s.again_at LIMIT %(limit)s"""
_GONE: Final[LiteralString] = f"""
DELETE FROM set_aside AS s WHERE s.worker = %(worker)s AND NOT EXISTS (
    SELECT FROM projections.caseload AS c
    WHERE c.stream = s.stream AND s.task = {_TASK} AND {_UNDECIDED})"""
_OUTDATED: Final[LiteralString] = f"""
SELECT c.stream, {_TASK} FROM projections.caseload AS c
WHERE c.stage = 'in_review' AND c.stream IN (
    SELECT stream FROM projections.caseload
    WHERE stage = 'in_review' AND consulted_at < %(before)s
    UNION ALL
    SELECT m.stream FROM projections.caseload AS o JOIN projections.caseload AS m
        ON m.stage = 'in_review' AND m.vehicle = o.vehicle
    WHERE o.approved_at >= %(before)s AND m.consulted_at < o.approved_at AND m.stream <> o.stream
    UNION ALL
    SELECT m.stream FROM projections.caseload AS o JOIN projections.caseload AS m
        ON m.stage = 'in_review' AND m.licence = o.licence
    WHERE o.approved_at >= %(before)s AND m.consulted_at < o.approved_at AND m.stream <> o.stream)
  AND NOT EXISTS (SELECT FROM set_aside AS s
                  WHERE s.worker = %(worker)s AND s.stream = c.stream AND s.task = {_TASK})
ORDER BY c.submitted_at, c.stream LIMIT %(limit)s"""


async def to_check(
    connection: Connection,
    worker: str,
    automatic: Sequence[str],
    limit: int = 200,
    upto: int | None = None,
    booked: Sequence[str] = (),
) -> list[CaseToDo]:
    """Open cases about which the register was not asked, and those of ``automatic`` services.

    Of the services of ``booked`` appointments they are those that nobody has confirmed. The
    oldest come first. What ``worker`` has set aside is not among them, nor what has moved behind
    the position ``upto``.
    """
    values = {
        "worker": worker,
        "automatic": list(automatic),
        "booked": list(booked),
        "limit": limit,
        "upto": upto,
    }
    cursor = await connection.execute(_WAITING, values)
    return [CaseToDo(*row) for row in await cursor.fetchall()]


async def to_ask_again(
    connection: Connection, worker: str, before: datetime, limit: int = 200
) -> list[CaseToDo]:
    """Cases in review of which the register spoke ``before``, or before another was approved.

    That other is of the same vehicle or licence. What ``worker`` has set aside is not among them.
    """
    values = {"worker": worker, "before": before, "limit": limit}
    cursor = await connection.execute(_OUTDATED, values)
    return [CaseToDo(*row) for row in await cursor.fetchall()]


async def to_check_again(connection: Connection, worker: str, limit: int = 200) -> list[CaseToDo]:
    """What ``worker`` has set aside and may try again. What has waited longest comes first."""
    cursor = await connection.execute(_AGAIN, {"worker": worker, "limit": limit})
    return [CaseToDo(*row) for row in await cursor.fetchall()]


async def forget_what_moved(connection: Connection, worker: str) -> None:
    """Drops what was set aside of cases that have moved since."""
    await connection.execute(_GONE, {"worker": worker})
