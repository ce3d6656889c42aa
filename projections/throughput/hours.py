"""How many applications came in each hour of a day."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final, LiteralString

from domain.calendar import OFFICE_ZONE
from domain.event_store.transaction import Connection

HOURS: Final = 24
_BY_HOUR: Final[LiteralString] = """
SELECT (submitted_at AT TIME ZONE 'Asia/Shanghai')::date,
       extract(hour FROM submitted_at AT TIME ZONE 'Asia/Shanghai')::int, count(*)
FROM projections.throughput
WHERE submitted_at >= %s AND submitted_at < %s GROUP BY 1, 2"""


async def submitted_by_hour(
    connection: Connection, first: date, last: date
) -> dict[date, Sequence[int]]:
    """Twenty-four counts of each day from ``first`` to ``last``, by office-local hours."""
    begin = datetime.combine(first, time(), OFFICE_ZONE)
    end = datetime.combine(last + timedelta(days=1), time(), OFFICE_ZONE)
    days = {first + timedelta(days=n): [0] * HOURS for n in range((last - first).days + 1)}
    cursor = await connection.execute(_BY_HOUR, (begin, end))
    for day, hour, count in await cursor.fetchall():
        days[day][hour] = count
    return dict(days)
