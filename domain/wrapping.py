"""Data keys under the key-encryption keys (KEK), of which the newest wraps all new ones."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.vault import NONCE, DataKey, SealBroken, drawn

_BOUND: Final = b"cheguan/key/v1\0"


class WrappedKey(NamedTuple):
    """A data key as it is stored, and the number of the KEK that wrapped it."""

    id: UUID
    wrapped: bytes
    by: int


class KekUnknown(Exception):
    """A data key was wrapped by a KEK that this process does not have."""


class Wrapping:
    """Wraps data keys, and binds each to its id. ``keks`` are given by their numbers."""

    def __init__(self, keks: Mapping[int, bytes]) -> None:
        self._keks = {number: AESGCM(kek) for number, kek in keks.items()}
        self.current = max(keks)
        self.earlier = sorted(set(keks) - {self.current})

    def wrap_all(self, keys: Sequence[DataKey]) -> list[WrappedKey]:
        """Wraps each under the current KEK."""
        kek = self._keks[self.current]
        return [
            WrappedKey(
                key.id, nonce + kek.encrypt(nonce, key.secret, _BOUND + key.id.bytes), self.current
            )
            for key, nonce in zip(keys, drawn(len(keys), NONCE), strict=True)
        ]

    def unwrap(self, key: WrappedKey) -> DataKey:
        """Raises :class:`KekUnknown`, or :class:`SealBroken` for another KEK or an altered row."""
        kek = self._keks.get(key.by)
        if kek is None:
            raise KekUnknown(f"KEK {key.by}")
        nonce, sealed = key.wrapped[:NONCE], key.wrapped[NONCE:]
        try:
            return DataKey(key.id, kek.decrypt(nonce, sealed, _BOUND + key.id.bytes))
        except (ValueError, InvalidTag) as broken:
            raise SealBroken from broken
