"""Which examinations a site has announced, and how many are in the ranking of each."""

from collections.abc import Sequence
from datetime import date
from typing import Final, LiteralString, NamedTuple

from domain.event_store.transaction import Connection
from projections.examinations.row import BookingStanding

_ANNOUNCED: Final[LiteralString] = """
SELECT p.exam_on, p.session, p.exam_class, p.stage, p.results_on, p.capacity,
       greatest(p.applicants, (SELECT count(*) FROM projections.examinations AS b
                               WHERE b.plan = p.stream AND b.standing = ANY(%(held)s)))
FROM projections.exam_plans AS p
WHERE p.site = %(site)s AND p.subject = %(subject)s AND p.exam_on >= %(first)s
ORDER BY p.exam_on, p.session DESC, p.exam_class, p.stream LIMIT %(limit)s"""
_HELD: Final = [BookingStanding.RANKED.value, BookingStanding.PLACED.value]
MOST: Final = 1_000
"""More than a site can announce in a subject within the days for which people book."""


class Announced(NamedTuple):
    """An examination of a site in a subject, and how many have applied for it by now."""

    exam_on: date
    session: str
    exam_class: str
    stage: str
    results_on: date
    capacity: int
    applicants: int


async def announced(
    connection: Connection, site: str, subject: str, first: date
) -> Sequence[Announced]:
    """The examinations of a site in a subject from a day on, by day, the morning first."""
    values = {"site": site, "subject": subject, "first": first, "held": _HELD, "limit": MOST}
    cursor = await connection.execute(_ANNOUNCED, values)
    return [Announced(*row) for row in await cursor.fetchall()]
