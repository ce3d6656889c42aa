"""Keeps the network office centres of the town: in its story day by day, and while it lives."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, time, timedelta
from typing import Final, NamedTuple

from cheguan.town.centre_days import FIRST, next_act
from cheguan.town.city_round import CityRound
from cheguan.town.clock import LOADED
from cheguan.town.requests import town_request
from cheguan.town.town import Town
from domain.calendar import OFFICE_ZONE, Calendar, local_day
from domain.centres.centre import CENTRE
from domain.centres.state import Centre, centre_of
from domain.door.refusals import NotFound
from domain.offices.tree import REGIONS
from domain.people import system
from domain.refusal import Refusal

_WATCHER: Final = system("town")
_LOOKS: Final = (time(8), time(10), time(15))
_CALENDAR: Final = Calendar()
_MOST: Final = 40
"""More than this a centre never has to do at once, so whatever goes on has gone wrong."""


class CentreLook(NamedTuple):
    """All centres do at this instant what is to be done."""

    at: datetime


def centre_looks() -> Iterator[CentreLook]:
    """Some on each working day of the story, in order."""
    for number in range((local_day(LOADED) - FIRST).days + 1):
        day = FIRST + timedelta(number)
        if _CALENDAR.is_working_day(day):
            for hour in _LOOKS:
                at = datetime.combine(day, hour, OFFICE_ZONE)
                if at < LOADED:
                    yield CentreLook(at)


async def keep_centres(town: Town, look: CentreLook) -> None:
    """Lets every centre do what is to be done at the instant."""
    town.clock.act_at(look.at)
    await asyncio.gather(*(_kept(town, region) for region in REGIONS))


async def _kept(town: Town, region: str) -> None:
    for _ in range(_MOST):
        if not await _step(town, region):
            return


class CentresKept(CityRound):
    """Goes round the centres of a living town. One does one thing each time."""

    async def visit(self, town: Town, region: str) -> None:
        await _step(town, region)


async def _step(town: Town, region: str) -> bool:
    """Whether something was done. What is refused, somebody else has done meanwhile."""
    centre, version = await _found(town, region)
    act = next_act(centre, region, town.seed, town.clock())
    if act is None:
        return False
    command, by = act
    stream = centre_of(f"{region}.noc")
    with suppress(Refusal):
        await town.door.handle(CENTRE, stream, command, town_request(stream, version, command, by))
        return True
    return False


async def _found(town: Town, region: str) -> tuple[Centre, int]:
    """The centre as it stands in the log. Somebody else may keep it too."""
    stream = centre_of(f"{region}.noc")
    town.door.forget(stream)
    try:
        opened, _ = await town.door.open(CENTRE, stream, _WATCHER)
    except NotFound:
        return CENTRE.initial, 0
    return opened.state, opened.version
