"""Single statements, one after another, on a connection of their own."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any, Final, LiteralString

import psycopg

from domain.event_store.connection import Connect
from domain.event_store.liveness import Unreplicated, cut_after, replicated, usable
from domain.event_store.pending import StoreUnavailable
from domain.event_store.transaction import Connection

_LONGEST_S: Final = 5.0


class Questions:
    """Connects at the first question, and again after a loss."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect
        self._connection: Connection | None = None
        self._turn = asyncio.Lock()

    async def rows(
        self, query: LiteralString, values: Sequence[object] | Mapping[str, object] = ()
    ) -> list[Any]:
        """Returns the rows, or an empty list for a statement that has none.

        Raises :class:`StoreUnavailable` when the database is away, does not answer, or
        what it has written is on no standby.
        """
        async with self._turn:
            try:
                if not usable(self._connection):
                    await self.close()
                    self._connection = await self._connect()
                assert self._connection is not None
                with cut_after(self._connection, _LONGEST_S), replicated(self._connection):
                    cursor = await self._connection.execute(
                        query, values, prepare=True, binary=True
                    )
                    found = cursor.pgresult
                    return await cursor.fetchall() if found and found.nfields else []
            except (psycopg.Error, OSError, Unreplicated) as lost:
                await self.close()
                raise StoreUnavailable(type(lost).__name__) from lost

    async def close(self) -> None:
        if self._connection is not None:
            await self._connection.close()
