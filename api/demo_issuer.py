"""The issuer of a demonstration: it has one key pair on this machine, and gives any role.

It stands in for the identity platform on a loopback address only. A process that listens
anywhere else, and has no other issuer, refuses to start.
"""

import time
from base64 import urlsafe_b64encode
from pathlib import Path
from typing import Final
from zlib import crc32

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
from api.private_file import KeyFileUnsafe, read_or_make
from api.token_claims import OFFICIALS
from domain.people import Role
from domain.services.choices import Channel, UserKind
from domain.services.ways import CITIZENS

ISSUER: Final = "urn:cheguan:demo"

_KEY_FILE: Final = "demo-issuer.pem"


class DemoIssuer:
    """Issues and verifies demo tokens. Its key lies in ``secrets_dir``, made at first use."""

    def __init__(self, secrets_dir: Path) -> None:
        self._key = _load_or_make(secrets_dir / _KEY_FILE)

    async def find(self, kid: str | None) -> VerifyingKey | None:
        """Does what :meth:`api.issuer_keys.IssuerKeys.find` does."""
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
        id_index: bytes | tuple[bytes, ...] | None = None,
        channel: Channel | None = None,
        user_kind: UserKind | None = None,
    ) -> str:
        """Makes a token for ``subject``. ``now`` is seconds since 1970, ``lifetime`` seconds.

        ``id_index`` is the blind index of the holder's ID number, or several. Whoever signs in
        nowhere else comes through the app, as one whose identity was verified. An official has a
        number that is always the same.
        """
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
        if role in OFFICIALS:
            claims |= {"phone_number": _mobile_of(subject), "phone_number_verified": True}
        if id_index is not None:
            told = (id_index,) if isinstance(id_index, bytes) else id_index
            claims["id_index"] = [urlsafe_b64encode(each).decode().rstrip("=") for each in told]
        if role in CITIZENS:
            claims["channel"] = channel or Channel.ONLINE_APP
            claims["user_kind"] = user_kind or UserKind.REAL_NAME
        elif channel:
            claims["channel"] = channel
        return PyJWS().encode(
            msgspec.json.encode(claims), self._key, algorithm="EdDSA", headers={"kid": "demo"}
        )


def _mobile_of(subject: str) -> str:
    """A number of nobody, as a provider writes it (E.164)."""
    return f"+86138{crc32(subject.encode()) % 100_000_000:08}"


def _load_or_make(path: Path) -> Ed25519PrivateKey:
    try:
        key = load_pem_private_key(read_or_make(path, _new_key), password=None)
    except ValueError:
        raise KeyFileUnsafe(f"{path} is not a PEM file") from None
    if not isinstance(key, Ed25519PrivateKey):
        raise KeyFileUnsafe(f"{path} does not hold an Ed25519 key")
    return key


def _new_key() -> bytes:
    return Ed25519PrivateKey.generate().private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    )
