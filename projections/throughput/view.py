"""What one view of the province needs: sums of several periods, and what is in hand at present.

It is asked in one question, so that all tables of a page are of one moment.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final, LiteralString, NamedTuple

from domain.event_store.transaction import Connection
from projections.throughput import measures
from projections.throughput.ages import submitted_at_age
from projections.throughput.lines import BEFORE, Line
from projections.throughput.plain import HELD, IN_HAND
from projections.throughput.spans import BEGINNING, DayRange, covering
from projections.throughput.totals import BY_BOTH, BY_REGION, BY_SERVICE

REGION_AND_SERVICE: Final = ("region", "service")
PRESENT: Final = ""
"""The name among the periods of what is in hand at present."""
_DAY: Final = timedelta(days=1)

_SUMS: Final[LiteralString] = """
SELECT p.part, CASE WHEN p.by <> 'service' THEN t.region END,
       CASE WHEN p.by <> 'region' THEN t.service END, t.measure, sum(t.value)::bigint
FROM unnest(%(parts)s::int[], %(by)s::text[], %(rows)s::text[], %(days)s::bigint[],
            %(firsts)s::date[])
     AS p(part, by, rows, days, first)
     JOIN projections.throughput_totals AS t
          ON (t.by, t.days, t.first) = (p.rows, p.days, p.first)
WHERE (%(services)s::text[] IS NULL OR p.by = 'service' OR t.service = ANY(%(services)s))
  AND (%(region)s::text IS NULL OR p.by <> 'service' OR t.region = %(region)s)
GROUP BY 1, 2, 3, 4 HAVING sum(t.value) <> 0
UNION ALL
SELECT p.part, CASE WHEN p.by <> 'service' THEN t.region END,
       CASE WHEN p.by <> 'region' THEN t.service END, t.measure, sum(t.value)::bigint
FROM unnest(%(parts_of)s::int[], %(by_of)s::text[], %(rows_of)s::text[], %(days_of)s::bigint[],
            %(firsts_of)s::date[], %(measures_of)s::text[])
     AS p(part, by, rows, days, first, measure)
     JOIN projections.throughput_totals AS t
          ON (t.by, t.days, t.first, t.measure) = (p.rows, p.days, p.first, p.measure)
WHERE (%(services)s::text[] IS NULL OR p.by = 'service' OR t.service = ANY(%(services)s))
  AND (%(region)s::text IS NULL OR p.by <> 'service' OR t.region = %(region)s)
GROUP BY 1, 2, 3, 4 HAVING sum(t.value) <> 0"""
"""``by`` is what the lines are told by, and ``rows`` are those that are summed for them."""


class _Part(NamedTuple):
    """The sums over some days that go into the lines of a period.

    Without ``of`` it is every measure. ``told_as`` is the name that those asked for get there.
    ``by`` says by what the lines are told.
    """

    period: str
    days: DayRange
    of: Collection[str] = ()
    told_as: str | None = None
    by: str = BY_BOTH


async def view(
    connection: Connection,
    periods: Mapping[str, DayRange],
    today: date | None = None,
    *,
    by_region: Mapping[str, DayRange] = MappingProxyType({}),
    by_service: Mapping[str, DayRange] = MappingProxyType({}),
    of: Collection[str] = (),
    present: Mapping[str, str] = MappingProxyType({PRESENT: BY_BOTH}),
    stages: bool = False,
    due: Mapping[str, DayRange] = MappingProxyType({}),
    services: Collection[str] | None = None,
    region: str | None = None,
) -> dict[str, list[Line]]:
    """The lines of each period by region and service, and with ``today`` those of the present.

    The lines of the periods ``by_region`` are of all services together, and those of the periods
    ``by_service`` of the whole province; they cost the same however many cases there are.
    ``services`` narrows all but the latter, and ``region`` only the latter.
    ``of`` names the sums of a period that are wanted, if it is not all. ``present`` names the
    lines of the present, each with what it is told by. ``stages`` tells what is in hand by stage
    as well, and how much of it is held. ``due`` counts what is due on some days, as ``due:NAME``.
    """
    asked = ((periods, BY_BOTH), (by_region, BY_REGION), (by_service, BY_SERVICE))
    parts = [
        part._replace(by=by)
        for named, by in asked
        for name, days in named.items()
        for part in _of_a_period(name, days, of)
    ]
    now = list(_of_the_present(today, due, stages=stages)) if today else []
    parts += [part._replace(period=name, by=by) for name, by in present.items() for part in now]
    cursor = await connection.execute(_SUMS, _asked(parts, services, region))
    lines: dict[str, dict[tuple[str | None, str | None], Line]] = {
        part.period: {} for part in parts
    }
    for number, *key, measure, value in await cursor.fetchall():
        part, place = parts[number], (key[0], key[1])
        found = lines[part.period]
        if place not in found:
            found[place] = Line(dict(zip(REGION_AND_SERVICE, place, strict=True)))
        found[place].add(part.told_as or measure, value)
    return {name: list(found.values()) for name, found in lines.items()}


def _of_a_period(name: str, days: DayRange, of: Collection[str]) -> Iterator[_Part]:
    yield _Part(name, days, of)
    yield _Part(name, DayRange(BEGINNING, days.first - _DAY), (IN_HAND,), BEFORE)


def _of_the_present(today: date, due: Mapping[str, DayRange], *, stages: bool) -> Iterator[_Part]:
    """What is in hand, what of it is late, how old it is, and when it is due."""
    more = (*HELD.values(), measures.ON_HOLD) if stages else ()
    yield _Part(PRESENT, DayRange(BEGINNING, today), (IN_HAND, *more))
    yield _Part(PRESENT, DayRange(BEGINNING, today - _DAY), (measures.DUE,))
    for age, days in submitted_at_age(today).items():
        yield _Part(PRESENT, days, (measures.WAITING,), f"{measures.WAITING}:{age}")
    for name, days in due.items():
        yield _Part(PRESENT, days, (measures.DUE,), f"{measures.DUE}:{name}")


def _asked(
    parts: list[_Part], services: Collection[str] | None, region: str | None
) -> dict[str, Any]:
    rows = {
        BY_BOTH: BY_BOTH,
        BY_REGION: BY_BOTH if services else BY_REGION,
        BY_SERVICE: BY_BOTH if region else BY_SERVICE,
    }
    spans = [
        (n, part.by, *span)
        for n, part in enumerate(parts)
        if not part.of
        for span in covering(*part.days)
    ]
    named = [
        (n, part.by, *span, measure)
        for n, part in enumerate(parts)
        for span in covering(*part.days)
        for measure in part.of
    ]
    return {
        "services": list(services) if services else None,
        "region": region,
        "parts": [n for n, *_ in spans],
        "by": [by for _, by, *_ in spans],
        "rows": [rows[by] for _, by, *_ in spans],
        "days": [days for *_, days, _ in spans],
        "firsts": [first for *_, first in spans],
        "parts_of": [n for n, *_ in named],
        "by_of": [by for _, by, *_ in named],
        "rows_of": [rows[by] for _, by, *_ in named],
        "days_of": [days for *_, days, _, _ in named],
        "firsts_of": [first for *_, first, _ in named],
        "measures_of": [measure for *_, measure in named],
    }
