"""Keeps the halls of a living town, a few acts at a time, beside whoever tries it out."""

import asyncio
from contextlib import suppress
from datetime import date
from random import Random
from typing import Final

from cheguan.town import officers
from cheguan.town.hall_days import halls_open, next_command
from cheguan.town.openings import decided
from cheguan.town.requests import town_request
from cheguan.town.town import Town
from domain.calendar import local_day
from domain.door.refusals import NotFound
from domain.halls.hall import HALL
from domain.halls.state import Hall, HallStage, hall_of
from domain.offices.tree import OFFICES, REGIONS
from domain.people import system
from domain.refusal import Refusal

_WATCHER: Final = system("town")
_SHUT_AT_ONCE: Final = 6
"""So many halls that have not opened yet get on by one act each time, and one that is open."""
_EVERY_S: Final = 1.0


class HallsKept:
    """Goes round the halls of the offices that are open today, and not faster than people do."""

    def __init__(self, *, every_s: float = _EVERY_S) -> None:
        self._every_s = every_s
        self._not_before = 0.0
        self._turn = 0
        self._day: date | None = None
        self._shut: list[str] = []
        self._open: list[str] = []

    async def give(self, town: Town) -> None:
        """Lets some halls get on by one act each, if the last ones did so long enough ago."""
        now = asyncio.get_running_loop().time()
        if now < self._not_before:
            return
        self._not_before = now + self._every_s
        self._begin(local_day(town.clock()))
        for office in self._shut[:_SHUT_AT_ONCE]:
            await self._step(town, office)
        if self._open:
            self._turn += 1
            await self._step(town, self._open[self._turn % len(self._open)])

    def _begin(self, day: date) -> None:
        if day == self._day:
            return
        self._day, self._open = day, []
        regions = decided()
        self._shut = [
            office
            for office, record in OFFICES.items()
            if record.region_code in REGIONS
            and halls_open(regions[record.region_code], office, day)
        ]

    async def _step(self, town: Town, office: str) -> None:
        """A hall that nothing can be done for now lets the others go first."""
        now = town.clock()
        stream = hall_of(office, local_day(now))
        hall, version = await _found(town, office, local_day(now))
        command = next_command(hall, office, now, Random(f"{town.seed}:{stream}:{version}"))
        if command is None:
            self._rest(office)
            return
        by = officers.clerk(office, version)
        with suppress(Refusal):
            await town.door.handle(
                HALL, stream, command, town_request(stream, version, command, by)
            )
            if hall.stage is not HallStage.OPEN:
                hall, _ = await _found(town, office, local_day(now))
            if hall.stage is HallStage.OPEN and office in self._shut:
                self._shut.remove(office)
                self._open.append(office)
            return
        self._rest(office)

    def _rest(self, office: str) -> None:
        if office in self._shut:
            self._shut.remove(office)
            self._shut.append(office)


async def _found(town: Town, office: str, day: date) -> tuple[Hall, int]:
    """The hall as it stands in the log. Somebody else may keep it too."""
    stream = hall_of(office, day)
    town.door.forget(stream)
    try:
        opened, _ = await town.door.open(HALL, stream, _WATCHER)
    except NotFound:
        return HALL.initial, 0
    return opened.state, opened.version
