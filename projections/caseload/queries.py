"""What officers and workers ask of the caseload: queues and look-ups."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection


class Entry(NamedTuple):
    """One line of a queue."""

    case_id: UUID
    version: int
    service: str
    office: str
    stage: str
    green: bool
    submitted_at: datetime
    due_clock: str | None
    due_on: date | None
    reviewer: str | None
    lent_to: str | None
    lent_until: date | None
    handed_back_by: str | None
    unreadable_from: int | None
    """The version from which on its history cannot be read. The line is as of the one before."""


class CaseToDo(NamedTuple):
    """A case on which a worker is to act. ``task`` says as it stands at which version."""

    stream: UUID
    task: str


class QueuePlace(NamedTuple):
    """The place of an entry in the order of a queue."""

    green: bool
    due_on: date | None
    case_id: UUID


class LookupPlace(NamedTuple):
    """The place of an entry among those that a look-up has found."""

    submitted_at: datetime
    case_id: UUID


_ENTRY: Final[LiteralString] = """
SELECT stream, version, service, office, stage, green, submitted_at, due_clock, due_on, reviewer,
       lent_to, lent_until, handed_back_by,
       (SELECT c.version + 1 FROM projections.parked AS p
        WHERE p.projection = 'caseload' AND p.stream = c.stream)
FROM projections.caseload AS c"""
_QUEUE: Final[LiteralString] = (
    _ENTRY
    + """
WHERE open AND office = ANY(%(offices)s)
  AND (%(stages)s::text[] IS NULL OR stage = ANY(%(stages)s))
  AND (%(service)s::text IS NULL OR service = %(service)s)
  AND (%(late_on)s::date IS NULL OR (due_on < %(late_on)s AND NOT held))
  AND (NOT %(free)s OR reviewer IS NULL)
  AND (%(reviewer)s::text IS NULL OR reviewer = %(reviewer)s)
  AND (%(green)s::boolean IS NULL OR green = %(green)s)
  AND (%(after)s::uuid IS NULL OR (NOT green, coalesce(due_on, 'infinity'), stream)
       > (NOT %(after_green)s, coalesce(%(after_due)s, 'infinity'::date), %(after)s))
ORDER BY NOT green, coalesce(due_on, 'infinity'), stream
LIMIT %(limit)s"""
)
_LOOKUP: Final[LiteralString] = (
    _ENTRY
    + """
WHERE office = ANY(%(offices)s) AND
    (id_no_index = ANY(%(indexes)s) OR plate_index = ANY(%(indexes)s)
     OR vin_index = ANY(%(indexes)s) OR licence_index = ANY(%(indexes)s))
  AND (%(after)s::uuid IS NULL OR (submitted_at, stream) < (%(before)s::timestamptz, %(after)s))
ORDER BY submitted_at DESC, stream DESC LIMIT %(limit)s"""
)
_TASK: Final[LiteralString] = "c.version::text"
"""A case that has moved is another piece of work."""
_TO_CHECK: Final[LiteralString] = """
(c.stage IN ('submitted', 'accepted', 'in_review')
 AND (NOT c.consulted OR c.service = ANY(%(automatic)s)))"""
_WAITING: Final[LiteralString] = f"""
SELECT c.stream, {_TASK} FROM projections.caseload AS c
WHERE {_TO_CHECK} AND (%(upto)s::bigint IS NULL OR c.position <= %(upto)s)
  AND NOT EXISTS (SELECT FROM set_aside AS s
                  WHERE s.worker = %(worker)s AND s.stream = c.stream AND s.task = {_TASK})
ORDER BY c.submitted_at, c.stream LIMIT %(limit)s"""
_AGAIN: Final[LiteralString] = f"""
SELECT c.stream, {_TASK}
FROM set_aside AS s JOIN projections.caseload AS c ON c.stream = s.stream AND s.task = {_TASK}
WHERE s.worker = %(worker)s AND s.again_at <= clock_timestamp() AND {_TO_CHECK}
ORDER BY s.again_at LIMIT %(limit)s"""
_GONE: Final[LiteralString] = f"""
DELETE FROM set_aside AS s WHERE s.worker = %(worker)s AND NOT EXISTS (
    SELECT FROM projections.caseload AS c
    WHERE c.stream = s.stream AND s.task = {_TASK} AND {_TO_CHECK})"""

_OPEN_SINCE: Final[LiteralString] = """
SELECT stream FROM projections.caseload
WHERE open AND coalesce(due_on, 'infinity') >= %s AND stream > %s ORDER BY stream LIMIT %s"""


async def queue(
    connection: Connection,
    offices: Sequence[str],
    *,
    stages: Sequence[str] | None,
    service: str | None = None,
    green: bool | None = None,
    late_on: date | None = None,
    free: bool = False,
    reviewer: str | None = None,
    after: QueuePlace | None = None,
    limit: int = 50,
) -> list[Entry]:
    """Lists a queue, green cases first, then by due day. ``after`` is the end of the last page.

    ``late_on`` keeps those that were due before that day. Nothing is late while it is held.
    ``free`` keeps those that nobody reviews, ``reviewer`` those that he does.
    """
    values: dict[str, Any] = {
        "offices": list(offices),
        "stages": list(stages) if stages is not None else None,
        "service": service,
        "green": green,
        "late_on": late_on,
        "free": free,
        "reviewer": reviewer,
        "after": after.case_id if after else None,
        "after_green": after.green if after else None,
        "after_due": after.due_on if after else None,
        "limit": limit,
    }
    cursor = await connection.execute(_QUEUE, values)
    return [Entry(*row) for row in await cursor.fetchall()]


async def lookup(
    connection: Connection,
    offices: Sequence[str],
    indexes: Sequence[bytes],
    *,
    after: LookupPlace | None = None,
    limit: int = 100,
) -> list[Entry]:
    """Finds the cases of a person or vehicle by blind indexes, newest first.

    A number has one under every index key that was ever current. ``after`` is the end of the
    last page.
    """
    values: dict[str, Any] = {
        "offices": list(offices),
        "indexes": list(indexes),
        "before": after.submitted_at if after else None,
        "after": after.case_id if after else None,
        "limit": limit,
    }
    cursor = await connection.execute(_LOOKUP, values)
    return [Entry(*row) for row in await cursor.fetchall()]


async def to_check(
    connection: Connection,
    worker: str,
    automatic: Sequence[str],
    limit: int = 200,
    upto: int | None = None,
) -> list[CaseToDo]:
    """Open cases about which the register was not asked, and those of ``automatic`` services.

    The oldest come first. What ``worker`` has set aside is not among them, nor what has moved
    behind the position ``upto``.
    """
    values = {"worker": worker, "automatic": list(automatic), "limit": limit, "upto": upto}
    cursor = await connection.execute(_WAITING, values)
    return [CaseToDo(*row) for row in await cursor.fetchall()]


async def to_check_again(
    connection: Connection, worker: str, automatic: Sequence[str], limit: int = 200
) -> list[CaseToDo]:
    """What ``worker`` has set aside and may try again. What has waited longest comes first."""
    values = {"worker": worker, "automatic": list(automatic), "limit": limit}
    cursor = await connection.execute(_AGAIN, values)
    return [CaseToDo(*row) for row in await cursor.fetchall()]


async def forget_what_moved(connection: Connection, worker: str, automatic: Sequence[str]) -> None:
    """Drops what was set aside of cases that have moved since."""
    await connection.execute(_GONE, {"worker": worker, "automatic": list(automatic)})


async def open_since(connection: Connection, day: date, after: UUID, limit: int) -> list[UUID]:
    """Open cases behind one that wait for this day, for a later one, or for none."""
    cursor = await connection.execute(_OPEN_SINCE, (day, after, limit))
    return [row[0] for row in await cursor.fetchall()]
