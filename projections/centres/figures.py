"""What network office centres could do, did, and could not use in a period."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Final, LiteralString

import msgspec

from domain.calendar import end_of_day
from domain.centres.capacity import Means, cases_a_day
from domain.event_store.transaction import Connection
from domain.offices.tree import prefecture_of
from projections.centres.queries import handled_by_centre
from projections.centres.row import EquipmentFault, MeansOfDay, OfficersOfDay
from projections.throughput.definitions.centres import CAPACITY, DOWN_HOURS, HANDLED, OFFICERS
from projections.throughput.lines import Line
from projections.throughput.measures import DECIDED
from projections.throughput.totals import region_of

_ROWS: Final[LiteralString] = """
SELECT office, means, shifts, faults FROM projections.centres ORDER BY office"""
_DECIDED: Final[LiteralString] = """
SELECT day, office, sum(value)::bigint FROM projections.throughput_figures
WHERE day BETWEEN %s AND %s AND measure = %s GROUP BY day, office"""
_HOUR: Final = timedelta(hours=1)
_means: Final = msgspec.json.Decoder(tuple[MeansOfDay, ...]).decode
_shifts: Final = msgspec.json.Decoder(tuple[OfficersOfDay, ...]).decode
_faults: Final = msgspec.json.Decoder(tuple[EquipmentFault, ...]).decode


async def centre_lines(
    connection: Connection, first: date, last: date, now: datetime
) -> Sequence[Line]:
    """A line for each centre in whose books something stands. Both days are included."""
    decided: dict[tuple[date, str], int] = {}
    cursor = await connection.execute(_DECIDED, (first, last, DECIDED))
    for day, office, cases in await cursor.fetchall():
        if handled_by_centre(office):
            key = day, region_of(office)
            decided[key] = decided.get(key, 0) + cases
    lines = []
    cursor = await connection.execute(_ROWS)
    for office, means, shifts, faults in await cursor.fetchall():
        region = prefecture_of(office)
        line = Line({"region": region, "office": office})
        rostered = [each for each in _shifts(shifts) if first <= each.day <= last]
        for day in sorted({each.day for each in rostered}):
            officers = {each.shift: each.officers for each in rostered if each.day == day}
            line.add(OFFICERS, sum(officers.values()))
            line.add(CAPACITY, cases_a_day(officers, means_on(_means(means), day), day))
            line.add(HANDLED, decided.get((day, region), 0))
        line.add(DOWN_HOURS, down_hours(_faults(faults), first, last, now))
        lines.append(line)
    return lines


def means_on(known: Sequence[MeansOfDay], day: date) -> Means:
    """What there was to work with at the end of the day."""
    before = [each.means for each in known if each.day <= day]
    return before[-1] if before else Means()


def down_hours(faults: Collection[EquipmentFault], first: date, last: date, now: datetime) -> int:
    """The whole hours for which items were out of order from one day to the other, or until now."""
    begin, end = end_of_day(first - timedelta(days=1)), min(end_of_day(last), now)
    spans = (min(each.until or now, end) - max(each.since, begin) for each in faults)
    return sum(max(span, timedelta(0)) // _HOUR for span in spans)
