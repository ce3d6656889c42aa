"""Finds out what became of commands whose commit may have happened (ADR 8)."""

from typing import Final
from uuid import UUID

from psycopg.errors import LockNotAvailable

from domain.event_store.liveness import Unreplicated, cut_after, replicated
from domain.event_store.pending import CommitUnderWay, OutcomeUnknown, Replayed
from domain.event_store.transaction import CONFIRM, LOCK, LOCK_TIMEOUT, Connection

_LONGEST_S: Final = 5.0
_LOGGED: Final = """
SELECT command_id, request_sha256, position, outcome
FROM command_log WHERE command_id = ANY(%s)"""


async def carried_out(connection: Connection, commands: list[UUID]) -> dict[UUID, Replayed]:
    """Returns those of the commands that are in the log.

    The answer is final for a command that no longer waits to be written. A command is
    written under the append lock, which its session keeps to the end of its transaction,
    whatever becomes of the connection. Whoever gets the lock afterwards sees its row, or
    that there will never be one. The connection must be one that writes, because what a
    standby lacks may exist. Raises :class:`CommitUnderWay` while the lock cannot be had,
    and :class:`OutcomeUnknown` for what no standby is known to have.
    """
    try:
        with cut_after(connection, _LONGEST_S), replicated(connection):
            async with connection.transaction():
                await connection.execute(LOCK_TIMEOUT)
                await connection.execute(LOCK)
                cursor = await connection.execute(_LOGGED, (commands,))
                done = {row[0]: Replayed(*row[1:]) for row in await cursor.fetchall()}
                await connection.execute(CONFIRM)
                return done
    except LockNotAvailable as held:
        raise CommitUnderWay from held
    except Unreplicated as unsure:
        raise OutcomeUnknown from unsure
