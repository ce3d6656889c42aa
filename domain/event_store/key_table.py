"""The vault's table of wrapped data keys, which may lie in a database of its own."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from domain.event_store import arrays
from domain.event_store.connection import connector
from domain.event_store.questions import Questions

_INSERT: Final = "INSERT INTO vault.data_key (key_id, wrapped) SELECT * FROM unnest(%b, %b)"
_SELECT: Final = "SELECT wrapped FROM vault.data_key WHERE key_id = %s"


class PostgresKeyTable:
    """Saves and loads wrapped keys.

    Raises :class:`~domain.event_store.pending.StoreUnavailable` when the vault is away.
    """

    def __init__(self, url: str) -> None:
        self._questions = Questions(connector(url))

    async def save(self, keys: Sequence[tuple[UUID, bytes]]) -> None:
        ids, wrapped = zip(*keys, strict=True)
        await self._questions.rows(_INSERT, (arrays.uuids(ids), arrays.byteas(wrapped)))

    async def load(self, key_id: UUID) -> bytes | None:
        rows = await self._questions.rows(_SELECT, (key_id,))
        return rows[0][0] if rows else None

    async def close(self) -> None:
        await self._questions.close()
