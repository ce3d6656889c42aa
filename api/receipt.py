"""What the caller of a command is answered with."""

from collections.abc import Iterable
from typing import Final

import msgspec
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api.actions import Actions
from api.entity_tags import tag_of
from domain.door.outcome import Outcome
from domain.people import Role

_ENCODER: Final = msgspec.json.Encoder()


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


def view(actions: Actions, outcome: Outcome, role: Role) -> dict[str, object]:
    """The outcome of any command, with the actions that the caller's role may take next."""
    return {
        "id": str(outcome.stream),
        **outcome.about,
        "stage": outcome.stage,
        "version": outcome.version,
        "position": outcome.position,
        "actions": actions.after(outcome, role),
    }


def receipt(
    actions: Actions, outcome: Outcome, role: Role, begun_under: str | None = None
) -> Response:
    """The answer, with the version as ``ETag`` and a mark on what was answered before.

    What has begun is 201, and stands under the path ``begun_under``.
    """
    headers = [(b"etag", tag_of(outcome.version).encode())]
    if begun_under is not None:
        headers.append((b"location", f"{begun_under}/{outcome.stream}".encode()))
    if outcome.replayed:
        headers.append((b"idempotency-replayed", b"true"))
    body = _ENCODER.encode(view(actions, outcome, role))
    return Receipt(body, 200 if begun_under is None else 201, headers)
