"""Sealed personal data, its keys, and blind indexes (ADR 22; PIPL art. 47 and 51).

Every case has a data key of its own. Parts of a form are sealed under it with AES-256-GCM
(NIST SP 800-38D), and bound to the case and to the part's name. The data key is wrapped by
the key-encryption key and kept apart from the events. When it is deleted, what it sealed is
gone in every copy of every event (:mod:`domain.wrapping`).

Keys are made and stored in bulk ahead of need. A key belongs to a case only by the
``key_id`` in the case's first event, so a submission waits for no second commit.
"""

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from enum import StrEnum
from os import urandom
from typing import Final, NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_PREFIX: Final = "pii1."
_FORMAT: Final = b"\x01\x01"
NONCE: Final = 12
_HEAD: Final = len(_FORMAT) + 16 + NONCE


class DataKey(NamedTuple):
    """A key of 32 bytes with its id. ``repr`` leaves the secret out, so nothing prints it."""

    id: UUID
    secret: bytes

    def __repr__(self) -> str:
        return f"DataKey({self.id})"


def new_keys(count: int) -> list[DataKey]:
    """Draws secrets and ids (UUID version 4) from the operating system's source."""
    pairs = zip(drawn(count, 16), drawn(count, 32), strict=True)
    return [DataKey(UUID(bytes=number, version=4), secret) for number, secret in pairs]


def drawn(count: int, size: int) -> list[bytes]:
    """So many random texts of ``size`` bytes, drawn at once."""
    run = urandom(count * size)
    return [run[place : place + size] for place in range(0, count * size, size)]


class SealBroken(Exception):
    """The text does not belong to this case and part, or it was altered."""


class Purpose(StrEnum):
    """What a blind index is for. Each has a key of its own, so two indexes cannot be joined."""

    ID_NO = "idno"
    PLATE = "plate"
    VIN = "vin"
    LICENCE = "licence"
    FILE = "file"
    PERMIT = "permit"
    MATTER = "matter"
    MOBILE = "mobile"
    NAME = "name"
    CLIENT = "client"
    DIGITS = "digits"
    UPLOAD = "upload"
    CALLBACK = "callback"
    INSTRUMENT = "instrument"


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
    for nonce, (part, clear) in zip(drawn(len(parts), NONCE), parts.items(), strict=True):
        ciphertext = cipher.encrypt(nonce, clear, _bound_to(key.id, case, part))
        sealed[part] = _written(head + nonce + ciphertext)
    return sealed


def _written(raw: bytes) -> str:
    """Writes the bytes in the one spelling that is accepted, of the several that base64 has."""
    return _PREFIX + urlsafe_b64encode(raw).decode("ascii")


def _bound_to(key_id: UUID, case: UUID, part: str) -> bytes:
    return b"pii/v1\0" + case.bytes + part.encode() + b"\0" + key_id.bytes


class BlindIndex:
    """16 bytes of a keyed HMAC-SHA-256 of a normalised number. Equal numbers have equal ones.

    The last of the masters is the current one. Events keep what an earlier one made of a number,
    so whoever looks for it asks for all.
    """

    def __init__(self, *masters: bytes) -> None:
        self.renew(*masters)

    def renew(self, *masters: bytes) -> None:
        """Takes other masters, for everyone who holds this index."""
        self._begun = [
            {purpose: _begun(master, purpose) for purpose in Purpose} for master in masters
        ]

    def of(self, purpose: Purpose, text: str) -> bytes:
        """The index under the current master."""
        mac = self._begun[-1][purpose].copy()
        mac.update(text.encode())
        return mac.digest()[:16]

    def all_of(self, purpose: Purpose, text: str) -> list[bytes]:
        """The indexes under all masters, the current one last."""
        macs = [begun[purpose].copy() for begun in self._begun]
        for mac in macs:
            mac.update(text.encode())
        return [mac.digest()[:16] for mac in macs]


def _begun(master: bytes, purpose: Purpose) -> hmac.HMAC:
    """The beginning of every index of a purpose: its key, and its name."""
    key = HKDF(SHA256(), 32, salt=None, info=b"cheguan/index/" + purpose.encode()).derive(master)
    return hmac.new(key, f"{purpose}/v1\0".encode(), "sha256")
