"""A connection to one API process, so small that two hundred of them cost little."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final, NamedTuple

import msgspec

from cheguan.bench.client import length_of

_END: Final = b"\r\n\r\n"


class Answer(NamedTuple):
    """``body`` is the JSON as read."""

    status: int
    body: Any


class Talk:
    """A connection that is kept open, for one request after another."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def ask(self, request: bytes) -> Answer:
        """Sends a request and reads its answer.

        Raises ``asyncio.IncompleteReadError`` when the server closes before it has answered.
        """
        self._writer.write(request)
        head = await self._reader.readuntil(_END)
        body = await self._reader.readexactly(length_of(head))
        return Answer(int(head[9:12]), msgspec.json.decode(body) if body else None)


@asynccontextmanager
async def talk(host: str, port: int) -> AsyncIterator[Talk]:
    reader, writer = await asyncio.open_connection(host, port)
    try:
        yield Talk(reader, writer)
    finally:
        writer.close()
        await writer.wait_closed()


def post(path: str, token: str, body: bytes, **headers: str) -> bytes:
    """The bytes of a request. An underscore in a header's name stands for a hyphen."""
    more = "".join(f"{name.replace('_', '-')}: {text}\r\n" for name, text in headers.items())
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n{more}\r\n"
    ).encode() + body
