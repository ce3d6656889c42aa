"""The issuer of a demonstration: one key pair on this machine, any role for the asking.

It stands in for the identity platform only where :func:`api.settings.check_identities`
lets it: on a loopback address.
"""

import os
import stat
import time
from pathlib import Path
from typing import Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from jwt import PyJWS

from api.issuer_keys import VerifyingKey
from domain.people import Role

ISSUER: Final = "urn:cheguan:demo"

_KEY_FILE: Final = "demo-issuer.pem"


class KeyFileUnsafe(Exception):
    """The key file is not a private file with an Ed25519 key; the message names the file."""


class DemoIssuer:
    """Issues and verifies demo tokens with the key in ``secrets_dir``, made at first use."""

    def __init__(self, secrets_dir: Path) -> None:
        self._key = _load_or_make(secrets_dir / _KEY_FILE)

    async def find(self, kid: str | None) -> VerifyingKey | None:
        """As :meth:`api.issuer_keys.IssuerKeys.find`."""
        return VerifyingKey("EdDSA", self._key.public_key()) if kid in (None, "demo") else None

    def token(
        self,
        *,
        role: Role,
        subject: str,
        office: str | None = None,
        lifetime: int = 3600,
        audience: str = "cheguan",
        now: float | None = None,
    ) -> str:
        """A token for ``subject``; ``lifetime`` in seconds, ``now`` in seconds since 1970."""
        issued_at = int(time.time() if now is None else now)
        claims: dict[str, object] = {
            "iss": ISSUER,
            "aud": audience,
            "sub": subject,
            "role": role.value,
            "iat": issued_at,
            "exp": issued_at + lifetime,
        }
        if office is not None:
            claims["office"] = office
        return PyJWS().encode(
            msgspec.json.encode(claims), self._key, algorithm="EdDSA", headers={"kid": "demo"}
        )


def _load_or_make(path: Path) -> Ed25519PrivateKey:
    if not path.exists():
        _make(path)
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise KeyFileUnsafe(f"others can read {path}; it must have mode 0600")
    try:
        key = load_pem_private_key(path.read_bytes(), password=None)
    except ValueError:
        raise KeyFileUnsafe(f"{path} is not a PEM file") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFileUnsafe(f"{path} does not hold an Ed25519 key")
    return key


def _make(path: Path) -> None:
    """Put a new key at ``path``, whole or not at all; another process may be doing the same."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    pem = Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(pem)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
