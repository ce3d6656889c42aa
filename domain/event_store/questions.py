"""Single statements on a connection of their own, one after another."""

import asyncio
from collections.abc import Sequence
from typing import Any, LiteralString

import psycopg

from domain.event_store.appender import Connect
from domain.event_store.pending import StoreUnavailable
from domain.event_store.transaction import Connection


class Questions:
    """Connects when first asked, again after a loss."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect
        self._connection: Connection | None = None
        self._turn = asyncio.Lock()

    async def rows(self, query: LiteralString, values: Sequence[object] = ()) -> list[Any]:
        """The rows, or an empty list for a statement without any.

        Raises :class:`StoreUnavailable` when the database is away.
        """
        async with self._turn:
            try:
                if self._connection is None or self._connection.closed:
                    self._connection = await self._connect()
                cursor = await self._connection.execute(query, values, prepare=True, binary=True)
                return await cursor.fetchall() if cursor.description else []
            except (psycopg.Error, OSError) as lost:
                await self.close()
                raise StoreUnavailable(type(lost).__name__) from lost

    async def close(self) -> None:
        if self._connection is not None:
            await self._connection.close()
