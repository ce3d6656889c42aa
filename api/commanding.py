"""From an HTTP request to a command and back: the same steps for every route that commands."""

import hashlib
import re
from collections.abc import Awaitable, Iterable, Mapping
from typing import Final, TypeVar
from uuid import UUID

import msgspec
from fastapi import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api import defects
from api.dependencies import unavailable
from api.identity import Identity
from api.language import preferred
from api.parts import Parts
from api.problems import Problem
from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.case.vocabulary import CaseCommand
from domain.door import request as door_request
from domain.door.outcome import Outcome
from domain.event_store.epoch import StoreReadOnly
from domain.event_store.pending import CommitUnderWay, OutcomeUnknown, StoreUnavailable
from domain.failpoints import failpoint
from domain.message import Command
from domain.name_based import uuid5
from domain.people import Actor, Role
from domain.vault import seal

_KEYS: Final = UUID("5b1f6f0e-2a53-5f0d-8a2e-0c5c8a7b9d10").bytes
_KEY: Final = re.compile(r"[\x21-\x7e]{1,128}")
_ETAG: Final = re.compile(r'"v([0-9]{1,9})"')
_WORDS: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")

CHANNEL: Final = "api"
_ENCODER: Final = msgspec.json.Encoder()

Given = TypeVar("Given")


def slug(command: type[Command]) -> str:
    """``AcceptCase`` → ``accept-case``: the command's name in a path."""
    return _WORDS.sub("-", command.__name__).lower()


SLUGS: Final[Mapping[str, str]] = {
    row.command.__name__: slug(row.command) for each in CODEC.aggregates for row in each.decisions
}
_ROLES: Final = {
    (each.kind, row.command.__name__): row.by for each in CODEC.aggregates for row in each.decisions
}


def idempotency_key(request: Request) -> str | None:
    """The key sent, or None; see :func:`checked_key`."""
    return checked_key(request.headers.get("idempotency-key"))


def checked_key(key: str | None) -> str | None:
    """Raises 400 for a key that is not 1–128 printable characters."""
    if key is not None and not _KEY.fullmatch(key):
        raise Problem("idempotency-key-invalid", 400)
    return key


def command_id(by: Actor, key: str) -> UUID:
    """A key belongs to who sent it: another's same key is another command."""
    return uuid5(_KEYS, f"{by.role}:{by.id}:{key}")


def version_expected(request: Request) -> int:
    """The version of ``If-Match``. Raises 428 without one, 400 for what is no version."""
    sent = request.headers.get("if-match")
    if sent is None:
        raise Problem("precondition-required", 428)
    match = _ETAG.fullmatch(sent.strip())
    if match is None:
        raise Problem("if-match-invalid", 400)
    return int(match.group(1))


def request_by(
    identity: Identity,
    *,
    case: UUID | None,
    name: str,
    body: bytes,
    key: str | None = None,
    expected: int | None = None,
    channel: str = CHANNEL,
) -> door_request.Request:
    """Without a key, the same command on the same version is the same request."""
    failpoint("W1")
    by = identity.actor
    asked = hashlib.sha256(f"{name}:{case}:".encode() + body)
    return door_request.Request(
        by=by,
        channel=channel,
        command_id=command_id(by, key or f"{case}:{name}:{expected}:{asked.hexdigest()}"),
        sha256=asked.digest(),
        expected=expected,
    )


def read_command(kind: type[Given], request: Request, body: bytes) -> Given:
    """Raises 422 with the one defect of a body that is not such a command."""
    try:
        return msgspec.json.decode(body or b"{}", type=kind)
    except msgspec.DecodeError as wrong:
        if not isinstance(wrong, msgspec.ValidationError):
            raise Problem("bad-request", 400) from None
        language = preferred(request.headers.get("accept-language"))
        found = defects.in_command(wrong, language)
        raise Problem("form-invalid", 422, members={"defects": found}) from None


async def with_sealed_note(
    parts: Parts, case: UUID, command: CaseCommand, by: Actor
) -> CaseCommand:
    """Free text may name people, so it is sealed before a decision sees it."""
    note: str | None = getattr(command, "note", None)
    if note is None:
        return command
    return msgspec.structs.replace(command, note=await sealed(parts, case, "note", note, by))


async def sealed(parts: Parts, case: UUID, part: str, clear: str, by: Actor) -> str:
    """``clear`` under the key of the case, which ``by`` must be allowed to see."""
    opened, _ = await parts.door.open(CASE, case, by)
    if opened.state.key_id is None:
        raise unavailable()
    return seal(await parts.keyring.key(opened.state.key_id), case, part, clear.encode())


async def carried_out(parts: Parts, asked: UUID, doing: Awaitable[Given]) -> Given:
    """The outcome, within the request's deadline.

    Raises 503 with ``retry-after`` and the command's id: when nothing was stored, and, as
    another problem, when that is not known; ``GET /api/v1/commands/{id}`` settles it later.
    Raises :class:`CommitUnderWay` to that route alone, which has an answer for it.
    """
    try:
        return await parts.patience.wait(doing)
    except StoreReadOnly as closed:
        raise unavailable(
            "store-read-only", command_id=str(asked), cause=closed.difference
        ) from None
    except StoreUnavailable:
        raise unavailable(command_id=str(asked)) from None
    except CommitUnderWay:
        raise
    except (OutcomeUnknown, TimeoutError):
        raise unavailable("outcome-unknown", command_id=str(asked)) from None


def view(outcome: Outcome, role: Role) -> dict[str, object]:
    """What every command is answered with; the actions are those of the caller's role."""
    return {
        "id": str(outcome.stream),
        **outcome.about,
        "stage": outcome.stage,
        "version": outcome.version,
        "position": outcome.position,
        "actions": [SLUGS[name] for name in outcome.actions if role in _ROLES[outcome.kind, name]],
    }


class Receipt(Response):
    """The answer to a command, with headers that are bytes already.

    What is cut off in its middle was carried out all the same.
    """

    def __init__(self, body: bytes, status: int, headers: Iterable[tuple[bytes, bytes]]) -> None:
        self.body = body
        self.status_code = status
        self.background = None
        self.raw_headers = [
            (b"content-length", b"%d" % len(body)),
            (b"content-type", b"application/json"),
            *headers,
        ]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send(
            {
                "type": "http.response.start",
                "status": self.status_code,
                "headers": self.raw_headers,
            }
        )
        await send({"type": "http.response.body", "body": self.body})


def answer(outcome: Outcome, role: Role, status: int = 200) -> Response:
    """With the case's version as ``ETag`` and a mark on what was answered before."""
    headers = [(b"etag", b'"v%d"' % outcome.version)]
    if status == 201:
        headers.append((b"location", f"/api/v1/applications/{outcome.stream}".encode()))
    if outcome.replayed:
        headers.append((b"idempotency-replayed", b"true"))
    return Receipt(_ENCODER.encode(view(outcome, role)), status, headers)
