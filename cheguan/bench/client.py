"""Our own client, for a machine without ``wrk``: keep-alive connections on bare sockets.

At the end it waits for what is under way, so its counts are exact.
"""

import asyncio
import time
from collections.abc import Iterator
from typing import Final, cast

import uvloop

from cheguan.bench.load import RowsUsedUp, Window, window
from cheguan.bench.peers import HOST, Peer
from cheguan.bench.submissions import PLATES, NumberedForm, Requests

_END: Final = b"\r\n\r\n"
_LENGTH: Final = b"content-length: "
_SILENCE_S: Final = 30


class Client:
    """Many sockets, each with one request under way. Each request is a ``form`` of its own."""

    name = "own client"

    def __init__(self, token: str, form: NumberedForm = PLATES) -> None:
        self._token = token
        self._form = form

    def run(self, peer: Peer, rows: range, seconds: float, connections: int) -> Window:
        requests = Requests(f"{HOST}:{peer.port}", self._token, form=self._form)
        prepared = [requests.request(number) for number in rows]
        with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
            return runner.run(_load(peer.port, iter(prepared), seconds, connections))


async def _load(port: int, requests: Iterator[bytes], seconds: float, connections: int) -> Window:
    loop = asyncio.get_running_loop()
    talks = []
    for _ in range(connections):
        _, talk = await loop.create_connection(
            lambda: _Talk(requests, loop.create_future()), HOST, port
        )
        talks.append(talk)
    started = time.perf_counter()
    for talk in talks:
        talk.begin(until=started + seconds)
    async with asyncio.timeout(seconds + _SILENCE_S):
        await asyncio.gather(*(talk.over for talk in talks))
    took = time.perf_counter() - started
    latencies = [latency for talk in talks for latency in talk.latencies]
    return window(took, latencies, failed=sum(talk.failed for talk in talks))


class _Talk(asyncio.Protocol):
    """One connection, which sends, waits for the whole answer, and sends the next."""

    def __init__(self, requests: Iterator[bytes], over: asyncio.Future[None]) -> None:
        self.latencies: list[float] = []
        self.failed = 0
        self.over = over
        self._requests = requests
        self._received = b""
        self._sent_at = self._until = 0.0
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.WriteTransport", transport)

    def begin(self, until: float) -> None:
        self._until = until
        self._send()

    def data_received(self, data: bytes) -> None:
        self._received += data
        head = self._received.find(_END)
        if head < 0 or len(self._received) < head + 4 + length_of(self._received[:head]):
            return
        now = time.perf_counter()
        self.latencies.append(now - self._sent_at)
        if self._received[9:10] != b"2":
            self.failed += 1
        self._received = b""
        if now < self._until:
            self._send()
        else:
            self._end(None)

    def connection_lost(self, exc: Exception | None) -> None:
        self._end(exc or ConnectionError("the server closed the connection"))

    def _send(self) -> None:
        request = next(self._requests, None)
        if request is None or self._transport is None:
            self._end(RowsUsedUp())
            return
        self._sent_at = time.perf_counter()
        self._transport.write(request)

    def _end(self, failed: Exception | None) -> None:
        if self.over.done():
            return
        if failed:
            self.over.set_exception(failed)
        else:
            self.over.set_result(None)
        if self._transport:
            self._transport.close()


def length_of(head: bytes) -> int:
    """The length of the body that a head announces, in bytes, or 0 if it announces none."""
    lowered = head.lower()
    at = lowered.find(_LENGTH)
    return int(lowered[at + len(_LENGTH) :].split(b"\r\n", 1)[0]) if at >= 0 else 0
