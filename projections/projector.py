"""From a feed into the read models, batch by batch, each in one transaction."""

import asyncio
from collections.abc import Sequence
from typing import Any, Final

import psycopg

from domain.event_store.connection import connect
from domain.event_store.log import current_epoch
from domain.event_store.transaction import Connection
from domain.recorded_event import RecordedEvent
from projections import position
from projections.feed import Feed
from projections.projection import Projection
from projections.writer import Writer

BATCH: Final = 1000
_AGAIN_S: Final = 0.5


class Projector:
    """Keeps some projections up to the log; safe to run twice, by compare-and-set."""

    def __init__(
        self, url: str, feed: Feed, projections: Sequence[Projection[Any]], *, batch: int = BATCH
    ) -> None:
        self._url = url
        self._feed = feed
        self._writers = [Writer(projection) for projection in projections]
        self._batch = batch
        self._connection: Connection | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Until ``stop``; outlives restarts of PostgreSQL."""
        try:
            while not stop.is_set():
                try:
                    if not await self.step():
                        await self._feed.news()
                except (psycopg.OperationalError, psycopg.InterfaceError, OSError):
                    await self._disconnect()
                    await asyncio.sleep(_AGAIN_S)
                except position.PositionMoved:
                    await self._disconnect()
        finally:
            await self._disconnect()
            await self._feed.close()

    async def catch_up(self) -> int:
        """Until nothing new is found; the number of events applied."""
        applied = 0
        while step := await self.step():
            applied += step
        return applied

    async def step(self) -> int:
        """One batch into every projection behind it; 0 when there is nothing new."""
        connection = await self._connected()
        epoch = await current_epoch(connection)
        at = {w: await position.where(connection, w.projection.name, epoch) for w in self._writers}
        batch = await self._feed.after(min(at.values()), self._batch)
        if not batch:
            return 0
        end = batch[-1].position
        async with connection.transaction():
            for writer, old in at.items():
                if old < end:
                    name = writer.projection.name
                    await position.move(connection, name, epoch, old, end)
                    await writer.apply(connection, _behind(batch, old))
        return len(batch)

    async def _connected(self) -> Connection:
        if self._connection is None or self._connection.closed:
            self._connection = await connect(self._url)
        return self._connection

    async def _disconnect(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()


def _behind(batch: Sequence[RecordedEvent], old: int) -> Sequence[RecordedEvent]:
    return batch if batch[0].position > old else [e for e in batch if e.position > old]
