"""What became of commands whose commit may have happened."""

from typing import Final
from uuid import UUID

from psycopg.errors import LockNotAvailable

from domain.event_store.pending import CommitUnderWay, OutcomeUnknown, Replayed
from domain.event_store.transaction import CONFIRM, LOCK, LOCK_TIMEOUT, Connection
from domain.event_store.watching import Unreplicated, cut_after, replicated

_LONGEST_S: Final = 5.0
_LOGGED: Final = """
SELECT command_id, request_sha256, position, outcome
FROM command_log WHERE command_id = ANY(%s)"""


async def carried_out(connection: Connection, commands: list[UUID]) -> dict[UUID, Replayed]:
    """Which of the commands are in the log; final for those no longer waiting to be written.

    A command is written under the append lock, which its session keeps to the end of its
    transaction, whatever becomes of the connection. Whoever gets the lock afterwards sees
    either its row or that there will be none. The connection must be one that writes: what
    a standby lacks may exist. Raises :class:`CommitUnderWay` while the lock is not to be
    had, and :class:`OutcomeUnknown` for what the standby is not known to have.
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
