"""A service that keeps seeds, with a clock that the test sets."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from domain.draws.draw import DRAW
from domain.draws.state import DayDraw, draw_of
from domain.people import system
from tests.kit.served import Service, served
from workers.draws.custody import SeedCustody

MONDAY, TUESDAY = date(2020, 2, 24), date(2020, 2, 25)
NINE: Final = datetime(2020, 2, 24, 1, tzinfo=UTC)
CITY: Final = "410100"


@dataclass
class DrawOffice:
    """A service whose clock the test sets, and two processes that keep its seeds."""

    service: Service
    now: datetime = NINE

    def __post_init__(self) -> None:
        made = self.service.desk
        self.custody = SeedCustody(made.door, made.keyring)
        self.another = SeedCustody(made.door, made.keyring)

    async def draw(self, day: date) -> DayDraw:
        opened, _ = await self.service.desk.door.open(DRAW, draw_of(CITY, day), system("test"))
        return opened.state


@asynccontextmanager
async def draw_office(database_url: str, folder: Path) -> AsyncIterator[DrawOffice]:
    made: list[DrawOffice] = []
    async with served(database_url, folder, clock=lambda: made[0].now if made else NINE) as service:
        made.append(DrawOffice(service))
        yield made[0]
