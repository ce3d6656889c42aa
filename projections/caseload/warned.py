"""Which deadlines of offices are near or over, so that somebody is told who was not told yet."""

from collections.abc import Collection
from datetime import date
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection

_TO_WARN_OF: Final[LiteralString] = """
SELECT stream, due_clock, due_on FROM projections.caseload
WHERE open AND due_on <= %(soon)s AND due_clock = ANY(%(clocks)s)
  AND (due_on <= %(today)s OR due_clock <> ALL(%(of_one_day)s))
  AND warned IS DISTINCT FROM
      CASE WHEN due_on < %(today)s THEN 'overdue' WHEN due_on = %(today)s THEN 'due_today'
      ELSE 'due_tomorrow' END
  AND (%(after)s::uuid IS NULL OR (due_on, stream) > (%(after_on)s::date, %(after)s))
ORDER BY due_on, stream LIMIT %(limit)s"""


_REPORTED: Final[LiteralString] = """
SELECT c.stream, t.reference, c.service, c.office, c.due_clock, c.due_on, c.warned
FROM projections.caseload AS c LEFT JOIN projections.tracking AS t ON t.stream = c.stream
WHERE c.open AND NOT c.held AND c.warned = ANY(%(levels)s) AND c.answered_by IS NULL
  AND c.office = ANY(%(offices)s)
  AND (c.warned <> 'due_tomorrow' OR c.reviewer IS NULL OR c.reviewer = %(reviewer)s)
ORDER BY c.due_on, c.stream LIMIT %(limit)s"""


class NearDeadline(NamedTuple):
    """A case that waits for a day of its office, which is near or over."""

    case: UUID
    clock: str
    due_on: date


class ReportedDeadline(NamedTuple):
    """A deadline of a case that was reported to somebody who has not answered yet."""

    case: UUID
    reference: str | None
    service: str
    office: str
    clock: str
    due_on: date
    level: str


async def to_warn_of(
    connection: Connection,
    clocks: Collection[str],
    of_one_day: Collection[str],
    *,
    today: date,
    soon: date,
    after: NearDeadline | None = None,
    limit: int = 500,
) -> list[NearDeadline]:
    """The deadlines up to the day ``soon`` of which nobody was told as near as they are.

    Those ``of_one_day`` are told of on their day only. The earliest come first, on from ``after``.
    """
    values = {
        "clocks": list(clocks),
        "of_one_day": list(of_one_day),
        "today": today,
        "soon": soon,
        "after": after.case if after else None,
        "after_on": after.due_on if after else None,
        "limit": limit,
    }
    cursor = await connection.execute(_TO_WARN_OF, values)
    return [NearDeadline(*row) for row in await cursor.fetchall()]


async def reported_to(
    connection: Connection,
    offices: Collection[str],
    levels: Collection[str],
    reviewer: str,
    limit: int = 100,
) -> list[ReportedDeadline]:
    """The deadlines of these levels at some offices that wait for an answer, the earliest first.

    What is due on the next working day is told to its ``reviewer``, or to all if there is none.
    """
    values = {
        "offices": list(offices),
        "levels": list(levels),
        "reviewer": reviewer,
        "limit": limit,
    }
    cursor = await connection.execute(_REPORTED, values)
    return [ReportedDeadline(*row) for row in await cursor.fetchall()]
