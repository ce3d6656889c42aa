"""What is asked about parcels: those of a case, those with something wrong, and counts."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection
from domain.offices.tree import prefecture_of
from domain.parcels.state import ParcelStage
from projections.engine.columns import Columns
from projections.parcels.row import DELIVERED, FAILED_FOR, HANDED_OVER, RETURNED, ParcelRow
from projections.throughput.durations import TRANSIT, quantile

_COLUMNS: Final = Columns(ParcelRow)
_OF_CASE: Final[LiteralString] = """
SELECT * FROM projections.parcels WHERE of_case = %s ORDER BY posting"""
_IRREGULAR: Final[LiteralString] = """
SELECT * FROM projections.parcels WHERE irregular AND office = ANY(%s)
ORDER BY hand_over_by, stream LIMIT %s"""
_STANDING: Final[LiteralString] = """
SELECT office, stage, count(*), count(*) FILTER (WHERE irregular)
FROM projections.parcels GROUP BY office, stage"""
_IN_PERIOD: Final[LiteralString] = """
SELECT office, county, measure, sum(value)::bigint FROM projections.parcels_figures
WHERE day BETWEEN %s AND %s GROUP BY office, county, measure"""
_WITH_THE_OFFICE: Final = frozenset({ParcelStage.PREPARED, ParcelStage.ENCLOSED})
_WITH_THE_CARRIER: Final = frozenset(
    {ParcelStage.HANDED_OVER, ParcelStage.IN_TRANSIT, ParcelStage.NOT_DELIVERED}
)


class PostOfPlace(NamedTuple):
    """What lies where now, and what came about in the period, of an office or a prefecture."""

    place: str
    to_hand_over: int
    under_way: int
    irregular: int
    handed_over: int
    delivered: int
    returned: int
    failed_for: Mapping[str, int]


class Transit(NamedTuple):
    """How long parcels to a county took, in elapsed time from the hand-over to the signature."""

    county: str
    parcels: int
    p50: timedelta
    p90: timedelta


async def parcels_of_case(connection: Connection, case: UUID) -> list[ParcelRow]:
    """The postings of a document, in their order."""
    return await _rows(connection, _OF_CASE, (case,))


async def irregular_parcels(
    connection: Connection, offices: Sequence[str], limit: int
) -> list[ParcelRow]:
    """Those that somebody of these offices has to see to, the oldest first."""
    return await _rows(connection, _IRREGULAR, (list(offices), limit))


async def post_by_office(connection: Connection, first: date, last: date) -> Sequence[PostOfPlace]:
    """A line an office that has posted anything. Both days are included."""
    now: defaultdict[str, defaultdict[str, int]] = defaultdict(lambda: defaultdict(int))
    for office, stage, parcels, irregular in await (await connection.execute(_STANDING)).fetchall():
        of = now[office]
        of[stage] += parcels
        of["irregular"] += irregular
    for office, _, measure, value in await _counted(connection, first, last):
        now[office][measure] += value
    return [_line(office, now[office]) for office in sorted(now)]


def of_regions(offices: Iterable[PostOfPlace]) -> Sequence[PostOfPlace]:
    """The same by prefecture, in the order of the codes."""
    found: defaultdict[str, list[PostOfPlace]] = defaultdict(list)
    for each in offices:
        found[prefecture_of(each.place)].append(each)
    return [together(region, found[region]) for region in sorted(found)]


def together(place: str, parts: Sequence[PostOfPlace]) -> PostOfPlace:
    """The sum of some places, under the name of another."""
    failed: Counter[str] = Counter()
    for each in parts:
        failed.update(each.failed_for)
    return PostOfPlace(
        place=place,
        to_hand_over=sum(each.to_hand_over for each in parts),
        under_way=sum(each.under_way for each in parts),
        irregular=sum(each.irregular for each in parts),
        handed_over=sum(each.handed_over for each in parts),
        delivered=sum(each.delivered for each in parts),
        returned=sum(each.returned for each in parts),
        failed_for=dict(sorted(failed.items())),
    )


async def transit_by_county(connection: Connection, first: date, last: date) -> Sequence[Transit]:
    """A line a county to which anything was delivered. Both days are included."""
    buckets: defaultdict[str, dict[int, int]] = defaultdict(dict)
    places = {name: place for place, name in enumerate(TRANSIT.measures)}
    for _, county, measure, value in await _counted(connection, first, last):
        if (place := places.get(measure)) is not None:
            held = buckets[county]
            held[place] = held.get(place, 0) + value
    return [_transit(county, buckets[county]) for county in sorted(buckets)]


def _transit(county: str, counts: Mapping[int, int]) -> Transit:
    half, most = (quantile(counts, share) or timedelta() for share in (0.5, 0.9))
    return Transit(county, sum(counts.values()), half, most)


def _line(place: str, counts: Mapping[str, int]) -> PostOfPlace:
    reasons = f"{FAILED_FOR}:"
    return PostOfPlace(
        place=place,
        to_hand_over=sum(counts.get(each, 0) for each in _WITH_THE_OFFICE),
        under_way=sum(counts.get(each, 0) for each in _WITH_THE_CARRIER),
        irregular=counts.get("irregular", 0),
        handed_over=counts.get(_DAILY[HANDED_OVER], 0),
        delivered=counts.get(_DAILY[DELIVERED], 0),
        returned=counts.get(_DAILY[RETURNED], 0),
        failed_for={
            name.removeprefix(reasons): value
            for name, value in sorted(counts.items())
            if name.startswith(reasons)
        },
    )


_DAILY: Final = {each: f"{each}:in_period" for each in (HANDED_OVER, DELIVERED, RETURNED)}
"""A measure of the period beside the stage of the same name, which is of the present."""


async def _counted(
    connection: Connection, first: date, last: date
) -> list[tuple[str, str, str, int]]:
    cursor = await connection.execute(_IN_PERIOD, (first, last))
    return [
        (office, county, _DAILY.get(str(measure), str(measure)), value)
        for office, county, measure, value in await cursor.fetchall()
    ]


async def _rows(
    connection: Connection, query: LiteralString, values: Sequence[object]
) -> list[ParcelRow]:
    cursor = await connection.execute(query, values, binary=True)
    return [_COLUMNS.row(row) for row in await cursor.fetchall()]
