"""How halls stand on a day, and what was counted in a period."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import Final, LiteralString, NamedTuple

import msgspec

from domain.event_store.transaction import Connection
from domain.halls.state import Hall
from domain.offices.tree import prefecture_of
from projections.throughput.definitions.halls import ADMITTED, TURNED_AWAY
from projections.throughput.lines import Line

_OF_DAY: Final[LiteralString] = """
SELECT office, hall FROM projections.halls WHERE day = %s AND office = ANY(%s)"""
_COUNTED: Final[LiteralString] = """
SELECT office, name, sum(value)::bigint FROM projections.halls_figures
WHERE day BETWEEN %s AND %s GROUP BY office, name ORDER BY office, name"""
_BY_HOUR: Final[LiteralString] = """
SELECT office, hour, name, sum(value)::bigint FROM projections.halls_figures
WHERE day BETWEEN %s AND %s AND hour >= 0 GROUP BY office, hour, name ORDER BY hour, office"""
_decode: Final = msgspec.json.Decoder(Hall).decode


class EntriesOfHour(NamedTuple):
    """How many came into a hall in one hour of the clock, and how many were not let in."""

    hour: int
    office: str
    admitted: int
    turned_away: int


async def halls_on(
    connection: Connection, day: date, offices: Collection[str]
) -> Mapping[str, Hall]:
    """The halls of these offices, by office. Of one that is missing nothing was recorded."""
    cursor = await connection.execute(_OF_DAY, (day, list(offices)))
    return {office: _decode(hall) for office, hall in await cursor.fetchall()}


async def hall_lines(connection: Connection, first: date, last: date) -> Sequence[Line]:
    """A line for each office that kept a hall in the period. Both days are included."""
    lines: dict[str, Line] = {}
    cursor = await connection.execute(_COUNTED, (first, last))
    for office, name, value in await cursor.fetchall():
        key = {"region": prefecture_of(office), "office": office}
        lines.setdefault(office, Line(key)).add(name, value)
    return list(lines.values())


async def entries_by_hour(
    connection: Connection, first: date, last: date
) -> Sequence[EntriesOfHour]:
    """The people who came, by hour and office. Both days are included."""
    found: dict[tuple[int, str], list[int]] = {}
    cursor = await connection.execute(_BY_HOUR, (first, last))
    for office, hour, name, value in await cursor.fetchall():
        counts = found.setdefault((hour, office), [0, 0])
        if name == ADMITTED:
            counts[0] += value
        elif name.partition(":")[0] == TURNED_AWAY:
            counts[1] += value
    return [EntriesOfHour(hour, office, *found[hour, office]) for hour, office in sorted(found)]
