"""The store's table of messages that others have sent. Each waits until it became a command."""

from collections.abc import Sequence
from typing import Final, LiteralString
from uuid import UUID

from domain.event_store.connection import connector
from domain.event_store.questions import Questions
from domain.inbox.inbox import KeptMessage

_PUT: Final[LiteralString] = """
WITH kept AS (
    INSERT INTO inbox (sender, message_id, content, key_id, sealed)
    VALUES (%s, %s, %s, %s, %s) ON CONFLICT DO NOTHING RETURNING true
)
SELECT count(*) FROM kept"""
_KNOWN: Final[LiteralString] = "SELECT content FROM inbox WHERE sender = %s AND message_id = %s"
_CLAIM: Final[LiteralString] = """
UPDATE inbox SET tries = tries + 1,
    again_at = clock_timestamp() + least(2 ^ least(tries, 12), 3600) * interval '1 second'
WHERE (sender, message_id) IN (
    SELECT sender, message_id FROM inbox
    WHERE sealed IS NOT NULL AND again_at <= clock_timestamp()
    ORDER BY again_at LIMIT %s FOR UPDATE SKIP LOCKED
) RETURNING sender, message_id, content, key_id, sealed"""
_SETTLE: Final[LiteralString] = """
UPDATE inbox SET sealed = NULL, settled_at = clock_timestamp(), problem = %s
WHERE sender = %s AND message_id = %s AND sealed IS NOT NULL"""
_FORGOTTEN: Final[LiteralString] = """
SELECT sender, message_id, key_id FROM inbox
WHERE sealed IS NULL AND key_id IS NOT NULL LIMIT %s"""
_KEYLESS: Final[LiteralString] = """
UPDATE inbox SET key_id = NULL WHERE sender = %s AND message_id = %s AND sealed IS NULL"""


class PostgresInboxTable:
    """An :class:`~domain.inbox.inbox.InboxTable`.

    Raises :class:`~domain.event_store.pending.StoreUnavailable` when the store is away.
    """

    def __init__(self, url: str) -> None:
        self._questions = Questions(connector(url))

    async def put(self, message: KeptMessage) -> bytes | None:
        """Keeps it, or returns what is known of the one that was kept under its id."""
        ((kept,),) = await self._questions.rows(_PUT, tuple(message))
        if kept:
            return None
        ((known,),) = await self._questions.rows(_KNOWN, (message.sender, message.id))
        return bytes(known)

    async def claim(self, most: int) -> Sequence[KeptMessage]:
        rows = await self._questions.rows(_CLAIM, (most,))
        return [KeptMessage(*row) for row in rows]

    async def settle(self, sender: str, id: str, problem: str | None) -> None:
        await self._questions.rows(_SETTLE, (problem, sender, id))

    async def forgotten(self, most: int) -> Sequence[tuple[str, str, UUID]]:
        rows = await self._questions.rows(_FORGOTTEN, (most,))
        return [(sender, id, key_id) for sender, id, key_id in rows]

    async def keyless(self, sender: str, id: str) -> None:
        await self._questions.rows(_KEYLESS, (sender, id))

    async def close(self) -> None:
        await self._questions.close()
