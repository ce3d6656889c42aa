"""The headers that every answer carries, so that no route can forget them."""

from collections.abc import Iterable
from typing import Final

from starlette.types import Message, Send

# frame-ancestors and X-Frame-Options say the same: older browsers know only the second.
CONTENT_SECURITY_POLICY: Final = (
    "default-src 'self'; base-uri 'none'; object-src 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)

_ALWAYS: Final = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"content-security-policy", CONTENT_SECURITY_POLICY.encode()),
)
_NEVER_STORED: Final = (*_ALWAYS, (b"cache-control", b"no-store"))


def protected(send: Send, path: str) -> Send:
    """Wraps ``send`` so that it adds the headers which the answer does not set itself.

    Answers under ``/api`` hold personal data, so no cache may keep them.
    """

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = completed(message.get("headers", ()), path)
        await send(message)

    return sending


def completed(headers: Iterable[tuple[bytes, bytes]], path: str) -> list[tuple[bytes, bytes]]:
    """The headers of an answer on ``path``, with those that it does not set itself."""
    wanted = _NEVER_STORED if path.startswith("/api/") or path == "/api" else _ALWAYS
    given = list(headers)
    present = {name for name, _ in given}
    return given + [header for header in wanted if header[0] not in present]
