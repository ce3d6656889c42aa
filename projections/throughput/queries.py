"""Reads the figures. Every sum is made in SQL, and a page asks once."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final, LiteralString, NamedTuple

from domain.event_store.transaction import Connection
from projections.throughput import measures
from projections.throughput.lines import Line, summed
from projections.throughput.plain import plain
from projections.throughput.spans import BEGINNING, covering
from projections.throughput.totals import region_of

DIMENSIONS: Final = ("day", "region", "office", "service", "channel", "green")
_LATE: Final = "late"
_REGION_AND_SERVICE: Final = ("region", "service")
_OF_TOTALS: Final = frozenset(_REGION_AND_SERVICE)

_TOTALS: Final[LiteralString] = """
SELECT p.period, t.region, t.service, t.measure, sum(t.value)::bigint
FROM unnest(%(periods)s::text[], %(days)s::bigint[], %(firsts)s::date[])
     AS p(period, days, first)
     JOIN projections.throughput_totals AS t ON t.days = p.days AND t.first = p.first
WHERE (%(services)s::text[] IS NULL OR t.service = ANY(%(services)s))
  AND (p.period <> %(late)s OR t.measure = %(due)s)
GROUP BY p.period, t.region, t.service, t.measure HAVING sum(t.value) <> 0"""
_FIGURES: Final[LiteralString] = """
SELECT CASE WHEN %(day)s THEN day END, CASE WHEN %(office)s THEN office END,
       CASE WHEN %(service)s THEN service END, CASE WHEN %(channel)s THEN channel END,
       CASE WHEN %(green)s THEN green END, measure, sum(value)::bigint
FROM projections.throughput_figures
WHERE day BETWEEN %(first)s AND %(last)s
  AND (%(services)s::text[] IS NULL OR service = ANY(%(services)s))
GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(value) <> 0"""


class DayRange(NamedTuple):
    """The days from ``first`` to ``last``, both included."""

    first: date
    last: date


async def throughput(
    connection: Connection,
    days: DayRange,
    by: Sequence[str] = (),
    *,
    services: Collection[str] | None = None,
) -> list[Line]:
    """The sums of a period, grouped by some of ``DIMENSIONS``."""
    if _OF_TOTALS.issuperset(by):
        found = await periods(connection, {"": days}, services=services)
        return _ordered(summed(found[""], by))
    by_office = "region" in by or "office" in by
    asked = {name: name in by for name in DIMENSIONS} | {"office": by_office}
    wanted = {**asked, **days._asdict(), "services": list(services) if services else None}
    cursor = await connection.execute(_FIGURES, wanted)
    lines: dict[tuple[Any, ...], Line] = {}
    for day, office, service, channel, green, measure, value in await cursor.fetchall():
        place = {"day": day, "office": office, "service": service, "channel": channel}
        place |= {"green": green, "region": region_of(office) if office else None}
        line = _line(lines, place, by)
        for name, sign in plain(measure):
            line.add(name, sign * value)
    return _ordered(lines)


async def periods(
    connection: Connection,
    asked: Mapping[str, DayRange],
    *,
    late_on: date | None = None,
    services: Collection[str] | None = None,
) -> dict[str, list[Line]]:
    """Sums of several periods by region and service, in one question.

    ``late_on`` counts in every period the cases in hand that were due before that day.
    """
    spans = [(name, span) for name, days in asked.items() for span in covering(*days)]
    if late_on is not None:
        spans += [(_LATE, span) for span in covering(BEGINNING, late_on - timedelta(days=1))]
    cursor = await connection.execute(
        _TOTALS,
        {
            "periods": [name for name, _ in spans],
            "days": [span.days for _, span in spans],
            "firsts": [span.first for _, span in spans],
            "services": list(services) if services else None,
            "late": _LATE,
            "due": measures.DUE,
        },
    )
    lines: dict[str, dict[tuple[Any, ...], Line]] = {name: {} for name in (*asked, _LATE)}
    for name, region, service, measure, value in await cursor.fetchall():
        place = {"region": region, "service": service}
        if name == _LATE:
            for period in asked:
                _line(lines[period], place, _REGION_AND_SERVICE).late += value
        else:
            _line(lines[name], place, _REGION_AND_SERVICE).add(measure, value)
    return {name: list(lines[name].values()) for name in asked}


def everything(today: date) -> DayRange:
    """Every day up to this one. Then what came in less what went out is what is in hand."""
    return DayRange(BEGINNING, today)


def _ordered(lines: Mapping[tuple[Any, ...], Line]) -> list[Line]:
    return [lines[key] for key in sorted(lines, key=lambda key: [str(part) for part in key])]


def _line(lines: dict[tuple[Any, ...], Line], place: Mapping[str, Any], by: Sequence[str]) -> Line:
    key = tuple(place.get(dimension) for dimension in by)
    if key not in lines:
        lines[key] = Line(dict(zip(by, key, strict=True)))
    return lines[key]
