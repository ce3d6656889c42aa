"""A head is measured before anything parses it, and says of its request what RFC 9112 asks."""

import json

import pytest

from cheguan.http.limits import WireLimits
from tests.kit.wire import GET, Office, wired

LIMITS = WireLimits(head_bytes=2_048, head_lines=20, request_line_bytes=512)


def padded(size: int) -> bytes:
    """A request whose head has this many bytes."""
    head = b"GET / HTTP/1.1\r\nHost: test\r\nX-Pad: "
    return head + b"x" * (size - len(head) - 4) + b"\r\n\r\n"


def lines(count: int) -> bytes:
    """A request whose head has this many lines, and an empty one."""
    return b"GET / HTTP/1.1\r\nHost: test\r\n" + b"X-A: 1\r\n" * (count - 2) + b"\r\n"


@pytest.mark.parametrize("head", [padded(2_048), lines(19)])
async def test_a_head_at_the_limit_passes(head: bytes) -> None:
    async with wired(Office(), LIMITS) as wire:
        assert (await wire.ask(head)).status == 200


@pytest.mark.parametrize(
    ("head", "status", "problem"),
    [
        (padded(2_049), 431, "head-too-large"),
        (padded(2_000_000), 431, "head-too-large"),
        (padded(2_060)[:-4], 431, "head-too-large"),
        (lines(21), 431, "head-too-large"),
        (b"GET /" + b"x" * 512 + b" HTTP/1.1\r\nHost: test\r\n\r\n", 414, "url-too-long"),
        (b"GET /" + b"x" * 3_000_000, 414, "url-too-long"),
    ],
)
async def test_a_head_beyond_the_limit_is_refused_unparsed(
    head: bytes, status: int, problem: str
) -> None:
    office = Office()
    async with wired(office, LIMITS) as wire:
        client = await wire.client()
        client.writer.write(head)
        answer = await client.answer()
        assert answer.status == status
        assert json.loads(answer.body)["type"] == f"/problems/{problem}"
        assert answer.headers["connection"] == "close"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-type"] == "application/problem+json"
        assert await client.cut()
        assert (await wire.ask(GET % 1)).status == 200
    assert len(office.scopes) == 1


@pytest.mark.parametrize("piece", [b"X-Pad: " + b"x" * 100 + b"\r\n", b"x" * 107, b"X: y\r\n"])
async def test_a_head_without_end_is_refused_whatever_it_is_made_of(piece: bytes) -> None:
    async with wired(Office(), LIMITS) as wire:
        client = await wire.client()
        await client.send(b"GET / HTTP/1.1\r\nHost: test\r\nX-Long: ")
        for _ in range(2_048 // len(piece) + 1):
            client.writer.write(piece)
        assert (await client.answer()).status == 431


@pytest.mark.parametrize(
    ("head", "status", "problem"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", 400, "host-invalid"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400, "host-invalid"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n", 400, "host-invalid"),
        (b"GET / HTTP/1.0\r\nHost: a\r\nhost: b\r\n\r\n", 400, "host-invalid"),
        (b"GET / HTTP/1.1\r\nHost: a b\r\n\r\n", 400, "host-invalid"),
        (b"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", 400, "host-invalid"),
        (b"GET / HTTP/1.1\r\nHost: user@a\r\n\r\n", 400, "host-invalid"),
        (b"GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505, "version-unsupported"),
        (b"GET / HTTP/0.9\r\nHost: a\r\n\r\n", 505, "version-unsupported"),
        (b"GET / HTTP/1.1\nHost: a\n\n", 400, "request-malformed"),
        (b"GET / HTTP/1.1\r\nHost: a\n", 400, "request-malformed"),
        (b"\x16\x03\x01\x02\x00\x01", 400, "request-malformed"),
        (b"PRI * HTTP/2.0\r\n\r\n", 400, "request-malformed"),
        (b"CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n", 400, "request-malformed"),
        (b"GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400, "request-malformed"),
        (b"GET / HTTP/1.1\r\nHost: a\r\nX: y\r\n z\r\n\r\n", 400, "request-malformed"),
        (b"rubbish\r\n\r\n", 400, "request-malformed"),
    ],
)
async def test_what_no_head_may_say_is_refused(head: bytes, status: int, problem: str) -> None:
    office = Office()
    async with wired(office) as wire:
        answer = await wire.ask(head)
    assert (answer.status, json.loads(answer.body)["type"]) == (status, f"/problems/{problem}")
    assert not office.scopes


@pytest.mark.parametrize(
    ("framing", "status"),
    [
        (b"Transfer-Encoding: gzip, chunked", 501),
        (b"Transfer-Encoding: chunked, gzip", 400),
        (b"Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked", 501),
        (b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked", 400),
        (b"Transfer-Encoding: identity", 501),
        (b"Transfer-Encoding: xchunked", 501),
        (b"Transfer-Encoding: chunked\r\nContent-Length: 2", 400),
        (b"Content-Length: 2\r\nContent-Length: 2", 400),
        (b"Content-Length: +2", 400),
    ],
)
async def test_a_body_of_unclear_length_is_refused(framing: bytes, status: int) -> None:
    office = Office()
    async with wired(office) as wire:
        head = b"POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        answer = await wire.ask(head + framing + b"\r\n\r\n{}")
    assert answer.status == status
    assert not office.carried_out


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.0\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost:\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: [2001:db8::1]:8000\r\n\r\n",
        b"\r\n\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n",
    ],
)
async def test_what_a_head_may_say_passes(head: bytes) -> None:
    async with wired(Office()) as wire:
        assert (await wire.ask(head)).status == 200


async def test_a_request_for_another_protocol_keeps_its_body() -> None:
    """Programs in Java ask for ``h2c`` with every request."""
    office = Office()
    async with wired(office) as wire:
        answer = await wire.ask(
            b"POST / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade, HTTP2-Settings\r\n"
            b"Upgrade: h2c\r\nHTTP2-Settings: AAMA\r\nContent-Type: application/json\r\n"
            b"Content-Length: 2\r\n\r\n{}"
        )
    assert answer.status == 200
    assert office.carried_out == [("POST", "/", b"{}")]


async def test_a_refusal_to_a_look_at_the_head_has_no_body() -> None:
    async with wired(Office()) as wire:
        client = await wire.client()
        await client.send(b"HEAD / HTTP/1.1\r\n\r\n")
        told = await client.ended()
    assert told.startswith(b"HTTP/1.1 400 ")
    assert told.endswith(b"\r\n\r\n")


async def test_a_refusal_speaks_the_language_that_was_asked_for() -> None:
    async with wired(Office()) as wire:
        answer = await wire.ask(b"GET / HTTP/1.1\r\nAccept-Language: en\r\n\r\n")
    assert json.loads(answer.body)["title"] == "The Host header is missing or invalid"
