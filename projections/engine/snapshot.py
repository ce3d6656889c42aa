"""Several questions of which all answers are of one moment."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from domain.event_store.transaction import Connection

_ONE_MOMENT: Final = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"


@asynccontextmanager
async def snapshot(connection: Connection) -> AsyncIterator[None]:
    """What is asked inside sees the read models at one position."""
    async with connection.transaction():
        await connection.execute(_ONE_MOMENT)
        yield
