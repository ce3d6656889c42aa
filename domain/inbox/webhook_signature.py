"""Signed callbacks, both ways: Standard Webhooks 1.0, signatures ``v1`` (HMAC-SHA-256, RFC 2104).

What is signed is ``id.timestamp.body``, byte for byte as it was sent, so it is checked before
anything is parsed. See https://github.com/standard-webhooks/standard-webhooks.
"""

import hmac
import re
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, NamedTuple

ID: Final = "webhook-id"
TIMESTAMP: Final = "webhook-timestamp"
SIGNATURE: Final = "webhook-signature"
TOLERANCE: Final = timedelta(minutes=5)
"""So far the clock of the sender may be from the wall clock here. What is older was replayed."""
_PREFIX: Final = "whsec_"
_SHORTEST, _LONGEST = 24, 64
_ID: Final = re.compile(r"[A-Za-z0-9_-]{1,64}", re.ASCII)
_INSTANT: Final = re.compile(r"[0-9]{1,12}", re.ASCII)
_MOST: Final = 8


class NotSigned(Exception):
    """The callback does not come from whom it says, or not as he sent it, or not now."""


class SecretUnusable(ValueError):
    """The text is no secret of Standard Webhooks: ``whsec_`` and base64 of 24 to 64 bytes."""


class Signed(NamedTuple):
    """The three header fields of a callback, as they came. None is a field that is missing."""

    id: str | None
    timestamp: str | None
    signature: str | None


def secret_of(text: str) -> bytes:
    """The secret that ``whsec_…`` stands for. Raises :class:`SecretUnusable`."""
    try:
        secret = b64decode(text.removeprefix(_PREFIX), validate=True)
    except (Error, ValueError):
        raise SecretUnusable from None
    if not text.startswith(_PREFIX) or not _SHORTEST <= len(secret) <= _LONGEST:
        raise SecretUnusable
    return secret


def written(secret: bytes) -> str:
    """The text that stands for a secret."""
    return _PREFIX + b64encode(secret).decode("ascii")


def sign(secret: bytes, id: str, at: datetime, body: bytes) -> Signed:
    """The header fields with which a callback is sent at an instant."""
    return sign_by([secret], id, at, body)


def sign_by(secrets: Sequence[bytes], id: str, at: datetime, body: bytes) -> Signed:
    """The same with a signature of each secret, so that either is enough for the receiver.

    There are two while a secret is being replaced.
    """
    timestamp = str(int(at.timestamp()))
    made = [f"v1,{_mac(each, id, timestamp, body)}" for each in secrets]
    return Signed(id, timestamp, " ".join(made))


def verify(secrets: Sequence[bytes], signed: Signed, body: bytes, now: datetime) -> str:
    """The id of a callback whose signature one of the secrets has made.

    There are several while a secret is being replaced, and a sender may send several signatures.
    Raises :class:`NotSigned`.
    """
    id, timestamp, signature = signed
    if not (id and _ID.fullmatch(id) and timestamp and _INSTANT.fullmatch(timestamp)):
        raise NotSigned
    if abs(now.timestamp() - int(timestamp)) > TOLERANCE.total_seconds():
        raise NotSigned
    given = [each[3:] for each in (signature or "").split(" ")[:_MOST] if each[:3] == "v1,"]
    made = [_mac(secret, id, timestamp, body) for secret in secrets]
    if not any(hmac.compare_digest(g.encode(), m.encode()) for g in given for m in made):
        raise NotSigned
    return id


def _mac(secret: bytes, id: str, timestamp: str, body: bytes) -> str:
    signed = f"{id}.{timestamp}.".encode() + body
    return b64encode(hmac.digest(secret, signed, "sha256")).decode("ascii")
