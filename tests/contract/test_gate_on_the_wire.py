"""The gate behind a real server and a real socket."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import uvicorn
from fastapi import FastAPI, Request

from api.answers import install
from api.gate import Gate

HEAD = b"POST /api/v1/echo HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"


@asynccontextmanager
async def server(body_seconds: float = 60) -> AsyncIterator[int]:
    """The port of a server with one route behind the gate."""
    app = FastAPI()
    install(app)

    @app.post("/api/v1/echo")
    async def echo(request: Request) -> int:
        return len(await request.body())

    listening = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(
        Gate(app, body_seconds=body_seconds), log_config=None, lifespan="off", ws="none"
    )
    config.load()
    running = uvicorn.Server(config)
    running.lifespan = config.lifespan_class(config)
    await running.startup(sockets=[listening])
    try:
        yield listening.getsockname()[1]
    finally:
        await running.shutdown(sockets=[listening])


async def answered(reader: asyncio.StreamReader) -> tuple[int, dict[bytes, bytes], bytes]:
    status, *lines = (await reader.readuntil(b"\r\n\r\n")).split(b"\r\n")
    headers = dict(line.lower().split(b": ", 1) for line in lines if line)
    body = await reader.readexactly(int(headers[b"content-length"]))
    return int(status.split()[1]), headers, body


async def exchange(port: int, *pieces: bytes) -> tuple[int, dict[bytes, bytes], bytes]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for piece in pieces:
        writer.write(piece)
    answer = await answered(reader)
    writer.close()
    return answer


async def test_a_hundred_megabytes_are_cut_off_after_the_limit() -> None:
    piece = b"10000\r\n" + bytes(65_536) + b"\r\n"
    async with server() as port:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(HEAD + b"Transfer-Encoding: chunked\r\n\r\n")
        sent = 0
        try:
            while sent < 100_000_000:
                writer.write(piece)
                await writer.drain()
                sent += len(piece)
        except ConnectionError:
            pass
        assert sent < 20_000_000
        writer.close()
        assert (await exchange(port, HEAD, b"Content-Length: 2\r\n\r\n{}"))[0] == 200


async def test_an_announced_hundred_megabytes_are_answered_before_they_are_sent() -> None:
    async with server() as port:
        head = HEAD + b"Expect: 100-continue\r\nContent-Length: 100000000\r\n\r\n"
        status, headers, body = await exchange(port, head)
    assert status == 413
    assert headers[b"connection"] == b"close"
    assert json.loads(body)["type"] == "/problems/body-too-large"


@pytest.mark.parametrize("piece", [b"", b'{"half":'])
async def test_a_body_that_stops_coming_is_given_up(piece: bytes) -> None:
    async with server(body_seconds=0.01) as port:
        status, headers, body = await exchange(port, HEAD, b"Content-Length: 20\r\n\r\n", piece)
    assert status == 408
    assert headers[b"connection"] == b"close"
    assert json.loads(body)["type"] == "/problems/body-too-slow"


async def test_a_client_that_leaves_halfway_disturbs_nobody() -> None:
    async with server() as port:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(HEAD + b'Content-Length: 20\r\n\r\n{"half":')
        await writer.drain()
        writer.close()
        assert (await exchange(port, HEAD, b"Content-Length: 2\r\n\r\n{}"))[0] == 200


async def test_a_refused_json_body_keeps_the_connection() -> None:
    request = HEAD + b"Content-Length: 9\r\n\r\n" + b'{"a":NaN}'
    async with server() as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for _ in range(3):
            writer.write(request)
            assert (await answered(reader))[0] == 400
        writer.close()


@pytest.mark.parametrize("path", [b"/\xff", b"/\xe8\xb1\xab", b"/%00", b"/a?b=%ff"])
async def test_an_address_no_one_can_read_is_a_bad_request(path: bytes) -> None:
    async with server() as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET " + path + b" HTTP/1.1\r\nHost: test\r\n\r\n")
        assert (await reader.readline()).startswith(b"HTTP/1.1 400 ")
        writer.close()
