"""What officers and workers ask of the caseload: queues and look-ups."""

from collections.abc import Collection, Sequence
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
    handler: str | None
    reviewer: str | None
    lent_to: str | None
    lent_until: date | None
    handed_back_by: str | None
    unreadable_from: int | None
    """The version from which on its history cannot be read. The line is as of the one before."""
    held: bool
    """Whether it rests, so that nothing becomes due."""


class StageCount(NamedTuple):
    """How many open cases stand at a stage, how many of them are late, and how many are green.

    ``warned`` are those of which a warning waits for an answer, and ``reported`` those of them
    that were reported to whoever stands above the officer.
    """

    stage: str
    cases: int
    late: int
    green: int
    warned: int
    reported: int


class QueuePlace(NamedTuple):
    """The place of an entry in the order of a queue."""

    green: bool
    due_on: date | None
    case_id: UUID


class CaseOfStream(NamedTuple):
    """What a stream is, if it is a case. It has no reference where tracking does not know it."""

    stream: UUID
    office: str
    service: str
    reference: str | None


class LookupPlace(NamedTuple):
    """The place of an entry among those that a look-up has found."""

    submitted_at: datetime
    case_id: UUID


_ENTRY: Final[LiteralString] = """
SELECT stream, version, service, office, stage, green, submitted_at, due_clock, due_on, handler,
       reviewer, lent_to, lent_until, handed_back_by,
       (SELECT c.version + 1 FROM projections.parked AS p
        WHERE p.projection = 'caseload' AND p.stream = c.stream),
       held
FROM projections.caseload AS c"""
_QUEUE: Final[LiteralString] = (
    _ENTRY
    + """
WHERE open AND office = ANY(%(offices)s)
  AND (%(stages)s::text[] IS NULL OR stage = ANY(%(stages)s))
  AND (%(service)s::text IS NULL OR service = %(service)s)
  AND (%(late_on)s::date IS NULL OR (due_on < %(late_on)s AND NOT held))
  AND (NOT %(free)s OR reviewer IS NULL)
  AND (NOT %(warned)s OR (warned IS NOT NULL AND answered_by IS NULL))
  AND (NOT %(at_work)s OR warned IS NULL OR warned = 'due_tomorrow' OR answered_by IS NOT NULL)
  AND (%(reviewer)s::text IS NULL OR reviewer = %(reviewer)s)
  AND (%(handler)s::text IS NULL OR handler = %(handler)s)
  AND (%(green)s::boolean IS NULL OR green = %(green)s)
  AND (%(after)s::uuid IS NULL OR (NOT green, coalesce(due_on, 'infinity'), stream)
       > (NOT %(after_green)s, coalesce(%(after_due)s, 'infinity'::date), %(after)s))
ORDER BY NOT green, coalesce(due_on, 'infinity'), stream
LIMIT %(limit)s"""
)
_COUNTED: Final[LiteralString] = """
SELECT stage, count(*), count(*) FILTER (WHERE due_on < %s AND NOT held),
       count(*) FILTER (WHERE green),
       count(*) FILTER (WHERE warned IS NOT NULL AND answered_by IS NULL),
       count(*) FILTER (WHERE warned IN ('due_today', 'overdue') AND answered_by IS NULL)
FROM projections.caseload WHERE open AND office = ANY(%s) GROUP BY stage"""
_LOOKUP: Final[LiteralString] = (
    _ENTRY
    + """
WHERE office = ANY(%(offices)s) AND
    (id_no_index = ANY(%(indexes)s) OR plate_index = ANY(%(indexes)s)
     OR vin_index = ANY(%(indexes)s) OR licence_index = ANY(%(indexes)s))
  AND (%(after)s::uuid IS NULL OR (submitted_at, stream) < (%(before)s::timestamptz, %(after)s))
ORDER BY submitted_at DESC, stream DESC LIMIT %(limit)s"""
)
_POSTED_SINCE: Final[LiteralString] = """
SELECT stream FROM projections.caseload
WHERE office = ANY(%s) AND posted_at >= %s ORDER BY posted_at, stream LIMIT %s"""
_THESE: Final[LiteralString] = (
    _ENTRY
    + """
WHERE office = ANY(%s) AND stream = ANY(%s) ORDER BY submitted_at DESC, stream DESC"""
)
_CASES_OF: Final[LiteralString] = """
SELECT c.stream, c.office, c.service, t.reference
FROM projections.caseload AS c LEFT JOIN projections.tracking AS t ON t.stream = c.stream
WHERE c.stream = ANY(%s)"""
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
    warned: bool = False,
    at_work: bool = False,
    reviewer: str | None = None,
    handler: str | None = None,
    after: QueuePlace | None = None,
    limit: int = 50,
) -> list[Entry]:
    """Lists a queue, green cases first, then by due day. ``after`` is the end of the last page.

    ``late_on`` keeps those that were due before that day. Nothing is late while it is held.
    ``free`` keeps those that nobody reviews, ``reviewer`` those that he does, and
    ``handler`` those for which he answers. ``warned`` keeps those of which a warning waits for an
    answer, and ``at_work`` leaves out what was reported to
    the head of the office or the city and is not answered.
    """
    values: dict[str, Any] = {
        "offices": list(offices),
        "stages": list(stages) if stages is not None else None,
        "service": service,
        "green": green,
        "late_on": late_on,
        "free": free,
        "warned": warned,
        "at_work": at_work,
        "reviewer": reviewer,
        "handler": handler,
        "after": after.case_id if after else None,
        "after_green": after.green if after else None,
        "after_due": after.due_on if after else None,
        "limit": limit,
    }
    cursor = await connection.execute(_QUEUE, values)
    return [Entry(*row) for row in await cursor.fetchall()]


async def counted(
    connection: Connection, offices: Sequence[str], late_on: date
) -> list[StageCount]:
    """How long the queues of these offices are. Late is what was due before ``late_on``."""
    cursor = await connection.execute(_COUNTED, (late_on, list(offices)))
    return [StageCount(*row) for row in await cursor.fetchall()]


async def posted_since(
    connection: Connection, offices: Sequence[str], since: datetime, limit: int
) -> list[UUID]:
    """The cases of these offices whose parcel was handed over since then, wherever it is by now."""
    cursor = await connection.execute(_POSTED_SINCE, (list(offices), since, limit))
    return [case for (case,) in await cursor.fetchall()]


async def cases_of(connection: Connection, streams: Collection[UUID]) -> list[CaseOfStream]:
    """Those of the streams that are cases."""
    cursor = await connection.execute(_CASES_OF, (list(streams),))
    return [CaseOfStream(*row) for row in await cursor.fetchall()]


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


async def these(
    connection: Connection, offices: Sequence[str], cases: Sequence[UUID]
) -> list[Entry]:
    """The cases that are named, as far as these offices have them, newest first."""
    cursor = await connection.execute(_THESE, (list(offices), list(cases)))
    return [Entry(*row) for row in await cursor.fetchall()]


async def open_since(connection: Connection, day: date, after: UUID, limit: int) -> list[UUID]:
    """Open cases behind one that wait for this day, for a later one, or for none."""
    cursor = await connection.execute(_OPEN_SINCE, (day, after, limit))
    return [row[0] for row in await cursor.fetchall()]
