"""What was counted of questions and calls in a period, by region."""

from collections.abc import Sequence
from datetime import date
from typing import Final, LiteralString

from domain.event_store.transaction import Connection
from domain.offices.tree import prefecture_of
from projections.throughput.lines import Line

_COUNTED: Final[LiteralString] = """
SELECT office, what, sum(value)::bigint FROM (
    SELECT day, office, what, value FROM projections.enquiries_figures
    UNION ALL
    SELECT day, office, what, value FROM projections.calls_figures
) AS counted
WHERE day BETWEEN %(first)s AND %(last)s AND value <> 0
GROUP BY office, what ORDER BY office, what"""


async def enquiry_lines(connection: Connection, first: date, last: date) -> Sequence[Line]:
    """A line a region that has had any. Both days are included."""
    lines: dict[str, Line] = {}
    cursor = await connection.execute(_COUNTED, {"first": first, "last": last})
    for office, what, value in await cursor.fetchall():
        region = prefecture_of(office)
        lines.setdefault(region, Line({"region": region})).add(what, value)
    return [lines[region] for region in sorted(lines)]
