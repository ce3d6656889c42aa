"""Figures of any number of made-up cases, put into the tables without any history.

The cases are spread by chance over a year, every region, service and channel. Their figures are
those of cases that went straight to their end, and of a few that are in hand.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final, LiteralString, NamedTuple

from domain.case.intake.reasons import DefectCode
from domain.case.stage import Stage
from domain.event_store.transaction import Connection
from domain.offices.tree import REGIONS
from domain.services.catalogue import CATALOGUE, REFUSALS
from domain.services.choices import Channel
from projections.throughput import measures
from projections.throughput.durations import HANDLE, HANDOVER, PRODUCTION, TRANSIT, TURNAROUND
from projections.throughput.spans import SPANS
from projections.throughput.totals import BY_BOTH, totals

DAYS: Final = 365
_FIGURES: Final[LiteralString] = """
WITH lots AS (
    SELECT n, (hashint8extended(n, 1) & 1048575)::int AS day,
           1 + (hashint8extended(n, 2) & 1048575) %% cardinality(%(regions)s::text[]) AS region,
           1 + (hashint8extended(n, 3) & 1048575) %% cardinality(%(services)s::text[]) AS service,
           1 + (hashint8extended(n, 4) & 1048575) %% cardinality(%(channels)s::text[]) AS channel,
           (hashint8extended(n, 5) & 1048575) %% 100 AS lot
    FROM generate_series(1, %(cases)s::bigint) AS n
)
INSERT INTO projections.throughput_figures
SELECT %(first)s::date + day %% %(days)s + after, (%(regions)s::text[])[region],
       (%(services)s::text[])[service], (%(channels)s::text[])[channel], false, measure, count(*)
FROM lots JOIN unnest(%(measures)s::text[], %(afters)s::int[], %(lows)s::int[], %(highs)s::int[])
               AS deeds(measure, after, low, high) ON lot >= low AND lot < high
GROUP BY 1, 2, 3, 4, 6"""
_BY_DAY: Final[LiteralString] = """
INSERT INTO projections.throughput_totals
SELECT 'region_and_service', 1, day, name, office, service, sum(value * sign)
FROM projections.throughput_figures
     JOIN unnest(%(measures)s::text[], %(channels)s::text[], %(names)s::text[], %(signs)s::int[])
          AS parts(measure, channel, name, sign) USING (measure, channel)
GROUP BY 3, 4, 5, 6 ORDER BY 3, 4, 5, 6"""
_APART: Final[LiteralString] = """
INSERT INTO projections.throughput_totals
SELECT 'region', days, first, measure, region, '', sum(value)
FROM projections.throughput_totals GROUP BY 2, 3, 4, 5
UNION ALL
SELECT 'service', days, first, measure, '', service, sum(value)
FROM projections.throughput_totals GROUP BY 2, 3, 4, 6
ORDER BY 1, 2, 3, 4, 5, 6"""
_BY_SPAN: Final[LiteralString] = """
INSERT INTO projections.throughput_totals
SELECT by, span, date '0001-01-01' + (greatest(number / span * span, 1) - 1)::int,
       measure, region, service, sum(value)
FROM (SELECT by, first - date '0001-01-01' + 1 AS number, measure, region, service, value
      FROM projections.throughput_totals WHERE days = 1) AS by_day
     CROSS JOIN unnest(%(spans)s::bigint[]) AS span
GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6"""
"""All are written in the order of the days, as the read model writes them."""


class _Deed(NamedTuple):
    """A measure, so many days after the submission, of the cases with these lots of a hundred."""

    measure: str
    after: int
    low: int
    high: int


def _deeds() -> Iterator[_Deed]:
    moves = measures.MOVES
    yield _Deed(moves[Stage.NEW][Stage.SUBMITTED], 0, 0, 100)
    yield _Deed(moves[Stage.SUBMITTED][Stage.ACCEPTED], 1, 0, 100)
    yield _Deed(measures.ACCEPTED, 1, 0, 100)
    yield _Deed(moves[Stage.ACCEPTED][Stage.IN_REVIEW], 1, 0, 100)
    yield _Deed(measures.WAITING, 0, 98, 100)
    yield _Deed(measures.DUE, 20, 98, 100)
    yield _Deed(measures.DECIDED, 2, 0, 98)
    yield _Deed(measures.DECIDED_LATE, 2, 0, 2)
    yield _Deed(moves[Stage.IN_REVIEW][Stage.REFUSED], 2, 90, 98)
    yield _Deed(measures.DECIDED_AGAINST, 2, 90, 98)
    for n, code in enumerate(list(REFUSALS)[:8]):
        yield _Deed(f"{measures.REFUSED_FOR}:{code}", 2, 90 + n, 91 + n)
    yield _Deed(measures.CORRECTED, 1, 0, 14)
    yield _Deed(measures.SUBMITTED_CORRECTED, 0, 0, 14)
    for n, defect in enumerate(DefectCode):
        yield _Deed(f"{measures.CORRECTED_FOR}:{defect}", 1, n * 2, n * 2 + 2)
    yield _Deed(moves[Stage.IN_REVIEW][Stage.IN_PRODUCTION], 2, 0, 90)
    yield _Deed(moves[Stage.IN_PRODUCTION][Stage.IN_POST], 3, 0, 90)
    yield _Deed(measures.HANDED_OVER, 3, 0, 90)
    yield _Deed(moves[Stage.IN_POST][Stage.COMPLETED], 5, 0, 90)
    yield _Deed(measures.DELIVERED, 5, 0, 90)
    yield _Deed(measures.DELIVERED_FIRST_POST, 3, 0, 90)
    for step in range(6):
        lots = step * 15, step * 15 + 15
        yield _Deed(HANDLE.measures[14 + step], 2, *lots)
        yield _Deed(PRODUCTION.measures[18 + step], 3, *lots)
        yield _Deed(HANDOVER.measures[14 + step], 3, *lots)
        yield _Deed(TRANSIT.measures[20 + step], 5, *lots)
        yield _Deed(TURNAROUND.measures[22 + step], 5, *lots)


_DEEDS: Final = tuple(_deeds())


async def fill(connection: Connection, cases: int, last: date) -> None:
    """Makes figures of cases submitted in the year up to ``last``, and their totals."""
    await connection.execute(
        _FIGURES,
        {
            "cases": cases,
            "first": date.fromordinal(last.toordinal() - DAYS + 1),
            "days": DAYS,
            "regions": list(REGIONS),
            "services": list(CATALOGUE),
            "channels": list(Channel),
            "measures": [deed.measure for deed in _DEEDS],
            "afters": [deed.after for deed in _DEEDS],
            "lows": [deed.low for deed in _DEEDS],
            "highs": [deed.high for deed in _DEEDS],
        },
    )
    parts = list(_parts())
    await connection.execute(
        _BY_DAY,
        {
            "measures": [measure for measure, _, _, _ in parts],
            "channels": [channel for _, channel, _, _ in parts],
            "names": [name for _, _, name, _ in parts],
            "signs": [sign for _, _, _, sign in parts],
        },
    )
    await connection.execute(_APART)
    await connection.execute(_BY_SPAN, {"spans": list(SPANS[1:])})
    await connection.execute("VACUUM (ANALYZE) projections.throughput_totals")


def _parts() -> Iterator[tuple[str, str, str, int]]:
    """What each measure adds to the totals, asked of the read model itself.

    A measure, a channel, a name, a sign.
    """
    office = next(iter(REGIONS))
    for measure in {deed.measure for deed in _DEEDS}:
        for channel in Channel:
            figure = date.max, office, "", channel.value, False, measure
            for (by, days, _, name, _, _), sign in totals({figure: 1}).items():
                if by == BY_BOTH and days == 1:
                    yield measure, channel.value, name, sign
