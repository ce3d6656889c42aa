"""What an HTTP request says about a command: who asks, under which key, on which version."""

import hashlib
import re
from typing import Final, TypeVar
from uuid import UUID, uuid4

import msgspec
from fastapi import Request

from api import defects
from api.identity import Identity
from api.language import Language, preferred
from api.preconditions import Versions
from api.problems import Problem
from domain.door import request as door_request
from domain.failpoints import failpoint
from domain.name_based import uuid5
from domain.spelling import respelt

CHANNEL: Final = "api"
_KEYS: Final = UUID("5b1f6f0e-2a53-5f0d-8a2e-0c5c8a7b9d10").bytes
_KEY: Final = re.compile(r"[\x21-\x7e]{1,128}")

Given = TypeVar("Given")


def idempotency_key(request: Request) -> str | None:
    """Gives the key that was sent, or None. See :func:`checked_key`."""
    return checked_key(request.headers.get("idempotency-key"))


def checked_key(key: str | None) -> str | None:
    """Raises 400 for a key that is not 1–128 printable characters."""
    if key is not None and not _KEY.fullmatch(key):
        raise Problem("idempotency-key-invalid", 400)
    return key


def required_key(key: str | None) -> str:
    """Raises 400 also if there is none: what begins something is never begun twice."""
    if checked_key(key) is None:
        raise Problem("idempotency-key-missing", 400)
    assert key is not None
    return key


def command_id(who: str, key: str) -> UUID:
    """The id of a command. The same key, sent by somebody else, means another command.

    ``who`` is a :func:`~api.identity.principal`.
    """
    return uuid5(_KEYS, f"{who}{key}")


def request_by(
    identity: Identity,
    *,
    stream: UUID | None,
    name: str,
    body: bytes,
    key: str | None = None,
    expected: Versions | None = None,
    channel: str = CHANNEL,
) -> door_request.Request:
    """Makes the request to the door.

    Without a key, the same command on the same version is the same request. Whoever names no
    version either asks anew each time.
    """
    failpoint("W1")
    by = identity.actor
    asked = hashlib.sha256(f"{name}:{stream}:".encode() + body)
    if key is None:
        seen = expected.named if expected else None
        key = f"{stream}:{name}:{seen}:{asked.hexdigest()}" if seen is not None else str(uuid4())
    return door_request.Request(
        by=by,
        channel=channel,
        command_id=command_id(identity.principal, key),
        sha256=asked.digest(),
        expected=expected,
        id_indexes=identity.id_indexes,
    )


def read_command(kind: type[Given], request: Request, body: bytes) -> Given:
    """Raises 422 with the one defect of a body that is not such a command."""
    return decoded(kind, body, preferred(request.headers.get("accept-language")))


def decoded(kind: type[Given], body: bytes, language: Language) -> Given:
    """The same, with the defect in the language of whoever reads it."""
    try:
        return _decoded(kind, body or b"{}")
    except msgspec.DecodeError as wrong:
        if not isinstance(wrong, msgspec.ValidationError):
            raise Problem("bad-request", 400) from None
        found = defects.in_command(wrong, language, kind)
        raise Problem("form-invalid", 422, members={"defects": found}) from None


def _decoded(kind: type[Given], sent: bytes) -> Given:
    """Reads a body as it stands, or else with its numbers in their normal forms."""
    try:
        return msgspec.json.decode(sent, type=kind)
    except msgspec.ValidationError:
        return msgspec.json.decode(respelt(kind, sent), type=kind)
