"""Whether the doors of halls stand open now, as the API and the pages tell it alike."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Final, TypedDict

from api.dependencies import read_connection
from api.desk import Desk
from domain.door.refusals import NotFound
from domain.hall_measures.hall_measures import HALL_MEASURES
from domain.hall_measures.precautions import Precautions
from domain.hall_measures.state import measures_of
from domain.halls.doors import Doors, DoorsWhy, doors
from domain.halls.hall import HALL
from domain.halls.keeping import keeps_hall
from domain.halls.rules import ROUNDS
from domain.offices.tree import OFFICES
from domain.people import system
from domain.titles import Title
from projections.halls.queries import halls_on

_READER: Final = system("openings")


class TitledDoors(TypedDict):
    """A code and what it means, in both languages."""

    code: DoorsWhy
    title: Title


class MissingCheck(TypedDict):
    """A duty whose staff was not checked, or an area that was not disinfected."""

    code: str
    title: Title


class HallTold(TypedDict):
    """Whether the doors are open at this moment, and which checks are missing if they are not."""

    open: bool
    why: TitledDoors
    missing: list[MissingCheck]


async def precautions(desk: Desk, region: str, day: date) -> Precautions:
    """What the halls of a prefecture keep on the day beyond the announcement."""
    try:
        opened, _ = await desk.door.open(HALL_MEASURES, measures_of(region), _READER)
    except NotFound:
        return HALL_MEASURES.initial.on(day)
    return opened.state.on(day)


async def doors_of(desk: Desk, offices: Collection[str], day: date) -> Mapping[str, Doors]:
    """The doors of those offices that keep a hall, by office. Nobody knows those of another day."""
    kept = [each for each in offices if keeps_hall(OFFICES[each], day)]
    if day != desk.today or not kept:
        return {}
    async with read_connection(desk) as reading:
        halls = await halls_on(reading, day, kept)
    regions = {OFFICES[each].region_code for each in kept}
    measures = {region: await precautions(desk, region, day) for region in regions}
    areas = tuple(each.area for each in ROUNDS.on(day) if each.disinfection)
    return {
        each: doors(halls.get(each, HALL.initial), areas, measures[OFFICES[each].region_code])
        for each in kept
    }


def hall_told(found: Doors) -> HallTold:
    return {
        "open": found.open,
        "why": {"code": found.why, "title": found.why.words},
        "missing": [
            {"code": each.value, "title": each.words} for each in (*found.staff, *found.areas)
        ],
    }
