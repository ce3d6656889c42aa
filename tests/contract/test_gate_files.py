"""What the gate says of files: where they pass, how large, how slow, and how many at once."""

import asyncio
from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI, Request

from api.answers import install
from api.gate import Gate
from api.limits import FileLimits

LIMITS = FileLimits(most_bytes=100, seconds=0.05, at_once=1)
PNG = {"content-type": "image/png"}


def application() -> FastAPI:
    app = FastAPI()
    install(app)
    app.add_middleware(Gate, file_paths={"/file"}, files=LIMITS)

    @app.put("/file")
    async def file(request: Request) -> dict[str, int]:
        return {"bytes": len(await request.body())}

    @app.put("/json")
    async def json(request: Request) -> dict[str, int]:
        return {"bytes": len(await request.body())}

    return app


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(application())
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as made:
        yield made


def told(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json().get("type", "")).removeprefix("/problems/")


async def never(first: bytes) -> AsyncIterator[bytes]:
    yield first
    await asyncio.Event().wait()


async def test_a_file_passes_as_it_is(client: httpx.AsyncClient) -> None:
    answer = await client.put("/file", content=b"\x00\xff{", headers=PNG)
    assert answer.json() == {"bytes": 3}


@pytest.mark.parametrize("media_type", ["application/json", "image/gif", "text/plain"])
async def test_nothing_but_a_file_passes_there(client: httpx.AsyncClient, media_type: str) -> None:
    answer = await client.put("/file", content=b"{}", headers={"content-type": media_type})
    assert told(answer) == (415, "file-type-unsupported")


async def test_a_file_passes_nowhere_else(client: httpx.AsyncClient) -> None:
    assert told(await client.put("/json", content=b"x", headers=PNG)) == (
        415,
        "media-type-unsupported",
    )


async def test_a_file_that_is_too_large_is_refused_unread(client: httpx.AsyncClient) -> None:
    announced = {**PNG, "content-length": "101"}
    assert told(await client.put("/file", content=never(b""), headers=announced)) == (
        413,
        "body-too-large",
    )
    sent = (part for part in [b"x" * 60, b"x" * 60])

    async def unannounced() -> AsyncIterator[bytes]:
        for part in sent:
            yield part

    answer = await client.put("/file", content=unannounced(), headers=PNG)
    assert told(answer) == (413, "body-too-large")


async def test_a_file_that_stops_coming_is_given_up(client: httpx.AsyncClient) -> None:
    answer = await client.put("/file", content=never(b"x"), headers=PNG)
    assert told(answer) == (408, "body-too-slow")


async def test_who_finds_no_room_is_told_and_room_is_given_back(client: httpx.AsyncClient) -> None:
    slow = asyncio.create_task(client.put("/file", content=never(b"x"), headers=PNG))
    await asyncio.sleep(0)
    while (answer := await client.put("/file", content=b"x", headers=PNG)).status_code == 200:
        assert not slow.done()
    assert told(answer) == (503, "unavailable")
    assert (await slow).status_code == 408
    assert (await client.put("/file", content=b"x", headers=PNG)).status_code == 200
