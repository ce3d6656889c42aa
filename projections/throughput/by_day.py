"""What happened on each of some days, of the province or of one of its regions and services.

Every figure is a row of the totals of one day, found by their primary key. So the cost grows with
the days that are asked for, and not with the cases.
"""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final, LiteralString

from domain.event_store.transaction import Connection
from projections.throughput.lines import BEFORE, Line
from projections.throughput.plain import IN_HAND
from projections.throughput.spans import DayRange
from projections.throughput.totals import BY_BOTH, BY_REGION, BY_SERVICE
from projections.throughput.view import view

_DAY: Final = timedelta(days=1)
_BY_DAY: Final[LiteralString] = """
SELECT t.first, t.measure, sum(t.value)::bigint
FROM unnest(%(days)s::date[]) AS d(first) CROSS JOIN unnest(%(of)s::text[]) AS m(measure)
     JOIN projections.throughput_totals AS t USING (first, measure)
WHERE t.by = %(by)s AND t.days = 1
  AND (%(region)s::text IS NULL OR t.region = %(region)s)
  AND (%(service)s::text IS NULL OR t.service = %(service)s)
GROUP BY 1, 2"""


async def by_day(
    connection: Connection,
    days: DayRange,
    of: Collection[str],
    *,
    region: str | None = None,
    service: str | None = None,
) -> dict[date, Line]:
    """A line for every day with the sums ``of`` it, and with what was in hand before and after."""
    every = [days.first + n * _DAY for n in range((days.last - days.first).days + 1)]
    by = (BY_BOTH if region else BY_SERVICE) if service else BY_REGION
    asked = {"by": by, "days": every, "of": [*{*of, IN_HAND}], "region": region, "service": service}
    found = {day: Line({"day": day}) for day in every}
    cursor = await connection.execute(_BY_DAY, asked)
    for day, measure, value in await cursor.fetchall():
        found[day].add(measure, value)
    here = await view(
        connection,
        {},
        by_region={"": days},
        of={IN_HAND},
        services=[service] if service else None,
    )
    before = sum(
        line.counts.get(BEFORE, 0) for line in here[""] if region in {None, line.key["region"]}
    )
    for line in found.values():
        line.add(BEFORE, before)
        before = line.in_hand
    return found
