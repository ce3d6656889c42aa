"""How the gate receives: counted as it comes, within a time, and nothing inward of half a body."""

import asyncio
import gc
import tracemalloc
from collections.abc import Iterable

from starlette.types import Message, Receive, Scope, Send

from api.gate import Gate


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
            self.inner, body_seconds=seconds, idle_seconds=seconds, bulk_paths={"/api/v1/bulk"}
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


async def test_a_body_that_no_method_has_is_read_so_that_the_refusal_is_not_lost() -> None:
    exchange = Exchange([part(b'{"a"'), part(b":1}", more=False)])
    assert await exchange.through({**post(), "method": "TRACE"}) == 400
    assert exchange.received == 2
    assert exchange.inward == []
    endless = Exchange(part(bytes(16_384)) for _ in range(6_400))
    assert await endless.through({**post(), "method": "TRACE"}) == 400
    assert endless.received == 5


async def test_the_limit_itself_is_not_too_large() -> None:
    body = b'{"a":[' + b" " * (65_536 - 8) + b"]}"
    assert await Exchange([part(body, more=False)]).through(post()) == 204
    assert await Exchange([part(body + b" ", more=False)]).through(post()) == 413


async def test_a_bulk_body_flows_through_without_being_gathered() -> None:
    chunks = [part(b'{"a":1}\n') for _ in range(1_000)] + [part(b"", more=False)]
    exchange = Exchange(chunks)
    assert await exchange.through(post("/api/v1/bulk", b"application/jsonl")) == 204
    assert exchange.inward == chunks


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
