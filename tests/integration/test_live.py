"""Open pages are told that the read models have moved, over a line that lasts."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid4

import httpx

from api.live.source import PACE_S, LiveSource
from api.live.watchers import Watcher, Watchers, event
from domain.event_store.connection import connect, connector
from domain.event_store.transaction import Connection
from projections.engine.feed import StoreFeed
from projections.engine.folded import CHANNEL
from projections.engine.projector import Projector
from tests.kit.served import Service, served
from tests.kit.serving import serving
from tests.kit.waiting import until

STANDS = """
INSERT INTO projections.position (name, feed, partition, epoch, position)
VALUES (%s, 'store', 0, 1, %s)
ON CONFLICT (name, feed, partition, epoch) DO UPDATE SET position = excluded.position"""
LISTENERS = "SELECT count(*) FROM pg_stat_activity WHERE query = %s"


async def told(watcher: Watcher) -> bytes:
    async with asyncio.timeout(10):
        return await watcher.told()


@asynccontextmanager
async def a_source(url: str, pace_s: float = PACE_S) -> AsyncIterator[LiveSource]:
    source = LiveSource(connector(url), pace_s=pace_s)
    yield source
    await source.close()


async def stands(connection: Connection, position: int, name: str = "a") -> None:
    await connection.execute(STANDS, (name, position))


async def said(connection: Connection, position: int) -> None:
    await connection.execute(f"NOTIFY {CHANNEL}, '{position}'".encode())


async def test_what_is_said_aloud_is_told_to_all_without_a_question(database_url: str) -> None:
    async with (
        a_source(database_url, pace_s=0) as source,
        source.watching("a") as one,
        source.watching("b") as other,
        await connect(database_url) as connection,
    ):
        await stands(connection, 5)
        assert (await told(one), await told(other)) == (event(5), event(5))
        asked = source.asked
        for position in (6, 7, 8):
            await said(connection, position)
            assert (await told(one), await told(other)) == (event(position), event(position))
        assert source.asked == asked


async def test_what_nobody_says_is_looked_for(database_url: str) -> None:
    async with (
        a_source(database_url) as source,
        source.watching("a") as watcher,
        await connect(database_url) as connection,
    ):
        for position in (5, 4):
            await stands(connection, position)
            assert await told(watcher) == event(position)


async def test_a_look_tells_what_every_read_model_has_reached(database_url: str) -> None:
    """One that is ahead by a batch would else be told alone, and the others a pace later."""
    async with a_source(database_url) as source, await connect(database_url) as connection:
        await stands(connection, 3, "behind")
        await stands(connection, 5, "ahead")
        async with source.watching("a") as watcher:
            assert await told(watcher) == event(3)
            await stands(connection, 9, "ahead")
            await stands(connection, 7, "behind")
            assert await told(watcher) == event(7)


async def test_what_moves_often_is_told_once_in_a_while(database_url: str) -> None:
    """The pace is so slow here that a second telling never comes."""
    async with (
        a_source(database_url, pace_s=60) as source,
        source.watching("a") as watcher,
        await connect(database_url) as connection,
    ):
        await stands(connection, 5)
        assert await told(watcher) == event(5)
        for position in range(6, 60):
            await said(connection, position)
        async with source.watching("b") as later:
            assert await told(later) == event(5)
        assert source.asked <= 2


async def test_who_comes_later_is_told_at_once_how_things_stand(database_url: str) -> None:
    async with a_source(database_url) as source, await connect(database_url) as connection:
        await stands(connection, 5)
        async with source.watching("a") as watcher:
            assert await told(watcher) == event(5)
            async with source.watching("a") as later:
                assert await told(later) == event(5)


async def test_while_nobody_watches_nothing_is_asked_and_no_connection_is_held(
    database_url: str,
) -> None:
    async with a_source(database_url) as source, await connect(database_url) as connection:

        async def listeners() -> int:
            cursor = await connection.execute(LISTENERS, (f"LISTEN {CHANNEL}",))
            return int((await cursor.fetchall())[0][0])

        async def nobody_listens() -> bool:
            return await listeners() == 0

        assert (source.asked, await listeners()) == (0, 0)
        serial = source.serial
        async with source.watching("a"):
            await until(lambda: _asked(source))
        asked = source.asked
        await until(nobody_listens)
        assert (source.asked, len(source.watchers)) == (asked, 0)
        async with source.watching("a"):
            assert source.serial > serial


async def _asked(source: LiveSource) -> bool:
    return source.asked > 0


async def test_a_lost_database_is_told_and_found_again(database_url: str) -> None:
    async with a_source(database_url) as source, await connect(database_url) as connection:
        await stands(connection, 5)
        async with source.watching("a") as watcher:
            assert await told(watcher) == event(5)
            await connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE pid <> pg_backend_pid() AND datname = current_database()"
            )
            assert await told(watcher) == b"event: lost\ndata:\n\n"
            assert await told(watcher) == event(5)


async def test_a_projector_says_what_it_has_folded(service: Service) -> None:
    """Of the case, whoever watches that is told the version; of all, the rest the position."""
    stop, source = asyncio.Event(), service.desk.live
    async with source.watching("a") as watcher:
        feed = StoreFeed(service.url, service.registry.codec)
        projector = Projector(service.url, feed, service.registry.projections)
        folding = asyncio.create_task(projector.run(stop))
        case = await service.submitted()
        while await told(watcher) != event(case["position"]):
            pass
        async with source.watching("a", UUID(case["id"])) as of_case:
            assert await told(of_case) == event(case["version"])
        async with source.watching("a", uuid4()) as of_nothing:
            of_nothing.beat(b"beat")
            assert await told(of_nothing) == b"beat"
        stop.set()
        await service.submitted("licence_damaged_replace")
        await folding


async def test_the_stream_is_an_event_stream_that_no_proxy_gathers(
    database_url: str, tmp_path: Path
) -> None:
    """It takes none of the places of requests, and a stop does not wait for it."""
    async with await connect(database_url) as connection:
        await stands(connection, 5)
    settings = {"limit_concurrency": 1, "finish_seconds": 60}
    async with (
        asyncio.timeout(30),
        httpx.AsyncClient(timeout=20) as http,
        AsyncExitStack() as stack,
    ):
        port, _ = await stack.enter_async_context(serving(database_url, tmp_path, **settings))
        at = f"http://127.0.0.1:{port}"
        async with http.stream("GET", f"{at}/live") as answer:
            assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
            assert answer.headers["cache-control"] == "no-store, no-transform"
            assert answer.headers["x-accel-buffering"] == "no"
            texts = answer.aiter_text()
            came = ""
            while "id: 5\ndata: 5\n\n" not in came:
                came += await anext(texts)
            assert (await http.get(f"{at}/track")).status_code == 200
            stopped = asyncio.create_task(stack.aclose())
            assert [text async for text in texts if text.strip()] == []
            await stopped


async def test_who_finds_no_place_is_told_so(database_url: str, tmp_path: Path) -> None:
    source = LiveSource(connector(database_url), Watchers(places=0))
    async with served(database_url, tmp_path, lambda made: replace(made, live=source)) as service:
        refused = await service.http.get("/live")
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")


async def test_who_asks_for_the_head_alone_takes_no_place(
    database_url: str, tmp_path: Path
) -> None:
    source = LiveSource(connector(database_url), Watchers(places=0))
    async with served(database_url, tmp_path, lambda made: replace(made, live=source)) as service:
        answer = await service.http.head("/live")
        assert (answer.status_code, answer.content) == (200, b"")
        assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
