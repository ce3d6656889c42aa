"""Reading what was appended, in the order of the log; a store that would lose events is refused."""

import asyncio
from collections.abc import AsyncIterator
from uuid import UUID, uuid4

import pytest

from domain.aggregates import CODEC
from domain.event_store.connection import (
    DatabaseFunctionsEnabled,
    refuse_database_functions,
)
from domain.event_store.log import current_epoch, last_position, read_log
from domain.event_store.store import PostgresEventStore, open_store
from domain.event_store.transaction import Connection
from domain.event_store.unreadable import StreamUnreadable
from tests.kit.envelopes import pending


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[PostgresEventStore]:
    async with open_store(database_url, CODEC) as opened:
        yield opened


async def test_what_cannot_be_read_is_an_error_of_its_stream_alone(
    store: PostgresEventStore, connection: Connection
) -> None:
    await store.append(pending(broken := uuid4(), after=0))
    await store.append(pending(sound := uuid4(), after=0))
    await connection.execute(
        "UPDATE stored_events SET state = %s WHERE originator_id = %s", (b"{}", broken)
    )
    results = await asyncio.gather(store.load(broken), store.load(sound), return_exceptions=True)
    assert isinstance(results[0], StreamUnreadable)
    assert not isinstance(results[1], BaseException)


async def test_the_log_is_paged_in_order(store: PostgresEventStore, connection: Connection) -> None:
    streams: list[UUID] = [uuid4() for _ in range(10)]
    for stream in streams:
        await store.append(pending(stream, after=0))
    page = await read_log(connection, CODEC, 3, 4)
    assert [recorded.position for recorded in page] == [4, 5, 6, 7]
    assert [recorded.stream for recorded in page] == streams[3:7]
    assert await last_position(connection) == 10
    assert await current_epoch(connection) == 1


async def test_appends_by_database_functions_are_refused(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSTGRES_ENABLE_DB_FUNCTIONS", "yes")
    with pytest.raises(DatabaseFunctionsEnabled):
        async with open_store(database_url, CODEC):
            pass


def test_only_enabled_functions_are_refused() -> None:
    for value in ("n", "no", "0", ""):
        refuse_database_functions({"POSTGRES_ENABLE_DB_FUNCTIONS": value})
    with pytest.raises(DatabaseFunctionsEnabled):
        refuse_database_functions({"POSTGRES_ENABLE_DB_FUNCTIONS": "True"})
