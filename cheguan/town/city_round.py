"""Goes round the cities of a living town, to one each time, and not faster than people do."""

import asyncio
from abc import ABC, abstractmethod
from typing import Final

from cheguan.town.town import Town
from domain.offices.tree import REGIONS

_EVERY_S: Final = 3.0


class CityRound(ABC):
    """Visits one city after the other, whenever it is asked to after ``every_s`` seconds."""

    def __init__(self, *, every_s: float = _EVERY_S) -> None:
        self._every_s = every_s
        self._not_before = 0.0
        self._turn = 0

    async def give(self, town: Town) -> None:
        """Visits the next city, if the last visit was long enough ago."""
        now = asyncio.get_running_loop().time()
        if now < self._not_before:
            return
        self._not_before = now + self._every_s
        regions = list(REGIONS)
        await self.visit(town, regions[self._turn % len(regions)])
        self._turn += 1

    @abstractmethod
    async def visit(self, town: Town, region: str) -> None:
        """Does what there is to do in the city."""
