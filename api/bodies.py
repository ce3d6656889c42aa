"""Receives a body: whole and small, or line by line and without end."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final

from starlette.requests import ClientDisconnect, Request
from starlette.types import Message, Receive

from api.limits import UploadLimits
from api.patience import Patience
from api.problems import Problem

# What has not been read of a refused body is not read: the connection ends with the answer.
CLOSE: Final = {"connection": "close"}
STREAMED: Final = "cheguan.streamed"
HEAD_ONLY: Final = "cheguan.head_only"
"""Stands in the scope of a request whose answer goes without its body."""
_WITH_BODY: Final = frozenset({"POST", "PUT", "PATCH"})


async def read_ahead(request: Request) -> None:
    """Reads a body once it is known who sends it, and before anything is held for him.

    A stream is left to its route. Raises the :class:`Problem` of a body that is not as it
    should be.
    """
    if request.method in _WITH_BODY and STREAMED not in request.scope:
        await request.body()


async def read_whole(receive: Receive, limit: int, patience: Patience) -> bytes | None:
    """Reads the body. ``None`` means that the client left before it was complete.

    Raises a :class:`Problem`: 413 as soon as more than ``limit`` bytes have come, whatever
    was announced, and 408 if it is not complete when ``patience`` ends.
    """
    try:
        return await patience.wait(_whole(receive, limit))
    except TimeoutError:
        raise Problem("body-too-slow", 408, headers=CLOSE) from None


async def _whole(receive: Receive, limit: int) -> bytes | None:
    chunks: list[bytes] = []
    size = 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        chunk = message.get("body", b"")
        size += len(chunk)
        if size > limit:
            raise Problem("body-too-large", 413, headers=CLOSE)
        chunks.append(chunk)
        if not message.get("more_body", False):
            return b"".join(chunks)


def when_asked(receive: Receive, read: Callable[[], Awaitable[bytes | None]]) -> Receive:
    """Gives what ``read`` reads as one message, and then whatever else the server has to say.

    Nothing is read before somebody asks for it. Raises ``ClientDisconnect`` if it never came
    whole.
    """
    asked = False

    async def receiving() -> Message:
        nonlocal asked
        if asked:
            return await receive()
        asked = True
        body = await read()
        if body is None:
            raise ClientDisconnect
        return {"type": "http.request", "body": body, "more_body": False}

    return receiving


def by_lines(receive: Receive, limits: UploadLimits) -> Receive:
    """Wraps ``receive`` for a stream of lines.

    Raises a :class:`Problem` in the reader when a line is too long (413), or when the stream is
    too slow (408). Nothing is kept, so memory stays flat.
    """
    unfinished, size, waited = 0, 0, 0.0
    loop = asyncio.get_running_loop()
    ends = loop.time() + limits.seconds

    async def receiving() -> Message:
        nonlocal unfinished, size, waited
        began = loop.time()
        try:
            async with asyncio.timeout_at(min(ends, began + limits.idle_seconds)):
                message = await receive()
        except TimeoutError:
            raise Problem("body-too-slow", 408, headers=CLOSE) from None
        body = message.get("body", b"")
        size, waited = size + len(body), waited + loop.time() - began
        if size < limits.bytes_per_second * (waited - limits.idle_seconds):
            raise Problem("body-too-slow", 408, headers=CLOSE)
        first, *rest = body.split(b"\n")
        lengths = [unfinished + len(first), *map(len, rest)]
        if max(lengths) > limits.line_bytes:
            raise Problem("line-too-long", 413, headers=CLOSE)
        unfinished = lengths[-1]
        return message

    return receiving
