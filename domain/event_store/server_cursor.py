"""A cursor on the server, which is closed on this side whatever ends it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from psycopg import AsyncServerCursor
from psycopg.rows import TupleRow

from domain.event_store.transaction import Connection


@asynccontextmanager
async def server_cursor(
    connection: Connection, name: str
) -> AsyncIterator[AsyncServerCursor[TupleRow]]:
    """Gives a cursor that reads rows in binary form.

    Closing asks the server. Whoever is cancelled meanwhile, or loses the connection, would leave
    the cursor open on this side. So it is closed again, for which nothing is asked any more.
    """
    cursor = connection.cursor(name, binary=True)
    try:
        yield cursor
    finally:
        try:
            await cursor.close()
        except BaseException:
            await cursor.close()
            raise
