"""Looks for work at intervals, on a connection that is opened again when it is lost."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

import psycopg

from domain.event_store.connection import connect
from domain.event_store.transaction import Connection
from workers.pause import pause
from workers.trial import AWAY


async def every(
    seconds: float,
    url: str,
    look: Callable[[Connection], Awaitable[object]],
    stop: asyncio.Event,
) -> None:
    """Calls ``look`` until ``stop`` is set. While the database is away it tries again."""
    connection: Connection | None = None
    while not stop.is_set():
        try:
            if connection is None:
                connection = await connect(url)
            await look(connection)
        except AWAY:
            if connection is not None:
                with suppress(psycopg.Error):
                    await connection.close()
            connection = None
        await pause(stop, seconds)
    if connection is not None:
        await connection.close()
