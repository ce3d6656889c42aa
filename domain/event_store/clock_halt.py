"""What the clock of the server shows, and whether deadlines stand still because of it.

That stands among what workers have set aside, so an operator sees it there, and there he says
that they go on.
"""

from datetime import datetime
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection

WORKER: Final = "clock"
"""The name under which it is set aside."""
_NO_STREAM: Final = UUID(int=0)
_READ: Final[LiteralString] = """
SELECT clock_timestamp(), s.why, s.again_at <= clock_timestamp()
FROM (SELECT) AS now LEFT JOIN set_aside AS s ON s.worker = %s AND s.stream = %s"""
_HALT: Final[LiteralString] = """
INSERT INTO set_aside (worker, stream, task, why, again_at)
VALUES (%s, %s, 'deadlines', %s, '9999-01-01 00:00:00+00')
ON CONFLICT (worker, stream) DO NOTHING"""
_GO_ON: Final[LiteralString] = "DELETE FROM set_aside WHERE worker = %s AND stream = %s"


class ServerClock(NamedTuple):
    """What the clock of the server shows, in UTC, and why deadlines stand still, if they do.

    They are ``released`` when an operator has said that they may go on.
    """

    now: datetime
    halted: str | None
    released: bool


async def read(connection: Connection) -> ServerClock:
    cursor = await connection.execute(_READ, (WORKER, _NO_STREAM))
    now, halted, released = (await cursor.fetchall())[0]
    return ServerClock(now, halted, bool(released))


async def halt(connection: Connection, why: str) -> None:
    """Lets deadlines stand still until somebody says that they go on. The first reason stays."""
    await connection.execute(_HALT, (WORKER, _NO_STREAM, why))


async def go_on(connection: Connection) -> None:
    await connection.execute(_GO_ON, (WORKER, _NO_STREAM))
