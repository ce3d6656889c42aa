"""The town's clock as the store has it: every process looks at it, and so all show the same."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Final

from cheguan.town.clock import TownClock
from domain.event_store.connection import connect
from domain.event_store.service_clock import ClockSetting, Reading, read_clock, set_clock
from domain.event_store.transaction import Connection
from workers.interval import every

EVERY_S: Final = 0.25
"""How often a process looks. So it follows within a second, also on a machine that is busy."""


class StoredClock:
    """Sets a clock of this process by what the store says."""

    def __init__(self, url: str, clock: TownClock) -> None:
        self._url = url
        self._clock = clock
        self._known: ClockSetting | None = None

    @property
    def now(self) -> datetime:
        return self._clock()

    @property
    def speed(self) -> float:
        return self._clock.speed

    async def set(self, at: datetime | None, speed: float | None) -> None:
        """Sets the clock for everyone, and here at once. Raises ``OutOfRange``."""
        connection = await connect(self._url)
        try:
            self._follow(await set_clock(connection, at, speed))
        finally:
            await connection.close()

    async def begin(self, begin: datetime, at: datetime | None, speed: float | None) -> None:
        """Lets the clock run from ``begin`` on, or from where it stood. Raises ``OutOfRange``."""
        connection = await connect(self._url)
        try:
            self._follow(await set_clock(connection, at, speed, begin=begin))
        finally:
            await connection.close()

    async def look(self, connection: Connection) -> None:
        """Follows what was set anew. What is known already goes on undisturbed."""
        found = await read_clock(connection)
        if found is not None and found.setting != self._known:
            self._follow(found)

    def _follow(self, reading: Reading) -> None:
        self._known = reading.setting
        self._clock.run(reading.now, reading.setting.speed)


@asynccontextmanager
async def following(url: str, clock: Callable[[], datetime]) -> AsyncIterator[StoredClock | None]:
    """Follows the store while the context is open, if the clock is that of a town."""
    if not isinstance(clock, TownClock):
        yield None
        return
    stored, stop = StoredClock(url, clock), asyncio.Event()
    connection = await connect(url)
    try:
        await stored.look(connection)
    finally:
        await connection.close()
    looking = asyncio.create_task(every(EVERY_S, url, stored.look, stop))
    try:
        yield stored
    finally:
        stop.set()
        await looking
