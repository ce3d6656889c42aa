"""How long whoever applies in a city waits for its network office centre, as things stand."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from operator import itemgetter
from typing import Final, LiteralString

import msgspec

from domain.case.stage import Stage
from domain.centres.state import Centre
from domain.event_store.transaction import Connection
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES
from projections.centres.forecast import LOOKED_BACK, CentreWait, forecast
from projections.throughput.measures import DECIDED
from projections.throughput.totals import region_of

_CHANGES: Final[LiteralString] = "SELECT coalesce(sum(changes), 0) FROM projections.centres"
_CENTRES: Final[LiteralString] = "SELECT office, centre FROM projections.centres"
_BACKLOG: Final[LiteralString] = """
SELECT office, count(*) FROM projections.caseload
WHERE open AND NOT held AND stage = ANY(%s) GROUP BY office"""
_DEMAND: Final[LiteralString] = """
SELECT day, office,
       coalesce(sum(value) FILTER (WHERE measure LIKE 'new>%%'), 0)::bigint,
       coalesce(sum(value) FILTER (WHERE day = %s AND measure = %s), 0)::bigint
FROM projections.throughput_figures
WHERE day BETWEEN %s AND %s AND (measure LIKE 'new>%%' OR measure = %s)
GROUP BY day, office"""
BEFORE_THE_DECISION: Final = frozenset({Stage.SUBMITTED, Stage.ACCEPTED, Stage.IN_REVIEW})
"""The stages at which a case is in the hands of the centre."""
HANDLED_BY_CENTRES: Final = frozenset({OfficeKind.VEHICLE_OFFICE, OfficeKind.NETWORK_CENTRE})
"""The kinds of offices whose online cases the centre of their city handles."""
_decode: Final = msgspec.json.Decoder(Centre).decode


async def centre_changes(connection: Connection) -> int:
    """A number that is another after each event at a centre."""
    cursor = await connection.execute(_CHANGES)
    found = await cursor.fetchone()
    return int(found[0]) if found else 0


async def centre_waits(connection: Connection, today: date) -> Mapping[str, CentreWait]:
    """By region, of the centres that have rostered somebody."""
    cursor = await connection.execute(_CENTRES)
    able = {
        region_of(office): (state, capacity)
        for office, centre in await cursor.fetchall()
        if (capacity := (state := _decode(centre)).capacity_on(today)) is not None
    }
    if not able:
        return {}
    cursor = await connection.execute(_BACKLOG, (sorted(BEFORE_THE_DECISION),))
    backlog = dict.fromkeys(able, 0)
    for office, cases in await cursor.fetchall():
        region = region_of(office)
        if region in backlog and handled_by_centre(office):
            backlog[region] += cases
    arrived, decided = await _demand(connection, today)
    return {
        region: CentreWait(
            backlog[region],
            capacity,
            forecast(centre, backlog[region], arrived[region], decided[region], today),
        )
        for region, (centre, capacity) in sorted(able.items(), key=itemgetter(0))
    }


async def _demand(
    connection: Connection, today: date
) -> tuple[Mapping[str, Mapping[date, int]], Mapping[str, int]]:
    """By region, what came in day by day, and how many were decided today."""
    arrived = defaultdict[str, Counter[date]](Counter)
    decided = Counter[str]()
    asked = today, DECIDED, today - LOOKED_BACK, today, DECIDED
    cursor = await connection.execute(_DEMAND, asked)
    for day, office, came, went in await cursor.fetchall():
        if handled_by_centre(office):
            arrived[region_of(office)][day] += came
            decided[region_of(office)] += went
    return arrived, decided


def handled_by_centre(office: str) -> bool:
    """Whether the centre of the city handles the online cases of an office."""
    return office in OFFICES and OFFICES[office].kind in HANDLED_BY_CENTRES
