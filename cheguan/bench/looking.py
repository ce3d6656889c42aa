"""Viewers of the live dashboard, on bare sockets: each does what the page's module does."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final, cast

from cheguan.bench.client import length_of
from cheguan.bench.peers import HOST

_END: Final = b"\r\n\r\n"
_STREAM: Final = f"GET /live HTTP/1.1\r\nHost: {HOST}\r\nAccept: text/event-stream\r\n\r\n".encode()
_PARTS: Final = (
    f"GET /live/dashboard?lang=zh HTTP/1.1\r\nHost: {HOST}\r\nAccept-Encoding: gzip\r\n"
    "If-None-Match: ".encode()
)
_SETTLED_S: Final = 30


@dataclass(slots=True)
class LookingViewer:
    """How often one viewer was told, and what it has fetched since."""

    told: int = 0
    fetched: int = 0
    received: int = 0
    etag: bytes = b'""'
    first: asyncio.Event = field(default_factory=asyncio.Event)


@asynccontextmanager
async def looking(port: int, viewers: int) -> AsyncIterator[list[LookingViewer]]:
    """So many look while the context is open. Each has been told once when it begins."""
    made = [LookingViewer() for _ in range(viewers)]
    tasks = [asyncio.create_task(_look(port, each)) for each in made]
    try:
        async with asyncio.timeout(_SETTLED_S):
            await asyncio.gather(*(each.first.wait() for each in made))
        yield made
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _look(port: int, viewer: LookingViewer) -> None:
    loop = asyncio.get_running_loop()
    reader, writer = await asyncio.open_connection(HOST, port)
    _, fetching = await loop.create_connection(lambda: _Fetching(viewer), HOST, port)
    try:
        writer.write(_STREAM)
        await reader.readuntil(_END)
        while line := await reader.readline():
            if line.startswith(b"data: "):
                viewer.told += 1
                await fetching.fetch()
                viewer.first.set()
    finally:
        writer.close()
        fetching.close()


class _Fetching(asyncio.Protocol):
    """A connection that keeps nothing of an answer but its tag: the client is not measured."""

    def __init__(self, viewer: LookingViewer) -> None:
        self._viewer = viewer
        self._transport: asyncio.WriteTransport | None = None
        self._head = b""
        self._left = 0
        self._done = asyncio.Event()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.WriteTransport", transport)

    async def fetch(self) -> None:
        assert self._transport
        self._head, self._left = b"", 0
        self._done.clear()
        self._transport.write(_PARTS + self._viewer.etag + _END)
        await self._done.wait()
        self._viewer.fetched += 1

    def data_received(self, data: bytes) -> None:
        if self._left:
            self._left -= len(data)
        else:
            self._head += data
            end = self._head.find(_END)
            if end < 0:
                return
            head = self._head[:end]
            self._left = length_of(head) - (len(self._head) - end - len(_END))
            self._viewer.etag = next(_etags(head), self._viewer.etag)
        self._viewer.received += len(data)
        if self._left <= 0:
            self._done.set()

    def connection_lost(self, exc: Exception | None) -> None:
        self._done.set()

    def close(self) -> None:
        if self._transport:
            self._transport.close()


def _etags(head: bytes) -> Iterator[bytes]:
    for line in head.split(b"\r\n"):
        name, _, value = line.partition(b": ")
        if name.lower() == b"etag":
            yield value
