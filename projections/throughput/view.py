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

REGION_AND_SERVICE: Final = ("region", "service")
PRESENT: Final = ""
"""The name among the periods of what is in hand at present."""
_DAY: Final = timedelta(days=1)

_SUMS: Final[LiteralString] = """
SELECT p.part, t.region, CASE WHEN p.by_service THEN t.service END, t.measure,
       sum(t.value)::bigint
FROM unnest(%(parts)s::int[], %(by_service)s::bool[], %(days)s::bigint[], %(firsts)s::date[])
     AS p(part, by_service, days, first)
     JOIN projections.throughput_totals AS t USING (days, first)
WHERE %(services)s::text[] IS NULL OR t.service = ANY(%(services)s)
GROUP BY 1, 2, 3, 4 HAVING sum(t.value) <> 0
UNION ALL
SELECT p.part, t.region, CASE WHEN p.by_service THEN t.service END, t.measure,
       sum(t.value)::bigint
FROM unnest(%(parts_of)s::int[], %(by_service_of)s::bool[], %(days_of)s::bigint[],
            %(firsts_of)s::date[], %(measures_of)s::text[])
     AS p(part, by_service, days, first, measure)
     JOIN projections.throughput_totals AS t USING (days, first, measure)
WHERE %(services)s::text[] IS NULL OR t.service = ANY(%(services)s)
GROUP BY 1, 2, 3, 4 HAVING sum(t.value) <> 0"""


class _Part(NamedTuple):
    """The sums over some days that go into the lines of a period.

    Without ``of`` it is every measure. ``told_as`` is the name that those asked for get there.
    Without ``by_service`` the lines are of all services together.
    """

    period: str
    days: DayRange
    of: Collection[str] = ()
    told_as: str | None = None
    by_service: bool = True


async def view(
    connection: Connection,
    periods: Mapping[str, DayRange],
    today: date | None = None,
    *,
    by_region: Mapping[str, DayRange] = MappingProxyType({}),
    of: Collection[str] = (),
    stages: bool = False,
    due: Mapping[str, DayRange] = MappingProxyType({}),
    services: Collection[str] | None = None,
) -> dict[str, list[Line]]:
    """The lines of each period by region and service, and with ``today`` those of the present.

    The lines of the periods ``by_region`` are of all services together. ``of`` names the sums of
    a period that are wanted, if it is not all. ``stages`` tells what is in hand by stage as well,
    and how much of it is held. ``due`` counts what is due on some days, as ``due:NAME``.
    """
    parts = [part for name, days in periods.items() for part in _of_a_period(name, days, of)]
    parts += [
        part._replace(by_service=False)
        for name, days in by_region.items()
        for part in _of_a_period(name, days, of)
    ]
    parts += _of_the_present(today, stages=stages) if today else ()
    parts += [
        _Part(PRESENT, days, (measures.DUE,), f"{measures.DUE}:{name}")
        for name, days in due.items()
    ]
    cursor = await connection.execute(_SUMS, _asked(parts, services))
    lines: dict[str, dict[tuple[str, str | None], Line]] = {part.period: {} for part in parts}
    for number, region, service, measure, value in await cursor.fetchall():
        part = parts[number]
        found = lines[part.period]
        if (region, service) not in found:
            found[region, service] = Line({"region": region, "service": service})
        found[region, service].add(part.told_as or measure, value)
    return {name: list(found.values()) for name, found in lines.items()}


def _of_a_period(name: str, days: DayRange, of: Collection[str]) -> Iterator[_Part]:
    yield _Part(name, days, of)
    yield _Part(name, DayRange(BEGINNING, days.first - _DAY), (IN_HAND,), BEFORE)


def _of_the_present(today: date, *, stages: bool) -> Iterator[_Part]:
    """What is in hand, what of it is late, and how old it is."""
    more = (*HELD.values(), measures.ON_HOLD) if stages else ()
    yield _Part(PRESENT, DayRange(BEGINNING, today), (IN_HAND, *more))
    yield _Part(PRESENT, DayRange(BEGINNING, today - _DAY), (measures.DUE,))
    for age, days in submitted_at_age(today).items():
        yield _Part(PRESENT, days, (measures.WAITING,), f"{measures.WAITING}:{age}")


def _asked(parts: list[_Part], services: Collection[str] | None) -> dict[str, Any]:
    spans = [
        (n, part.by_service, *span)
        for n, part in enumerate(parts)
        if not part.of
        for span in covering(*part.days)
    ]
    named = [
        (n, part.by_service, *span, measure)
        for n, part in enumerate(parts)
        for span in covering(*part.days)
        for measure in part.of
    ]
    return {
        "services": list(services) if services else None,
        "parts": [n for n, *_ in spans],
        "by_service": [by_service for _, by_service, *_ in spans],
        "days": [days for *_, days, _ in spans],
        "firsts": [first for *_, first in spans],
        "parts_of": [n for n, *_ in named],
        "by_service_of": [by_service for _, by_service, *_ in named],
        "days_of": [days for *_, days, _, _ in named],
        "firsts_of": [first for *_, first, _ in named],
        "measures_of": [measure for *_, measure in named],
    }
