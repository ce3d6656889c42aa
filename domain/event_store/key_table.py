"""The vault's table of wrapped data keys, which may lie in a database of its own."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from domain.event_store import arrays
from domain.event_store.connection import connector
from domain.event_store.pending import StoreUnavailable
from domain.event_store.questions import Questions
from domain.event_store.writability import KEEP_KEYS, Writability
from domain.keyring import KekReplaced
from domain.secret_keys import SecretKind, SecretName
from domain.wrapping import WrappedKey

_INSERT: Final = """
INSERT INTO vault.data_key (key_id, wrapped, wrapped_by)
SELECT key_id, wrapped, %(by)s::integer
FROM unnest(%(ids)b, %(wrapped)b) AS made (key_id, wrapped)
WHERE NOT EXISTS (SELECT FROM vault.secret_key WHERE kind = 'kek' AND number > %(by)s::integer)
RETURNING true"""
_NEEDED: Final = """
SELECT kind, number FROM vault.secret_key
WHERE retired_at IS NULL AND (lost_at IS NULL OR kind = 'name')"""
_DELETE: Final = "DELETE FROM vault.data_key WHERE key_id = %s"
_SELECT: Final = "SELECT wrapped, wrapped_by FROM vault.data_key WHERE key_id = %s"
_READ_ONLY: Final = """
SELECT current_setting('transaction_read_only') = 'on'
FROM (SELECT count(*) FROM (SELECT FROM vault.data_key LIMIT 1) AS one) AS found"""
"""Asks the table too: a vault without it keeps nothing."""


class PostgresKeyTable:
    """Saves and loads wrapped keys.

    Raises :class:`~domain.event_store.pending.StoreUnavailable` when the vault is away.
    """

    def __init__(self, url: str) -> None:
        connect = connector(url)
        self._questions = Questions(connect)
        self._writability = Writability(connect, KEEP_KEYS)

    async def save(self, keys: Sequence[WrappedKey]) -> None:
        """Raises :class:`~domain.keyring.KekReplaced`, and saves nothing, under an old KEK."""
        ids, wrapped, by = zip(*keys, strict=True)
        made = {"ids": arrays.uuids(ids), "wrapped": arrays.byteas(wrapped), "by": by[0]}
        try:
            saved = await self._questions.rows(_INSERT, made)
        except StoreUnavailable:
            self._writability.doubted()
            raise
        if not saved:
            raise KekReplaced

    async def load(self, key_id: UUID) -> WrappedKey | None:
        rows = await self._questions.rows(_SELECT, (key_id,))
        return WrappedKey(key_id, *rows[0]) if rows else None

    async def delete(self, key_id: UUID) -> None:
        """Deletes a key, and with it what it has sealed. Another process may know it a while."""
        await self._questions.rows(_DELETE, (key_id,))

    async def secrets(self) -> set[SecretName]:
        """The keys that the data needs."""
        rows = await self._questions.rows(_NEEDED)
        return {SecretName(SecretKind(kind), number) for kind, number in rows}

    async def ready(self) -> None:
        """Returns if keys are kept and found, or raises with the reason."""
        try:
            if (await self._questions.rows(_READ_ONLY))[0][0]:
                raise StoreUnavailable("its database is read-only")
            await self._writability.check()
        except StoreUnavailable as unready:
            raise StoreUnavailable(f"the vault of keys: {unready}") from unready

    async def close(self) -> None:
        await self._questions.close()
