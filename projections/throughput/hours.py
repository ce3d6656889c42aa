"""How many applications came in, and how many were completed, in each hour of a day."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final, LiteralString, NamedTuple

from domain.calendar import OFFICE_ZONE
from domain.event_store.transaction import Connection
from domain.offices.tree import OFFICES

HOURS: Final = 24
_BY_HOUR: Final[LiteralString] = """
WITH told AS (
    SELECT 0 AS what, submitted_at AS at, office, service FROM projections.throughput
    WHERE submitted_at >= %(begin)s AND submitted_at < %(end)s
    UNION ALL
    SELECT 1, completed_at, office, service FROM projections.throughput
    WHERE completed_at >= %(begin)s AND completed_at < %(end)s
)
SELECT what, (at AT TIME ZONE 'Asia/Shanghai')::date,
       extract(hour FROM at AT TIME ZONE 'Asia/Shanghai')::int, count(*)
FROM told
WHERE (%(offices)s::text[] IS NULL OR office = ANY(%(offices)s))
  AND (%(service)s::text IS NULL OR service = %(service)s)
GROUP BY 1, 2, 3"""


class HourlyCounts(NamedTuple):
    """Twenty-four counts each, by office-local hours.

    A case counts where it is now. One that was completed twice counts at the later hour.
    """

    submitted: Sequence[int]
    completed: Sequence[int]


async def by_hour(
    connection: Connection,
    first: date,
    last: date,
    *,
    region: str | None = None,
    service: str | None = None,
) -> dict[date, HourlyCounts]:
    """The counts of each day from ``first`` to ``last``, of a region or a service if one is named.

    They are counted from the cases of these days, so ask for a few days only.
    """
    asked = {
        "begin": datetime.combine(first, time(), OFFICE_ZONE),
        "end": datetime.combine(last + timedelta(days=1), time(), OFFICE_ZONE),
        "offices": _offices_of(region) if region else None,
        "service": service,
    }
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    counts = {day: ([0] * HOURS, [0] * HOURS) for day in days}
    cursor = await connection.execute(_BY_HOUR, asked)
    for what, day, hour, count in await cursor.fetchall():
        counts[day][what][hour] = count
    return {day: HourlyCounts(*both) for day, both in counts.items()}


def _offices_of(region: str) -> list[str]:
    return [code for code, office in OFFICES.items() if office.region_code == region]
