"""How much each officer has in hand."""

from collections.abc import Sequence
from datetime import date
from typing import Final, LiteralString, NamedTuple

from domain.event_store.transaction import Connection

_IN_HAND: Final[LiteralString] = """
SELECT reviewer, count(*), count(*) FILTER (WHERE due_on < %(today)s AND NOT held),
       count(*) FILTER (WHERE due_on >= %(today)s AND due_on <= %(soon)s AND NOT held)
FROM projections.caseload
WHERE open AND office = ANY(%(offices)s) AND reviewer IS NOT NULL
  AND stage = 'in_review'
GROUP BY reviewer ORDER BY count(*) DESC, reviewer"""


class ReviewLoad(NamedTuple):
    """How many cases he reviews, how many of them are late, and how many are due until a day."""

    officer: str
    cases: int
    late: int
    soon: int


async def review_loads(
    connection: Connection, offices: Sequence[str], today: date, soon: date
) -> list[ReviewLoad]:
    """Who reviews cases of these offices, the fullest desk first."""
    values = {"offices": list(offices), "today": today, "soon": soon}
    cursor = await connection.execute(_IN_HAND, values)
    return [ReviewLoad(*row) for row in await cursor.fetchall()]
