"""A reader that follows the log and the positions of its readers while all goes on."""

import asyncio
from collections import defaultdict
from contextlib import suppress
from typing import Final

import psycopg

_NEW: Final = """
SELECT notification_id FROM stored_events WHERE notification_id > %s ORDER BY notification_id"""
_POSITIONS: Final = """
SELECT name || ' ' || partition, epoch, position FROM projections.position
UNION ALL SELECT name, epoch, position FROM reaction_position"""
_EVERY_S: Final = 0.02


class Witness:
    """What was seen, in the order in which it was seen. It goes past the proxy."""

    def __init__(self, url: str) -> None:
        self._url = url
        self.seen: list[int] = []
        self.stands: dict[tuple[str, int], list[int]] = defaultdict(list)
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._watch())

    async def stop(self) -> None:
        """Looks a last time."""
        await self.abandon()
        async with await psycopg.AsyncConnection.connect(self._url, autocommit=True) as connection:
            await self._look(connection)

    async def abandon(self) -> None:
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _watch(self) -> None:
        while True:
            with suppress(psycopg.Error, OSError):
                await self._follow()
            await asyncio.sleep(_EVERY_S)

    async def _follow(self) -> None:
        async with await psycopg.AsyncConnection.connect(self._url, autocommit=True) as connection:
            while True:
                await self._look(connection)
                await asyncio.sleep(_EVERY_S)

    async def _look(self, connection: psycopg.AsyncConnection) -> None:
        cursor = await connection.execute(_NEW, (self.seen[-1] if self.seen else 0,))
        self.seen.extend(row[0] for row in await cursor.fetchall())
        cursor = await connection.execute(_POSITIONS)
        for name, epoch, position in await cursor.fetchall():
            stands = self.stands[name, epoch]
            if not stands or stands[-1] != position:
                stands.append(position)
