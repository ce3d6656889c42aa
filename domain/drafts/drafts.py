"""Keeps drafts: one for each applicant and service, sealed under a data key of its own (ADR 69)."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final, Protocol
from uuid import UUID, uuid4

import msgspec

from domain.drafts.draft import Draft, KeptDraft, SealedDraft
from domain.keyring import KeyErased, Keyring
from domain.vault import SealBroken, seal, unseal

_PART: Final = "draft"
_TRIES: Final = 5
_DECODER: Final = msgspec.json.Decoder(Draft)


class DraftTable(Protocol):
    """Where drafts are kept. Raises ``StoreUnavailable`` when it is away."""

    async def load(self, owner: str, service: str) -> SealedDraft | None: ...
    async def begun(self, owner: str) -> Mapping[str, datetime]: ...
    async def begin(self, draft: SealedDraft) -> bool: ...
    async def save(self, draft: SealedDraft) -> bool: ...
    async def delete(self, owner: str, draft: UUID) -> None: ...


class DraftsInterfere(Exception):
    """Several pages were saved at the same moment, again and again."""


class DraftUnreadable(Exception):
    """The draft is there and does not open, because it was altered or its key is not at hand.

    It is kept, since it may open again once that is put right.
    """

    def __init__(self, draft: UUID, service: str) -> None:
        super().__init__(str(draft))
        self.draft = draft
        self.service = service


class Drafts:
    """Nobody finds a draft but whoever began it: it is looked up by him."""

    def __init__(self, table: DraftTable, keyring: Keyring) -> None:
        self._table = table
        self._keyring = keyring

    async def find(self, owner: str, service: str) -> KeptDraft | None:
        """The draft. One whose key was erased is none, and is begun anew.

        Raises :class:`DraftUnreadable`.
        """
        row = await self._table.load(owner, service)
        if row is None:
            return None
        try:
            key = await self._keyring.key(row.key_id)
            return KeptDraft(row, _DECODER.decode(unseal(key, row.id, _PART, row.sealed)))
        except KeyErased:
            await self._table.delete(owner, row.id)
            return None
        except (SealBroken, msgspec.DecodeError):
            raise DraftUnreadable(row.id, row.service) from None

    async def begun(self, owner: str) -> Mapping[str, datetime]:
        """The services for which there is a draft of his, and when it was saved."""
        return await self._table.begun(owner)

    async def change(self, owner: str, service: str, change: Callable[[Draft], Draft]) -> KeptDraft:
        """Saves what ``change`` makes of the draft. Two pages that save at once both count.

        Raises :class:`DraftsInterfere` if others are always faster, and
        :class:`DraftUnreadable`.
        """
        for _ in range(_TRIES):
            kept = await self.find(owner, service)
            content = change(kept.content if kept else Draft())
            begun = kept is None and await self._begin(owner, service, content)
            if begun or (kept and await self._save(kept.row, content)):
                saved = await self.find(owner, service)
                if saved:
                    return saved
        raise DraftsInterfere

    async def drop(self, owner: str, draft: UUID) -> None:
        """Deletes the key, and with it the draft."""
        await self._table.delete(owner, draft)

    async def _begin(self, owner: str, service: str, content: Draft) -> bool:
        key, draft = await self._keyring.new_key(), uuid4()
        text = seal(key, draft, _PART, msgspec.json.encode(content))
        begun = await self._table.begin(SealedDraft(draft, owner, service, 1, None, key.id, text))
        if begun:
            self._keyring.remember(key)
        else:
            self._keyring.give_back(key)
        return begun

    async def _save(self, row: SealedDraft, content: Draft) -> bool:
        key = await self._keyring.key(row.key_id)
        text = seal(key, row.id, _PART, msgspec.json.encode(content))
        return await self._table.save(row._replace(version=row.version + 1, sealed=text))
