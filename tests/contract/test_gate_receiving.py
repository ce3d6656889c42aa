"""How the gate receives: counted as it comes, within a time, and nothing inward of half a body."""

import asyncio
import gc
import tracemalloc
from collections.abc import Iterable

import pytest
from starlette.types import Message, Receive, Scope, Send

from api.gate import Gate
from api.limits import UploadLimits


def post(path: str = "/api/v1/cases", content_type: bytes = b"application/json") -> Scope:
    return {
        "type": "http",
        "method": "POST",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"content-type", content_type), (b"transfer-encoding", b"chunked")],
    }


class Exchange:
    """One request, given message by message; afterwards the server waits for ever."""

    def __init__(self, messages: Iterable[Message]) -> None:
        self._messages = iter(messages)
        self.received = 0
        self.sent: list[Message] = []
        self.inward: list[Message] = []

    async def receive(self) -> Message:
        for message in self._messages:
            self.received += 1
            return message
        await asyncio.Event().wait()
        raise AssertionError

    async def send(self, message: Message) -> None:
        self.sent.append(message)

    async def inner(self, scope: Scope, receive: Receive, send: Send) -> None:
        while not self.inward or self.inward[-1].get("more_body"):
            self.inward.append(await receive())
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body"})

    async def through(self, gate_scope: Scope, seconds: float = 60) -> int | None:
        gate = Gate(
            self.inner,
            body_seconds=seconds,
            upload=UploadLimits(idle_seconds=seconds),
            bulk_paths={"/api/v1/bulk"},
        )
        await gate(gate_scope, self.receive, self.send)
        return self.sent[0]["status"] if self.sent else None


def part(body: bytes, more: bool = True) -> Message:
    return {"type": "http.request", "body": body, "more_body": more}


async def test_a_body_in_pieces_arrives_inward_as_one() -> None:
    exchange = Exchange([part(b'{"a"'), part(b":"), part(b""), part(b"1}", more=False)])
    assert await exchange.through(post()) == 204
    assert exchange.inward == [part(b'{"a":1}', more=False)]


async def test_nothing_goes_inward_when_the_client_leaves_halfway() -> None:
    exchange = Exchange([part(b'{"a":1}'), {"type": "http.disconnect"}])
    assert await exchange.through(post()) is None
    assert exchange.inward == []


async def test_a_body_without_end_is_refused_in_time() -> None:
    exchange = Exchange([part(b'{"a":1}')])
    assert await exchange.through(post(), seconds=0.001) == 408
    assert exchange.inward == []
    assert (b"connection", b"close") in exchange.sent[0]["headers"]


async def test_a_hundred_megabytes_are_refused_after_the_limit_and_not_read_on() -> None:
    chunk = bytes(16_384)
    gc.collect()
    tracemalloc.start()
    exchange = Exchange(part(chunk) for _ in range(6_400))
    assert await exchange.through(post()) == 413
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert exchange.received == 5
    assert exchange.inward == []
    assert peak < 1_000_000
    assert (b"connection", b"close") in exchange.sent[0]["headers"]


async def test_the_limit_itself_is_not_too_large() -> None:
    body = b'{"a":[' + b" " * (65_536 - 8) + b"]}"
    assert await Exchange([part(body, more=False)]).through(post()) == 204
    assert await Exchange([part(body + b" ", more=False)]).through(post()) == 413


async def test_a_bulk_body_flows_through_without_being_gathered() -> None:
    chunks = [part(b'{"a":1}\n') for _ in range(1_000)] + [part(b"", more=False)]
    exchange = Exchange(chunks)
    assert await exchange.through(post("/api/v1/bulk", b"application/jsonl")) == 204
    assert exchange.inward == chunks


@pytest.mark.parametrize(
    "limits",
    [
        UploadLimits(idle_seconds=0.02, bytes_per_second=10_000_000),
        UploadLimits(seconds=0.02),
        UploadLimits(idle_seconds=0.001),
    ],
)
async def test_a_stream_that_drips_is_refused(limits: UploadLimits) -> None:
    async def dripping() -> Message:
        await asyncio.sleep(0.005)
        return part(b"{}\n")

    exchange = Exchange([])
    gate = Gate(exchange.inner, upload=limits, bulk_paths={"/api/v1/bulk"})
    await gate(post("/api/v1/bulk", b"application/jsonl"), dripping, exchange.send)
    assert exchange.sent[0]["status"] == 408
    assert len(exchange.inward) < 20


async def test_a_stream_that_we_are_slow_to_take_is_not_slow() -> None:
    chunks = iter([part(b"{}\n") for _ in range(20)] + [part(b"", more=False)])

    async def at_once() -> Message:
        return next(chunks)

    async def slow(scope: Scope, receive: Receive, send: Send) -> None:
        for _ in range(21):
            await receive()
            await asyncio.sleep(0.001)
        await send({"type": "http.response.start", "status": 204, "headers": []})

    exchange = Exchange([])
    limits = UploadLimits(idle_seconds=0.005, bytes_per_second=1_000_000)
    gate = Gate(slow, upload=limits, bulk_paths={"/api/v1/bulk"})
    await gate(post("/api/v1/bulk", b"application/jsonl"), at_once, exchange.send)
    assert exchange.sent[0]["status"] == 204


async def test_nothing_is_read_for_whoever_is_not_asked_for_it() -> None:
    async def turns_away(scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 401, "headers": []})

    exchange = Exchange([part(b"{}", more=False)])
    await Gate(turns_away)(post(), exchange.receive, exchange.send)
    assert exchange.received == 0


async def test_what_follows_the_body_still_reaches_the_application() -> None:
    async def waits_for_the_end(scope: Scope, receive: Receive, send: Send) -> None:
        assert (await receive())["body"] == b"{}"
        assert (await receive())["type"] == "http.disconnect"
        await send({"type": "http.response.start", "status": 204, "headers": []})

    exchange = Exchange([part(b"{}", more=False), {"type": "http.disconnect"}])
    await Gate(waits_for_the_end)(post(), exchange.receive, exchange.send)
    assert exchange.sent[0]["status"] == 204


async def test_other_kinds_of_connection_pass_untouched() -> None:
    seen: list[str] = []

    async def inner(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["type"])

    exchange = Exchange([])
    await Gate(inner)({"type": "lifespan"}, exchange.receive, exchange.send)
    assert seen == ["lifespan"]
