"""Receives a body: whole and small, or line by line and without end."""

import asyncio
from typing import Final

from starlette.types import Message, Receive

from api.patience import Patience
from api.problems import Problem

# What has not been read of a refused body is not read: the connection ends with the answer.
CLOSE: Final = {"connection": "close"}


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


def received_again(body: bytes, receive: Receive) -> Receive:
    """Gives ``body`` as one message, and then whatever else the server has to say."""
    waiting: Message | None = {"type": "http.request", "body": body, "more_body": False}

    async def replaying() -> Message:
        nonlocal waiting
        if waiting is None:
            return await receive()
        message, waiting = waiting, None
        return message

    return replaying


def by_lines(receive: Receive, line_limit: int, idle_seconds: float) -> Receive:
    """Wraps ``receive`` for a stream of lines, each of at most ``line_limit`` bytes.

    Raises a :class:`Problem` in the reader when a line is longer (413), or when nothing has
    come for ``idle_seconds`` (408). Nothing is kept, so memory stays flat.
    """
    unfinished = 0

    async def receiving() -> Message:
        nonlocal unfinished
        try:
            async with asyncio.timeout(idle_seconds):
                message = await receive()
        except TimeoutError:
            raise Problem("body-too-slow", 408, headers=CLOSE) from None
        first, *rest = message.get("body", b"").split(b"\n")
        lengths = [unfinished + len(first), *map(len, rest)]
        if max(lengths) > line_limit:
            raise Problem("line-too-long", 413, headers=CLOSE)
        unfinished = lengths[-1]
        return message

    return receiving
