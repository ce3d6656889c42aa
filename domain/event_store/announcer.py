"""Tells readers that there is something new, at most once in 20 ms.

The notice is no part of the append's transaction, because NOTIFY takes a lock of the whole
cluster at commit. It is not durable either, because its own commit would wait for the disk.
"""

import asyncio
from collections.abc import Callable
from typing import Final

import psycopg

from domain.event_store.connection import Connect
from domain.event_store.liveness import cut_after
from domain.event_store.log import CHANNEL
from domain.event_store.round_trip import round_trip
from domain.event_store.transaction import Connection

_PAUSE_S: Final = 0.02
_LONGEST_S: Final = 5.0
_NOTIFY: Final = f"NOTIFY {CHANNEL}".encode()


class Announcer:
    """:meth:`wake` is cheap, and :meth:`run` is the task. A lost notice costs a poll interval."""

    def __init__(self, connect: Connect, words: Callable[[], bytes] = lambda: _NOTIFY) -> None:
        """``words`` are the statement, as it is when somebody is told."""
        self._connect = connect
        self._words = words
        self._news = asyncio.Event()
        self._closing = False

    def wake(self, commands: int) -> None:
        del commands
        self._news.set()

    def close(self) -> None:
        self._closing = True
        self._news.set()

    async def run(self) -> None:
        connection: Connection | None = None
        try:
            while not self._closing:
                await self._news.wait()
                self._news.clear()
                try:
                    if connection is None or connection.closed:
                        connection = await self._connect()
                        await connection.execute("SET synchronous_commit = off")
                    with cut_after(connection, _LONGEST_S):
                        await round_trip(connection, (self._words(),))
                except (psycopg.Error, OSError):
                    if connection is not None:
                        await connection.close()
                if not self._closing:
                    await asyncio.sleep(_PAUSE_S)
        finally:
            if connection is not None:
                await connection.close()
