"""The vault's table of sealed drafts. What nobody has saved for seven days is not found."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final, LiteralString
from uuid import UUID

from domain.drafts.draft import KEPT_FOR, SealedDraft
from domain.event_store.connection import connector
from domain.event_store.questions import Questions

_LOAD: Final[LiteralString] = """
SELECT draft_id, owner, service, version, saved_at, key_id, sealed FROM vault.draft
WHERE owner = %s AND service = %s AND saved_at > clock_timestamp() - %s::interval"""
_BEGUN: Final[LiteralString] = """
SELECT service, saved_at FROM vault.draft
WHERE owner = %s AND saved_at > clock_timestamp() - %s::interval ORDER BY saved_at DESC"""
_PASSED: Final[LiteralString] = """
DELETE FROM vault.data_key WHERE key_id IN (
    SELECT key_id FROM vault.draft
    WHERE owner = %s AND service = %s AND saved_at <= clock_timestamp() - %s::interval
)"""
_BEGIN: Final[LiteralString] = """
INSERT INTO vault.draft (draft_id, owner, service, version, key_id, sealed)
VALUES (%(id)s, %(owner)s, %(service)s, %(version)s, %(key_id)s, %(sealed)s)
ON CONFLICT DO NOTHING RETURNING true"""
_SAVE: Final[LiteralString] = """
UPDATE vault.draft
SET sealed = %(sealed)s, version = %(version)s, saved_at = clock_timestamp()
WHERE draft_id = %(id)s AND version = %(version)s - 1 RETURNING true"""
_DELETE: Final[LiteralString] = """
DELETE FROM vault.data_key WHERE key_id = (
    SELECT key_id FROM vault.draft WHERE owner = %s AND draft_id = %s
)"""
_SWEEP: Final[LiteralString] = """
DELETE FROM vault.data_key WHERE key_id IN (
    SELECT key_id FROM vault.draft WHERE saved_at <= clock_timestamp() - %s::interval
    ORDER BY saved_at LIMIT %s
) RETURNING true"""
_AT_ONCE: Final = 1_000


class PostgresDraftTable:
    """Keeps and finds drafts.

    Raises :class:`~domain.event_store.pending.StoreUnavailable` when the vault is away.
    """

    def __init__(self, url: str) -> None:
        self._questions = Questions(connector(url))

    async def load(self, owner: str, service: str) -> SealedDraft | None:
        rows = await self._questions.rows(_LOAD, (owner, service, KEPT_FOR))
        return SealedDraft(*rows[0]) if rows else None

    async def begun(self, owner: str) -> Mapping[str, datetime]:
        """When the drafts of ``owner`` were saved, by service, the last one first."""
        return dict(await self._questions.rows(_BEGUN, (owner, KEPT_FOR)))

    async def begin(self, draft: SealedDraft) -> bool:
        """False says that there is one already."""
        await self._questions.rows(_PASSED, (draft.owner, draft.service, KEPT_FOR))
        return bool(await self._questions.rows(_BEGIN, draft._asdict()))

    async def save(self, draft: SealedDraft) -> bool:
        """False says that somebody has saved or deleted it meanwhile."""
        return bool(await self._questions.rows(_SAVE, draft._asdict()))

    async def delete(self, owner: str, draft: UUID) -> None:
        await self._questions.rows(_DELETE, (owner, draft))

    async def sweep(self) -> int:
        """Deletes what nobody has saved for too long. Returns how many drafts that were."""
        swept = 0
        while rows := await self._questions.rows(_SWEEP, (KEPT_FOR, _AT_ONCE)):
            swept += len(rows)
        return swept

    async def close(self) -> None:
        await self._questions.close()
