"""Reads the figures of a period by any dimensions. Every sum is made in SQL."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final, LiteralString

from domain.event_store.transaction import Connection
from projections.throughput.lines import BEFORE, Line, summed
from projections.throughput.plain import IN_HAND, plain
from projections.throughput.spans import DayRange
from projections.throughput.totals import region_of
from projections.throughput.view import REGION_AND_SERVICE, view

DIMENSIONS: Final = ("day", "region", "office", "service", "channel", "green")
_PERIOD: Final = "period"
MOST_LINES: Final = 20_000
"""A line of all figures has about a kilobyte."""

_FIGURES: Final[LiteralString] = """
SELECT day < %(first)s, CASE WHEN %(day)s AND day >= %(first)s THEN day END,
       CASE WHEN %(office)s THEN office END, CASE WHEN %(service)s THEN service END,
       channel, CASE WHEN %(green)s THEN green END, measure, sum(value)::bigint
FROM projections.throughput_figures
WHERE day <= %(last)s AND (day >= %(first)s OR measure LIKE '%%>%%')
  AND (%(services)s::text[] IS NULL OR service = ANY(%(services)s))
GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(value) <> 0"""

_Key = tuple[Any, ...]


class TooManyLines(ValueError):
    """The answer would be longer than ``MOST_LINES``."""


async def throughput(
    connection: Connection,
    days: DayRange,
    by: Sequence[str] = (),
    *,
    services: Collection[str] | None = None,
) -> list[Line]:
    """The sums of a period, grouped by some of ``DIMENSIONS``.

    A group has a line where anything happened or was in hand: with ``day`` for each such day.
    Raises ``TooManyLines``.
    """
    if set(by) <= set(REGION_AND_SERVICE):
        of_both, of_regions = ({_PERIOD: days}, {}) if "service" in by else ({}, {_PERIOD: days})
        found = await view(connection, of_both, by_region=of_regions, services=services)
        return _ordered(summed(found[_PERIOD], by))
    lines = await _grouped(connection, days, by, services)
    if "day" in by:
        lines = _day_by_day(lines, days, by)
    if len(lines) > MOST_LINES:
        raise TooManyLines(len(lines))
    return _ordered(lines)


async def _grouped(
    connection: Connection, days: DayRange, by: Sequence[str], services: Collection[str] | None
) -> dict[_Key, Line]:
    """The lines of what happened. What was in hand before stands in lines without a day."""
    by_office = "region" in by or "office" in by
    asked = {name: name in by for name in DIMENSIONS} | {"office": by_office}
    wanted = {**asked, **days._asdict(), "services": list(services) if services else None}
    cursor = await connection.execute(_FIGURES, wanted)
    lines: dict[_Key, Line] = {}
    for is_before, day, office, service, channel, green, measure, value in await cursor.fetchall():
        place = {"day": day, "office": office, "service": service, "channel": channel}
        place |= {"green": green, "region": region_of(office) if office else None}
        key = tuple(place[dimension] for dimension in by)
        if key not in lines:
            lines[key] = Line(dict(zip(by, key, strict=True)))
        for name, sign in plain(measure, channel):
            if not is_before:
                lines[key].add(name, sign * value)
            elif name == IN_HAND:
                lines[key].add(BEFORE, sign * value)
    return {key: line for key, line in lines.items() if any(line.counts.values())}


def _day_by_day(lines: Mapping[_Key, Line], days: DayRange, by: Sequence[str]) -> dict[_Key, Line]:
    """A line for every day of each group. What is in hand at its end is so at the next."""
    place = by.index("day")
    groups = {(*key[:place], *key[place + 1 :]) for key in lines}
    if len(groups) * ((days.last - days.first).days + 1) > MOST_LINES:
        raise TooManyLines
    found: dict[_Key, Line] = {}
    for group in groups:
        before = lines.get((*group[:place], None, *group[place:]), Line({})).in_hand
        for day in _every(days):
            key = (*group[:place], day, *group[place:])
            line = lines.get(key) or Line(dict(zip(by, key, strict=True)))
            line.add(BEFORE, before)
            before = line.in_hand
            if any(line.counts.values()):
                found[key] = line
    return found


def _every(days: DayRange) -> Iterator[date]:
    for number in range((days.last - days.first).days + 1):
        yield days.first + timedelta(days=number)


def _ordered(lines: Mapping[_Key, Line]) -> list[Line]:
    return [lines[key] for key in sorted(lines, key=lambda key: [str(part) for part in key])]
