"""A server of the test's own, which is set up wrongly, made to hang, killed or started again."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from uuid import uuid4

import psycopg
import pytest

from domain.aggregates import CODEC
from domain.event_store.connection import connect
from domain.event_store.key_table import PostgresKeyTable
from domain.event_store.pending import (
    Appended,
    OutcomeUnknown,
    Replayed,
    StoreUnavailable,
)
from domain.event_store.store import PostgresEventStore, open_store
from domain.event_store.transaction import Connection
from domain.wrapping import WrappedKey
from tests.kit.envelopes import pending
from tests.kit.own_server import Server, own_server
from tests.kit.waiting import until


@pytest.fixture
def server() -> Iterator[Server]:
    with own_server() as made:
        yield made


@asynccontextmanager
async def watching(server: Server) -> AsyncIterator[Connection]:
    connection = await connect(server.url)
    try:
        yield connection
    finally:
        await connection.close()


async def _one(connection: Connection, query: str) -> object:
    return (await (await connection.execute(query)).fetchall())[0][0]


_WAITS_FOR_A_STANDBY = "SELECT count(*) = 1 FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
_CANCEL_IT = """
SELECT bool_and(pg_cancel_backend(pid)) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"""


async def _cancel_the_wait(connection: Connection) -> None:
    async def waits() -> bool:
        return bool(await _one(connection, _WAITS_FOR_A_STANDBY))

    await until(waits)
    assert await _one(connection, _CANCEL_IT)


async def test_what_no_standby_confirmed_is_unknown_however_often_it_is_asked_for(
    server: Server,
) -> None:
    asked = pending(uuid4(), after=0)
    async with open_store(server.url, CODEC) as store, watching(server) as connection:
        await server.set("synchronous_standby_names", "ghost")
        for ask in (
            lambda: store.append(asked),
            lambda: store.append(asked),
            lambda: store.carried_out(asked.command_id),
        ):
            answer = asyncio.ensure_future(ask())
            await _cancel_the_wait(connection)
            with pytest.raises(OutcomeUnknown):
                await answer
        looking = asyncio.ensure_future(store.logged(asked.command_id))
        await _cancel_the_wait(connection)
        with pytest.raises(StoreUnavailable):
            await looking
        await server.set("synchronous_standby_names", "")
        assert isinstance(await store.carried_out(asked.command_id), Replayed)
        assert isinstance(await store.append(asked), Replayed)


async def test_a_key_that_no_standby_confirmed_is_not_kept(server: Server) -> None:
    keys = PostgresKeyTable(server.url)
    async with watching(server) as connection:
        await server.set("synchronous_standby_names", "ghost")
        saving = asyncio.ensure_future(keys.save([WrappedKey(uuid4(), b"wrapped", 1)]))
        await _cancel_the_wait(connection)
        with pytest.raises(StoreUnavailable):
            await saving
    await keys.close()


async def test_a_read_only_server_takes_nothing_and_settles_nothing(server: Server) -> None:
    async with open_store(server.url, CODEC) as store:
        assert await store.append(stored := pending(uuid4(), after=0)) == Appended(1)
        await store.ready()
        await server.set("default_transaction_read_only", "on")
        asked = [pending(uuid4(), after=0) for _ in range(20)]
        answers = await asyncio.gather(*map(store.append, asked), return_exceptions=True)
        assert {type(answer) for answer in answers} == {StoreUnavailable}
        with pytest.raises(StoreUnavailable, match="read-only"):
            await store.ready()
        with pytest.raises(OutcomeUnknown):
            await store.carried_out(asked[0].command_id)
        assert len(await store.load(stored.writes[0].stream)) == 1
        await server.set("default_transaction_read_only", "off")
        assert isinstance(await store.append(asked[0]), Appended)
        await store.ready()


async def test_the_store_outlives_the_server(server: Server) -> None:
    """Killed with its children and started again, under callers that never stop asking."""
    told: list[tuple[object, bool | None]] = []
    finished = asyncio.Event()

    async def caller(store: PostgresEventStore) -> None:
        while not finished.is_set():
            asked = pending(uuid4(), after=0)
            try:
                answer = await store.append(asked)
            except StoreUnavailable:
                told.append((asked.command_id, False))
            except OutcomeUnknown:
                told.append((asked.command_id, None))
            else:
                assert isinstance(answer, Appended | Replayed)
                told.append((asked.command_id, True))

    async def answered_again() -> None:
        before = len(told)

        async def kept() -> bool:
            return sum(kept is True for _, kept in told[before:]) > 20

        await until(kept)

    async with open_store(server.url, CODEC) as store:
        callers = [asyncio.create_task(caller(store)) for _ in range(8)]
        for _ in range(3):
            await answered_again()
            await asyncio.to_thread(server.kill_and_start)
        await answered_again()
        finished.set()
        await asyncio.gather(*callers)
    with psycopg.connect(server.url) as connection:
        logged = {row[0] for row in connection.execute("SELECT command_id FROM command_log")}
        events = connection.execute("SELECT count(*) FROM stored_events").fetchone()
    assert events == (len(logged),)
    for command, kept in told:
        assert kept in {command in logged, None}
