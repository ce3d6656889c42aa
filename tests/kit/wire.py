"""A small application behind our protocol and the gate, on a real socket of uvloop."""

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import NamedTuple, cast

import uvicorn
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.gate import Gate
from cheguan.http.connection import protocol
from cheguan.http.crowd import Crowd
from cheguan.http.limits import WireLimits
from tests.kit.waiting import until

GET = b"GET /%d HTTP/1.1\r\nHost: test\r\n\r\n"
POST = b"POST / HTTP/1.1\r\nHost: test\r\nContent-Type: application/json\r\n"


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Office:
    """An application that says what it has carried out. ``/held`` waits until it is let."""

    carried_out: list[tuple[str, str, bytes]] = field(default_factory=list)
    scopes: list[Scope] = field(default_factory=list)
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    let: asyncio.Event = field(default_factory=asyncio.Event)
    large: bytes = b""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.scopes.append(scope)
        self.begun.set()
        if scope["path"] == "/held":
            await self.let.wait()
        if scope["path"] == "/unread":
            await _answer(send, 401, b"who are you?")
            return
        body = b""
        while scope["method"] == "POST":
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            body += message["body"]
            if not message["more_body"]:
                break
        self.carried_out.append((scope["method"], scope["path"], body))
        await _answer(send, 200, self.large or b"done " + scope["path"].encode())


async def _answer(send: Send, status: int, body: bytes) -> None:
    start: Message = {
        "type": "http.response.start",
        "status": status,
        "headers": [(b"content-length", b"%d" % len(body))],
    }
    await send(start)
    await send({"type": "http.response.body", "body": body})


@dataclass
class Client:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def send(self, *pieces: bytes) -> None:
        for piece in pieces:
            self.writer.write(piece)
            await self.writer.drain()

    async def answer(self) -> Answer:
        status, *lines = (await self.reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = dict(line.lower().split(": ", 1) for line in lines if line)
        body = await self.reader.readexactly(int(headers.get("content-length", "0")))
        return Answer(int(status.split()[1]), headers, body)

    async def ask(self, *pieces: bytes) -> Answer:
        await self.send(*pieces)
        return await self.answer()

    def pause_reading(self) -> None:
        """From this moment on nothing is read of what the server sends."""
        cast("asyncio.Transport", self.writer.transport).pause_reading()

    async def ended(self) -> bytes:
        """What still comes before the server ends the connection."""
        return await self.reader.read()

    async def cut(self) -> bool:
        """Whether the server ended the connection, in whatever way."""
        try:
            while await self.reader.read(65_536):
                pass
        except ConnectionError:
            pass
        return True


@dataclass
class Wire:
    port: int
    crowd: Crowd
    server: uvicorn.Server
    clients: list[Client] = field(default_factory=list)

    async def client(self, address: str = "127.0.0.1") -> Client:
        streams = await asyncio.open_connection(
            "127.0.0.1", self.port, local_addr=(address, 0), limit=2**24
        )
        made = Client(*streams)
        self.clients.append(made)
        return made

    async def ask(self, *pieces: bytes) -> Answer:
        return await (await self.client()).ask(*pieces)

    async def begun(self, office: Office, count: int) -> None:
        """Returns when the application has been asked so many times."""

        async def asked() -> bool:
            return len(office.scopes) >= count

        await until(asked)

    async def emptied(self) -> None:
        """Returns when the server has no connection any more."""

        async def empty() -> bool:
            return not self.server.server_state.connections

        await until(empty)


@asynccontextmanager
async def wired(
    app: ASGIApp, limits: WireLimits | None = None, bulk_paths: Collection[str] = ()
) -> AsyncIterator[Wire]:
    """A server of ``app`` behind the gate, while the context is open."""
    crowd = Crowd(limits or WireLimits())
    config = uvicorn.Config(
        Gate(app, bulk_paths=bulk_paths),
        host="127.0.0.1",
        port=0,
        http=protocol(crowd),
        log_config=None,
        lifespan="off",
        ws="none",
        timeout_graceful_shutdown=1,
    )
    config.load()
    running = uvicorn.Server(config)
    running.lifespan = config.lifespan_class(config)
    await running.startup()
    (server,) = running.servers
    wire = Wire(server.sockets[0].getsockname()[1], crowd, running)
    try:
        yield wire
    finally:
        for client in wire.clients:
            client.writer.close()
        await running.shutdown()
