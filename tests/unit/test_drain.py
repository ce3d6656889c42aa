"""Requests beyond the limit, and those that come while the process stops, are refused at once."""

import asyncio
from collections.abc import AsyncIterator

import httpx
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from cheguan.drain import Draining


class Slow:
    """An application whose ``/slow`` answers when it is let."""

    def __init__(self) -> None:
        self.begun = asyncio.Event()
        self.let = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"] == "/slow":
            self.begun.set()
            await self.let.wait()
        await PlainTextResponse("done")(scope, receive, send)


def asking(app: Draining) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://127.0.0.1")


async def test_beyond_the_limit_is_503_and_the_health_pages_answer() -> None:
    app = Draining(slow := Slow(), limit=1)
    async with asking(app) as http:
        first = asyncio.create_task(http.get("/slow"))
        await slow.begun.wait()
        refused = await http.get("/quick")
        assert refused.status_code == 503
        assert refused.headers["retry-after"] == "2"
        assert refused.headers["content-type"] == "application/problem+json"
        assert "x-content-type-options" in refused.headers
        assert (await http.get("/health/ready")).status_code == 200
        slow.let.set()
        assert (await first).status_code == 200
        assert (await http.get("/quick")).status_code == 200


async def test_while_it_stops_only_what_is_under_way_is_answered() -> None:
    app = Draining(slow := Slow(), limit=9)
    async with asking(app) as http:
        first = asyncio.create_task(http.get("/slow"))
        await slow.begun.wait()
        app.begin()
        finished = asyncio.create_task(app.finished())
        assert (await http.get("/quick")).status_code == 503
        assert (await http.get("/health/ready")).status_code == 503
        assert (await http.get("/health/live")).status_code == 200
        slow.let.set()
        assert (await first).status_code == 200
        await finished


async def test_with_nothing_under_way_it_is_finished_at_once() -> None:
    app = Draining(Slow(), limit=9)
    app.begin()
    await app.finished()


async def test_a_request_whose_body_has_not_come_takes_no_place_and_is_finished() -> None:
    come = asyncio.Event()

    async def reads(scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive())["more_body"]:
            pass
        await PlainTextResponse("done")(scope, receive, send)

    async def body() -> AsyncIterator[bytes]:
        yield b"half"
        await come.wait()

    app = Draining(reads, limit=1)
    async with asking(app) as http:
        waiting = [asyncio.create_task(http.post("/slow", content=body())) for _ in range(3)]
        await asyncio.sleep(0)
        await asyncio.sleep(0.01)
        assert (await http.post("/quick", content=b"whole")).status_code == 200
        app.begin()
        finished = asyncio.create_task(app.finished())
        await asyncio.sleep(0.01)
        assert not finished.done()
        come.set()
        assert {(await each).status_code for each in waiting} == {200}
        await finished
