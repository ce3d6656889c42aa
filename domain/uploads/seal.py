"""Seals a file under a data key of its own, and names it by the SHA-256 of what is stored.

So whoever reads the name in an event can tell that the file is the one that was handed in, and
nobody learns from a name what is in a file.
"""

import hashlib
from os import urandom
from typing import Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from domain.uploads.media_type import MediaType
from domain.vault import NONCE, DataKey, SealBroken

_FORMAT: Final = b"\x01\x01"
_HEAD: Final = len(_FORMAT) + 16 + NONCE


def sealed(
    key: DataKey, media_type: MediaType, content: bytes, nonce: bytes | None = None
) -> bytes:
    """Format, algorithm, key id, nonce, ciphertext and tag, bound to the key and the media type."""
    nonce = nonce or urandom(NONCE)
    ciphertext = AESGCM(key.secret).encrypt(nonce, content, _bound_to(key.id, media_type))
    return _FORMAT + key.id.bytes + nonce + ciphertext


def opened(key: DataKey, media_type: MediaType, text: bytes) -> bytes:
    """The file. Raises :class:`~domain.vault.SealBroken` for any other bytes, key or type."""
    if text[:2] != _FORMAT or text[2:18] != key.id.bytes:
        raise SealBroken
    try:
        return AESGCM(key.secret).decrypt(
            text[18:_HEAD], text[_HEAD:], _bound_to(key.id, media_type)
        )
    except (ValueError, InvalidTag) as broken:
        raise SealBroken from broken


def name_of(text: bytes) -> bytes:
    """The name of what is stored."""
    return hashlib.sha256(text).digest()


def _bound_to(key_id: UUID, media_type: MediaType) -> bytes:
    return b"upload/v1\0" + key_id.bytes + media_type.encode()
