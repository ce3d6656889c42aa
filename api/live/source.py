"""One source for all open pages of a process, however many there are.

Whoever folds says so (:mod:`projections.engine.folded`), and the source listens. Where nothing is
heard for a second it looks itself, because a notice is only a hint. So a second has at most one
question, and none while nobody watches. What moves often is told once a second.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final
from uuid import UUID

import psycopg

from api.live.watchers import Watcher, Watchers, event
from domain.event_store.connection import Connect
from domain.event_store.liveness import cut_after
from domain.event_store.transaction import Connection
from projections.engine.folded import CHANNEL
from projections.tracking.moved import moved

PACE_S: Final = 1.0
SLOWEST_PACE_S: Final = 5.0
OF_THE_TIME: Final = 0.05
BEAT_S: Final = 10.0
_LONGEST_S: Final = 5.0
_AGAIN_S: Final = 1.0
_LISTEN: Final = f"LISTEN {CHANNEL}".encode()
_BEAT: Final = b"event: beat\ndata:\n\n"
_LOST: Final = b"event: lost\ndata:\n\n"


class LiveSource:
    """Tells ``watchers`` when the read models have moved, and that they have lost touch.

    ``serial`` changes whenever they are told, so whatever was made before may be out of date.
    """

    def __init__(
        self, connect: Connect, watchers: Watchers | None = None, *, pace_s: float = PACE_S
    ) -> None:
        self.watchers = Watchers() if watchers is None else watchers
        self.serial = 0
        self.asked = 0
        self._connect = connect
        self.pace_s = self._least_pace_s = pace_s
        self._position = 0
        self._following: asyncio.Task[None] | None = None
        self._beating: asyncio.Task[None] | None = None

    @asynccontextmanager
    async def watching(self, address: str, case: UUID | None = None) -> AsyncIterator[Watcher]:
        """A place among those who are told, first of how things stand.

        Raises :class:`api.live.watchers.NoPlace`.
        """
        try:
            with self.watchers.joined(address, case) as watcher:
                if self._position and case is None:
                    watcher.tell(event(self._position))
                if self._following is None:
                    self.serial += 1
                    self._following = asyncio.create_task(self._follow())
                    self._beating = asyncio.create_task(self._beat())
                yield watcher
        finally:
            if not len(self.watchers):
                await self._rest()

    def slow_down(self, took_s: float) -> None:
        """So long it took to make what everybody fetches. No more than a twentieth of the time
        goes into it, but five seconds are the longest that anybody waits while much happens.
        """
        wanted = min(took_s / OF_THE_TIME, SLOWEST_PACE_S)
        self.pace_s = max(wanted, self._least_pace_s)

    async def close(self) -> None:
        """Ends every stream, and asks nothing more."""
        self.watchers.end()
        await self._rest()

    async def _rest(self) -> None:
        tasks = [task for task in (self._following, self._beating) if task is not None]
        self._following = self._beating = None
        for task in tasks:
            task.cancel()
        for task in tasks:
            with suppress(asyncio.CancelledError):
                await task

    async def _beat(self) -> None:
        while True:
            await asyncio.sleep(BEAT_S)
            self.watchers.beat(_BEAT)

    async def _follow(self) -> None:
        lost = False
        while True:
            connection = None
            try:
                connection = await self._connect()
                await connection.execute(_LISTEN)
                if lost:
                    self._tell(self._position)
                lost = False
                await self._listen(connection)
            except (psycopg.Error, OSError):
                lost = True
                self.watchers.lose_touch(_LOST)
                await asyncio.sleep(_AGAIN_S)
            finally:
                if connection is not None:
                    await connection.close()

    async def _listen(self, connection: Connection) -> None:
        told = await self._look(connection)
        while True:
            if told:
                await asyncio.sleep(self.pace_s)
            told = await self._heard(connection)

    async def _heard(self, connection: Connection) -> bool:
        """Waits for a notice, or looks after a second. Returns whether anybody was told."""
        position = None
        async for notice in connection.notifies(timeout=PACE_S, stop_after=1):
            position = int(notice.payload or 0)
        if position is None:
            return await self._look(connection)
        self._tell(position)
        if self.watchers.cases:
            await self._look(connection)
        return True

    async def _look(self, connection: Connection) -> bool:
        self.asked += 1
        with cut_after(connection, _LONGEST_S):
            position, versions = await moved(connection, self.watchers.cases)
        self.watchers.tell_of_cases(versions)
        if position == self._position:
            return False
        self._tell(position)
        return True

    def _tell(self, position: int) -> None:
        self._position = position
        self.serial += 1
        self.watchers.tell(event(position))
