"""Keeps what was told until it has become a command: once, whatever is killed (ADR 84).

The body is sealed under a data key of its own. When the command is stored, body and key go, and
the id of the message stays for ever, so that no repetition counts.
"""

from collections.abc import Sequence
from enum import Enum
from typing import Final, NamedTuple, Protocol
from uuid import UUID

from domain.failpoints import failpoint
from domain.keyring import Keyring
from domain.name_based import uuid5
from domain.vault import BlindIndex, Purpose, seal, unseal

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f8401").bytes
_PART: Final = "callback"


class KeptMessage(NamedTuple):
    """A message as it is kept. ``content`` is a blind index of its body."""

    sender: str
    id: str
    content: bytes
    key_id: UUID
    sealed: str

    @property
    def name(self) -> UUID:
        """The id of what follows from it: of the command, and of the place of its seal."""
        return uuid5(_SPACE, f"{self.sender}:{self.id}")


class Novelty(Enum):
    """Whether a message has come before, and then with the same body or with another."""

    ANEW = "anew"
    AGAIN = "again"
    ALTERED = "altered"


class InboxTable(Protocol):
    """Where messages are kept. Raises ``StoreUnavailable`` when it is away."""

    async def put(self, message: KeptMessage) -> bytes | None: ...
    async def claim(self, most: int) -> Sequence[KeptMessage]: ...
    async def settle(self, sender: str, id: str, problem: str | None) -> None: ...
    async def forgotten(self, most: int) -> Sequence[tuple[str, str, UUID]]: ...
    async def keyless(self, sender: str, id: str) -> None: ...


class KeyBin(Protocol):
    """Where data keys are deleted."""

    async def delete(self, key_id: UUID) -> None: ...


class Inbox:
    """Takes messages in, and gives them out until they are settled."""

    def __init__(
        self, table: InboxTable, keys: KeyBin, keyring: Keyring, names: BlindIndex
    ) -> None:
        self._table = table
        self._keys = keys
        self._keyring = keyring
        self._names = names

    async def take(self, sender: str, id: str, body: bytes) -> Novelty:
        """Returns when the message is durable. One of an id that is known is not kept again."""
        key = await self._keyring.new_key()
        draft = KeptMessage(sender, id, self._index(body), key.id, "")
        message = draft._replace(sealed=seal(key, draft.name, _PART, body))
        known = await self._table.put(message)
        if known is None:
            return Novelty.ANEW
        self._keyring.give_back(key)
        return Novelty.AGAIN if known == message.content else Novelty.ALTERED

    async def claim(self, most: int) -> Sequence[KeptMessage]:
        """Messages that wait, each for one worker for some seconds, and longer at every try."""
        return await self._table.claim(most)

    async def body(self, message: KeptMessage) -> bytes:
        """Raises :class:`~domain.vault.SealBroken` or :class:`~domain.keyring.KeyErased`."""
        key = await self._keyring.key(message.key_id)
        return unseal(key, message.name, _PART, message.sealed)

    async def settle(self, message: KeptMessage, problem: str | None = None) -> None:
        """Deletes the body. ``problem`` is the code of the refusal, if it became no command."""
        await self._table.settle(message.sender, message.id, problem)
        failpoint("C5")
        await self._forget(message.sender, message.id, message.key_id)

    async def tidy(self, most: int) -> int:
        """Deletes keys whose message was settled by a worker that then died. How many."""
        left = await self._table.forgotten(most)
        for sender, id, key_id in left:
            await self._forget(sender, id, key_id)
        return len(left)

    async def _forget(self, sender: str, id: str, key_id: UUID) -> None:
        await self._keys.delete(key_id)
        await self._table.keyless(sender, id)

    def _index(self, body: bytes) -> bytes:
        return self._names.of(Purpose.CALLBACK, body.hex())
