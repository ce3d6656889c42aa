"""Events in batches, from the store."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Protocol

import psycopg

from domain.codec import Codec
from domain.event_store.connection import connect
from domain.event_store.log import CHANNEL
from domain.event_store.transaction import Connection
from projections.engine.log_reader import Read, read_after

POLL_S = 1.0


class Feed(Protocol):
    """Gives a projector its events, in log order and without gaps, as ``codec`` reads them."""

    codec: Codec

    async def after(self, position: int, limit: int) -> Sequence[Read]: ...
    async def news(self) -> None: ...
    async def close(self) -> None: ...


class StoreFeed:
    """Reads by position. A notice is only a hint, so it looks at least once a second."""

    def __init__(self, url: str, codec: Codec) -> None:
        self.codec = codec
        self._url = url
        self._connection: Connection | None = None

    async def after(self, position: int, limit: int) -> Sequence[Read]:
        """Reads on. Raises ``psycopg.Error`` when the store is away; the next call connects."""
        try:
            return await read_after(await self._connected(), self.codec, position, limit)
        except (psycopg.Error, OSError):
            await self.close()
            raise

    async def news(self) -> None:
        """Returns when something may have been appended, or after a second."""
        try:
            connection = await self._connected()
            async for _ in connection.notifies(timeout=POLL_S, stop_after=1):
                return
        except (psycopg.Error, OSError):
            await self.close()
            await asyncio.sleep(POLL_S)

    async def close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(psycopg.Error):
                await connection.close()

    async def _connected(self) -> Connection:
        if self._connection is None or self._connection.closed:
            self._connection = await connect(self._url)
            await self._connection.execute(f"LISTEN {CHANNEL}".encode())
        return self._connection
