"""Whether what is sent would be stored: by what became of the last, and in doubt by an attempt.

Only writing shows that a disk is full, that a file may not grow, that a lock is held, or that
no standby confirms. A question is answered as ever meanwhile.
"""

from typing import Final, LiteralString

import psycopg

from domain.event_store.connection import Connect
from domain.event_store.liveness import Unreplicated, cut_after, replicated
from domain.event_store.pending import StoreUnavailable
from domain.event_store.transaction import LOCK

_LONGEST_S: Final = 2.5
_DURABLE: Final = "SELECT pg_logical_emit_message(true, 'cheguan', '')"
"""Its commit waits for the disk, and for the standby if there has to be one."""

APPEND: Final[tuple[LiteralString, ...]] = (
    LOCK,
    """
    INSERT INTO stored_events
        (originator_id, originator_version, topic, state, notification_id)
    SELECT gen_random_uuid(), 1, 'none', repeat('x', 7900)::bytea, -number
    FROM generate_series(1, 3) AS number""",
    """
    INSERT INTO command_log (command_id, request_sha256, position, outcome)
    VALUES (gen_random_uuid(), '', 0, '')""",
)
"""An append. Each of its rows wants a page of its own, so the file has to grow."""
KEEP_KEYS: Final[tuple[LiteralString, ...]] = (
    """
    INSERT INTO vault.data_key (key_id, wrapped)
    SELECT gen_random_uuid(), repeat('x', 1900)::bytea FROM generate_series(1, 12)""",
)


class Writability:
    """Attempts ``statements`` after a failure, and takes all of it back."""

    def __init__(self, connect: Connect, statements: tuple[LiteralString, ...]) -> None:
        self._connect = connect
        self._statements = statements
        self._doubt: object | None = None

    def doubted(self) -> None:
        """Something was not stored, and whoever sent it cannot be the cause."""
        self._doubt = object()

    async def check(self) -> None:
        """Returns if there is no doubt. Raises :class:`StoreUnavailable` if the attempt fails."""
        if (doubt := self._doubt) is None:
            return
        try:
            await self._attempt()
        except (psycopg.Error, OSError, Unreplicated) as failed:
            raise StoreUnavailable(f"nothing can be stored: {type(failed).__name__}") from failed
        if self._doubt is doubt:
            self._doubt = None

    async def _attempt(self) -> None:
        connection = await self._connect()
        try:
            with cut_after(connection, _LONGEST_S), replicated(connection):
                async with connection.transaction(force_rollback=True):
                    for statement in self._statements:
                        await connection.execute(statement)
                await connection.execute(_DURABLE)
        finally:
            await connection.close()
