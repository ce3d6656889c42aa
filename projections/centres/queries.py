"""How long whoever applies in a city waits for its network office centre, as things stand."""

import math
from collections.abc import Mapping
from datetime import date
from typing import Final, LiteralString, NamedTuple

import msgspec

from domain.case.stage import Stage
from domain.centres.state import Centre
from domain.event_store.transaction import Connection
from domain.offices.office import OfficeKind
from domain.offices.tree import OFFICES
from projections.throughput.totals import region_of

_CHANGES: Final[LiteralString] = "SELECT coalesce(sum(changes), 0) FROM projections.centres"
_CENTRES: Final[LiteralString] = "SELECT office, centre FROM projections.centres"
_BACKLOG: Final[LiteralString] = """
SELECT office, count(*) FROM projections.caseload
WHERE open AND NOT held AND stage = ANY(%s) GROUP BY office"""
BEFORE_THE_DECISION: Final = frozenset({Stage.SUBMITTED, Stage.ACCEPTED, Stage.IN_REVIEW})
"""The stages at which a case is in the hands of the centre."""
HANDLED_BY_CENTRES: Final = frozenset({OfficeKind.VEHICLE_OFFICE, OfficeKind.NETWORK_CENTRE})
"""The kinds of offices whose online cases the centre of their city handles."""
_decode: Final = msgspec.json.Decoder(Centre).decode


class CentreWait(NamedTuple):
    """So many applications are in hand, and so many can be handled on a day."""

    backlog: int
    capacity: int

    @property
    def days(self) -> int | None:
        """How many working days the last of them waits. None while nothing can be handled."""
        return max(1, math.ceil(self.backlog / self.capacity)) if self.capacity else None


async def centre_changes(connection: Connection) -> int:
    """A number that is another after each event at a centre."""
    cursor = await connection.execute(_CHANGES)
    found = await cursor.fetchone()
    return int(found[0]) if found else 0


async def centre_waits(connection: Connection, today: date) -> Mapping[str, CentreWait]:
    """By region, of the centres that have rostered somebody."""
    cursor = await connection.execute(_CENTRES)
    able = {
        region_of(office): capacity
        for office, centre in await cursor.fetchall()
        if (capacity := _decode(centre).capacity_on(today)) is not None
    }
    if not able:
        return {}
    cursor = await connection.execute(_BACKLOG, (sorted(BEFORE_THE_DECISION),))
    backlog = dict.fromkeys(able, 0)
    for office, cases in await cursor.fetchall():
        region = region_of(office)
        if region in backlog and handled_by_centre(office):
            backlog[region] += cases
    return {region: CentreWait(backlog[region], able[region]) for region in sorted(able)}


def handled_by_centre(office: str) -> bool:
    """Whether the centre of the city handles the online cases of an office."""
    return office in OFFICES and OFFICES[office].kind in HANDLED_BY_CENTRES
