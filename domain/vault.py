"""Sealed personal data, its keys, and blind indexes (ADR 22; PIPL art. 47 and 51).

Every case has a data key of its own. Parts of a form are sealed under it with AES-256-GCM
(NIST SP 800-38D), and bound to the case and to the part's name. The data key is wrapped by
the key-encryption key and kept apart from the events. When it is deleted, what it sealed is
gone in every copy of every event.

Keys are made and stored in bulk ahead of need. A key belongs to a case only by the
``key_id`` in the case's first event, so a submission waits for no second commit.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping, Sequence
from enum import StrEnum
from os import urandom
from typing import Final, NamedTuple, Protocol
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_PREFIX: Final = "pii1."
_FORMAT: Final = b"\x01\x01"
_NONCE: Final = 12
_HEAD: Final = len(_FORMAT) + 16 + _NONCE
_KEY_BOUND: Final = b"cheguan/key/v1\0"


class DataKey(NamedTuple):
    """A key of 32 bytes with its id. ``repr`` leaves the secret out, so nothing prints it."""

    id: UUID
    secret: bytes

    def __repr__(self) -> str:
        return f"DataKey({self.id})"


def new_keys(count: int) -> list[DataKey]:
    """Draws secrets and ids (UUID version 4) from the operating system's source."""
    drawn = zip(_random(count, 16), _random(count, 32), strict=True)
    return [DataKey(UUID(bytes=number, version=4), secret) for number, secret in drawn]


def _random(count: int, size: int) -> list[bytes]:
    drawn = urandom(count * size)
    return [drawn[place : place + size] for place in range(0, count * size, size)]


class SealBroken(Exception):
    """The text does not belong to this case and part, or it was altered."""


class Purpose(StrEnum):
    """What a blind index is for. Each has a key of its own, so two indexes cannot be joined."""

    ID_NO = "idno"
    PLATE = "plate"
    VIN = "vin"
    LICENCE = "licence"
    MOBILE = "mobile"


class KeyTable(Protocol):
    """Where wrapped data keys are kept."""

    async def save(self, keys: Sequence[tuple[UUID, bytes]]) -> None: ...
    async def load(self, key_id: UUID) -> bytes | None: ...


def seal(key: DataKey, case: UUID, part: str, clear: bytes) -> str:
    """Seals one part as text.

    It is ``pii1.`` and the base64url of format, algorithm, key id, nonce, ciphertext and tag.
    """
    return seal_parts(key, case, {part: clear})[part]


def unseal(key: DataKey, case: UUID, part: str, text: str) -> bytes:
    """Opens one part. Raises :class:`SealBroken`, also for one of another case or part."""
    try:
        raw = urlsafe_b64decode(text.removeprefix(_PREFIX))
        if text != _written(raw) or raw[:2] != _FORMAT or raw[2:18] != key.id.bytes:
            raise SealBroken
        nonce, sealed = raw[18:_HEAD], raw[_HEAD:]
        return AESGCM(key.secret).decrypt(nonce, sealed, _bound_to(key.id, case, part))
    except (ValueError, InvalidTag) as broken:
        raise SealBroken from broken


def seal_parts(key: DataKey, case: UUID, parts: Mapping[str, bytes]) -> dict[str, str]:
    """Seals several parts under one key, each as :func:`seal` does."""
    cipher, head = AESGCM(key.secret), _FORMAT + key.id.bytes
    sealed = {}
    for nonce, (part, clear) in zip(_random(len(parts), _NONCE), parts.items(), strict=True):
        ciphertext = cipher.encrypt(nonce, clear, _bound_to(key.id, case, part))
        sealed[part] = _written(head + nonce + ciphertext)
    return sealed


def _written(raw: bytes) -> str:
    """Writes the bytes in the one spelling that is accepted, of the several that base64 has."""
    return _PREFIX + urlsafe_b64encode(raw).decode("ascii")


def _bound_to(key_id: UUID, case: UUID, part: str) -> bytes:
    return b"pii/v1\0" + case.bytes + part.encode() + b"\0" + key_id.bytes


class BlindIndex:
    """16 bytes of a keyed HMAC-SHA-256 of a normalised number. Equal numbers have equal ones."""

    def __init__(self, master: bytes) -> None:
        self._begun = {purpose: _begun(master, purpose) for purpose in Purpose}

    def of(self, purpose: Purpose, text: str) -> bytes:
        mac = self._begun[purpose].copy()
        mac.update(text.encode())
        return mac.digest()[:16]


def _begun(master: bytes, purpose: Purpose) -> hmac.HMAC:
    """The beginning of every index of a purpose: its key, and its name."""
    key = HKDF(SHA256(), 32, salt=None, info=b"cheguan/index/" + purpose.encode()).derive(master)
    return hmac.new(key, f"{purpose}/v1\0".encode(), "sha256")


class Wrapping:
    """Wraps data keys under the key-encryption key, and binds each to its id."""

    def __init__(self, kek: bytes) -> None:
        self._kek = AESGCM(kek)

    def wrap_all(self, keys: Sequence[DataKey]) -> list[tuple[UUID, bytes]]:
        """Returns each wrapped key with its id."""
        return [
            (key.id, nonce + self._kek.encrypt(nonce, key.secret, _KEY_BOUND + key.id.bytes))
            for key, nonce in zip(keys, _random(len(keys), _NONCE), strict=True)
        ]

    def unwrap(self, key_id: UUID, wrapped: bytes) -> DataKey:
        """Raises :class:`SealBroken` for another key-encryption key or an altered row."""
        bound = _KEY_BOUND + key_id.bytes
        try:
            return DataKey(key_id, self._kek.decrypt(wrapped[:_NONCE], wrapped[_NONCE:], bound))
        except (ValueError, InvalidTag) as broken:
            raise SealBroken from broken
