"""Each fault of the proxy does what its name says, and strikes once."""

import asyncio
from collections.abc import AsyncIterator

import psycopg
import pytest

from tests.faults.proxy import Proxy, Way, proxy_to
from tests.kit.waiting import until


@pytest.fixture
async def proxy(database_url: str) -> AsyncIterator[Proxy]:
    async with proxy_to(database_url) as made:
        yield made


@pytest.fixture
async def session(proxy: Proxy) -> AsyncIterator[psycopg.AsyncConnection]:
    async with await psycopg.AsyncConnection.connect(proxy.url, autocommit=True) as connection:
        yield connection


async def _answers(session: psycopg.AsyncConnection) -> bool:
    cursor = await session.execute("SELECT 1")
    return await cursor.fetchall() == [(1,)]


async def test_without_a_fault_everything_passes(session: psycopg.AsyncConnection) -> None:
    assert await _answers(session)


async def test_a_commit_is_carried_out_and_its_answer_lost(
    proxy: Proxy, session: psycopg.AsyncConnection, database_url: str
) -> None:
    proxy.cut_next_commit()
    with pytest.raises(psycopg.OperationalError):
        await session.execute("BEGIN; CREATE TABLE kept (); COMMIT")
    assert proxy.struck == 1
    async with await psycopg.AsyncConnection.connect(database_url) as other:
        cursor = await other.execute("SELECT to_regclass('kept') IS NOT NULL")
        assert await cursor.fetchall() == [(True,)]


@pytest.mark.parametrize("way", Way)
async def test_so_many_bytes_pass_and_no_more(
    proxy: Proxy, session: psycopg.AsyncConnection, way: Way
) -> None:
    proxy.cut_after(9, way)
    with pytest.raises(psycopg.OperationalError):
        await session.execute("SELECT 1")
    assert proxy.struck == 1
    assert await proxy.passing(way, b"more") == (b"more", True)


async def test_the_byte_at_which_it_is_cut_is_the_last(proxy: Proxy) -> None:
    proxy.cut_after(5, Way.UP)
    assert await proxy.passing(Way.UP, b"abc") == (b"abc", True)
    assert await proxy.passing(Way.UP, b"defg") == (b"de", False)


async def test_what_is_refused_gets_in_after_healing(
    proxy: Proxy, session: psycopg.AsyncConnection
) -> None:
    proxy.refuse()
    with pytest.raises(psycopg.OperationalError):
        await session.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError):
        await psycopg.AsyncConnection.connect(proxy.url)
    proxy.heal()
    async with await psycopg.AsyncConnection.connect(proxy.url) as other:
        assert await _answers(other)


async def test_silence_keeps_what_is_sent_until_it_ends(
    proxy: Proxy, session: psycopg.AsyncConnection, database_url: str
) -> None:
    proxy.be_silent(Way.DOWN)
    asking = asyncio.create_task(session.execute("CREATE TABLE kept ()"))

    async def carried_out() -> bool:
        async with await psycopg.AsyncConnection.connect(database_url) as other:
            cursor = await other.execute("SELECT to_regclass('kept') IS NOT NULL")
            return await cursor.fetchall() == [(True,)]

    await until(carried_out)
    assert not asking.done()
    proxy.heal()
    await asking


@pytest.mark.parametrize("way", Way)
async def test_a_half_closed_connection_is_noticed(
    proxy: Proxy, session: psycopg.AsyncConnection, way: Way
) -> None:
    assert proxy.half_close(way) == 1
    with pytest.raises(psycopg.OperationalError):
        await session.execute("SELECT 1")
