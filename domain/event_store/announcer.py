"""Telling readers that there is something new, at most once in 10 ms.

Not in the append's transaction: NOTIFY takes a lock of the whole cluster at commit.
"""

import asyncio

import psycopg

from domain.event_store.appender import Connect
from domain.event_store.log import CHANNEL
from domain.event_store.transaction import Connection

_PAUSE_S = 0.01


class Announcer:
    """:meth:`wake` is cheap; :meth:`run` is the task. A lost hint costs a poll interval."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect
        self._news = asyncio.Event()

    def wake(self, commands: int) -> None:
        del commands
        self._news.set()

    async def run(self) -> None:
        connection: Connection | None = None
        try:
            while True:
                await self._news.wait()
                self._news.clear()
                try:
                    if connection is None or connection.closed:
                        connection = await self._connect()
                    await connection.execute(f"NOTIFY {CHANNEL}")
                except (psycopg.Error, OSError):
                    if connection is not None:
                        await connection.close()
                await asyncio.sleep(_PAUSE_S)
        finally:
            if connection is not None:
                await connection.close()
