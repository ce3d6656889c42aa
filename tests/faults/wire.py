"""Bare HTTP/1.1 on one connection, which says exactly whether an answer came whole."""

import asyncio
import time
from contextlib import suppress
from typing import Any, Final, NamedTuple

import msgspec

HOST: Final = "127.0.0.1"
WITHIN_S: Final = 9.0


class Answer(NamedTuple):
    """A whole answer, and how long it took."""

    status: int
    headers: dict[str, str]
    body: bytes
    seconds: float

    @property
    def content(self) -> dict[str, Any]:
        """The object that was answered. What is no JSON object counts as an empty one."""
        try:
            content = msgspec.json.decode(self.body)
        except msgspec.DecodeError:
            return {}
        return content if isinstance(content, dict) else {}


class NoAnswer(Exception):
    """The connection or the time ended before a whole answer had come."""


class Wire:
    """One keep-alive connection to a port of this machine. After a loss it is opened again.

    ``origin`` is the address from which it comes, if that matters.
    """

    def __init__(self, origin: str | None = None) -> None:
        self._port = 0
        self._from = None if origin is None else (origin, 0)
        self._ends: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, port: int, request: bytes, within_s: float = WITHIN_S) -> Answer:
        """Sends a request and reads the whole answer. Raises :class:`NoAnswer`."""
        started = time.monotonic()
        try:
            async with asyncio.timeout(within_s):
                status, headers, body = await self._exchange(port, request)
        except (OSError, EOFError, TimeoutError, ValueError) as lost:
            self.close()
            raise NoAnswer(type(lost).__name__) from None
        if headers.get("connection") == "close":
            self.close()
        return Answer(status, headers, body, time.monotonic() - started)

    async def send_only(self, port: int, request: bytes, size: int) -> None:
        """Sends the first ``size`` bytes, and leaves without waiting for anything."""
        with suppress(OSError):
            _, writer = await self._opened(port)
            writer.write(request[:size])
            await writer.drain()
        self.close()

    def close(self) -> None:
        if self._ends:
            self._ends[1].transport.abort()
        self._ends = None

    async def _exchange(self, port: int, request: bytes) -> tuple[int, dict[str, str], bytes]:
        reader, writer = await self._opened(port)
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = dict(_field(line) for line in head[1:] if line)
        body = await reader.readexactly(int(headers["content-length"]))
        return int(head[0].split(" ")[1]), headers, body

    async def _opened(self, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._ends is None or port != self._port or self._ends[1].is_closing():
            self.close()
            self._ends = await asyncio.open_connection(HOST, port, local_addr=self._from)
            self._port = port
        return self._ends


def _field(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.strip().lower(), value.strip()
