"""Where most cases are overdue, without a word of whose they are."""

from datetime import date
from typing import Final, LiteralString, NamedTuple

from domain.event_store.transaction import Connection

_WORST: Final[LiteralString] = """
SELECT office, count(*), min((submitted_at AT TIME ZONE 'Asia/Shanghai')::date)
FROM projections.caseload WHERE open AND due_on < %s AND NOT held
GROUP BY office ORDER BY count(*) DESC, min(submitted_at), office LIMIT %s"""


class OfficeOverdue(NamedTuple):
    """``since`` is the day on which the oldest of its overdue cases was submitted."""

    office: str
    cases: int
    since: date


async def most_overdue(connection: Connection, today: date, limit: int) -> list[OfficeOverdue]:
    """The offices with most cases that were due before ``today``, the worst first."""
    cursor = await connection.execute(_WORST, (today, limit))
    return [OfficeOverdue(*row) for row in await cursor.fetchall()]
