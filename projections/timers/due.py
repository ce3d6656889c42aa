"""What is due, by clock and day: what passes by itself, and what an office has to do."""

from datetime import date
from typing import Final, LiteralString, NamedTuple

from domain.event_store.transaction import Connection

_DUE: Final[LiteralString] = """
SELECT clock, (at AT TIME ZONE 'Asia/Shanghai' - interval '1 microsecond')::date AS due_on,
       true, count(*)
FROM projections.timers
WHERE (at AT TIME ZONE 'Asia/Shanghai' - interval '1 microsecond')::date <= %(last)s
GROUP BY 1, 2
UNION ALL
SELECT c.due_clock, c.due_on, false, count(*)
FROM projections.caseload AS c
WHERE c.open AND NOT c.held AND c.due_on <= %(last)s
  AND NOT EXISTS (SELECT FROM projections.timers AS t
                  WHERE t.stream = c.stream AND t.clock = c.due_clock)
GROUP BY 1, 2
ORDER BY 2, 1, 3"""


class DueCount(NamedTuple):
    """So many streams for which a clock ends with the day ``on``, as an office-local day.

    What passes ``by_itself`` needs nobody. For the rest an office has to act.
    """

    clock: str
    on: date
    by_itself: bool
    streams: int


async def due_until(connection: Connection, last: date) -> list[DueCount]:
    """All that is due up to a day and on it, and is not done, the oldest first."""
    cursor = await connection.execute(_DUE, {"last": last})
    return [DueCount(*row) for row in await cursor.fetchall()]
