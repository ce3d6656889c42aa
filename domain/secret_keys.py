"""The service's own keys, and what is kept beside the data to know them again (ADR 38).

A check value is HMAC-SHA-256 of a fixed text, under a key that HKDF (RFC 5869) derives from the
secret for this alone. The same key has the same value, and the value tells nothing of the key.
"""

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

SIZE: Final = 32
_CHECKED: Final = b"cheguan/check/v1"


class SecretKind(StrEnum):
    """What a key is for. These names are stored for ever."""

    KEK = "kek"
    """Wraps the data keys."""
    INDEX = "index"
    """Makes the blind indexes by which cases are looked up."""
    NAME = "name"
    """Makes the ids of claims. It is never replaced, or one vehicle could have two open cases."""


class SecretName(NamedTuple):
    """Which key. The highest number of a kind is the current one."""

    kind: SecretKind
    number: int = 1


NAME_KEY: Final = SecretName(SecretKind.NAME)


@dataclass(frozen=True, slots=True, repr=False)
class Secrets:
    """Every key of the data that is at hand."""

    keys: Mapping[SecretName, bytes]

    @property
    def name(self) -> bytes:
        return self.keys[NAME_KEY]

    def of(self, kind: SecretKind) -> dict[int, bytes]:
        """The keys of a kind by their numbers, the current one last."""
        return {name.number: key for name, key in sorted(self.keys.items()) if name.kind is kind}


def check_value(name: SecretName, key: bytes) -> bytes:
    """16 bytes by which the key is known again."""
    info = b"cheguan/check/" + name.kind.encode()
    derived = HKDF(SHA256(), SIZE, salt=None, info=info).derive(key)
    return hmac.digest(derived, _CHECKED, "sha256")[:16]
