"""Which cases wait for their review with nobody named for them, and what officers have in hand."""

from datetime import date
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection

_UNASSIGNED: Final[LiteralString] = """
SELECT stream, version, service, office, handed_back_by, due_on FROM projections.caseload
WHERE stage IN ('accepted', 'in_review') AND handler IS NULL
  AND (%(after)s::uuid IS NULL
       OR (coalesce(due_on, 'infinity'), stream) > (coalesce(%(due)s, 'infinity'::date), %(after)s))
ORDER BY coalesce(due_on, 'infinity'), stream LIMIT %(limit)s"""
_IN_HAND: Final[LiteralString] = """
SELECT handler, count(*) FROM projections.caseload
WHERE open AND office = %s AND stage IN ('accepted', 'in_review') AND handler IS NOT NULL
GROUP BY handler"""


class Unassigned(NamedTuple):
    """A case for which nobody answers yet. Whoever has handed it back is not asked again."""

    case: UUID
    version: int
    service: str
    office: str
    handed_back_by: str | None
    due_on: date | None


async def unassigned(
    connection: Connection, after: Unassigned | None, limit: int
) -> list[Unassigned]:
    """Those behind ``after``, the earliest due first."""
    values = {
        "after": after.case if after else None,
        "due": after.due_on if after else None,
        "limit": limit,
    }
    cursor = await connection.execute(_UNASSIGNED, values)
    return [Unassigned(*row) for row in await cursor.fetchall()]


async def in_hand(connection: Connection, office: str) -> dict[str, int]:
    """How many undecided cases each officer of the office answers for."""
    cursor = await connection.execute(_IN_HAND, (office,))
    return dict(await cursor.fetchall())
