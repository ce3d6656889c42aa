"""What the officers of an office have in hand, and how long those took that they approved."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Final, LiteralString, NamedTuple

from domain.calendar import end_of_day, start_of_day
from domain.event_store.transaction import Connection

_IN_HAND: Final[LiteralString] = """
SELECT reviewer, count(*), count(*) FILTER (WHERE due_on < %(today)s AND NOT held)
FROM projections.caseload
WHERE open AND office = ANY(%(offices)s) AND reviewer IS NOT NULL GROUP BY reviewer"""
_APPROVED: Final[LiteralString] = """
SELECT state::jsonb ->> 'decided_by', (state::jsonb ->> 'accepted_on')::date, approved_at
FROM projections.caseload
WHERE approved_at >= %(first)s AND approved_at < %(end)s AND office = ANY(%(offices)s)
  AND state::jsonb ->> 'decided_by' IS NOT NULL AND state::jsonb ->> 'accepted_on' IS NOT NULL"""


class OfficerLoad(NamedTuple):
    """How many open cases an officer reviews, and how many of them are late."""

    officer: str
    cases: int
    late: int


class OfficerApproval(NamedTuple):
    """A case that an officer approved, from its acceptance on."""

    officer: str
    accepted_on: date
    approved_at: datetime


async def load_by_officer(
    connection: Connection, offices: Collection[str], today: date
) -> list[OfficerLoad]:
    cursor = await connection.execute(_IN_HAND, {"offices": list(offices), "today": today})
    return [OfficerLoad(*row) for row in await cursor.fetchall()]


async def approvals_by_officer(
    connection: Connection, offices: Collection[str], first: date, last: date
) -> list[OfficerApproval]:
    """Those from the first day to the last. Of a case that was approved again, the latest."""
    values = {"offices": list(offices), "first": start_of_day(first), "end": end_of_day(last)}
    cursor = await connection.execute(_APPROVED, values)
    return [OfficerApproval(*row) for row in await cursor.fetchall()]
