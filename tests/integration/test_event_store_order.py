"""One order for everybody: gapless positions, and a reader that misses nothing."""

import asyncio
from contextlib import AsyncExitStack
from uuid import uuid4

from domain.aggregates import CODEC
from domain.event_store.connection import connect
from domain.event_store.log import read_log
from domain.event_store.pending import Appended
from domain.event_store.store import PostgresEventStore, open_store
from domain.event_store.transaction import Connection
from domain.recorded_event import RecordedEvent
from tests.kit.envelopes import pending

APPENDERS, EACH, EVENTS = 4, 60, 3


async def _follow(url: str, until: int) -> list[RecordedEvent]:
    """Read behind the last position seen, again and again, as a projector does."""
    connection = await connect(url)
    try:
        seen: list[RecordedEvent] = []
        while len(seen) < until:
            after = seen[-1].position if seen else 0
            seen.extend(await read_log(connection, CODEC, after, 50))
        return seen
    finally:
        await connection.close()


async def _append(store: PostgresEventStore) -> list[int]:
    """Positions of the last event of each command, several commands waiting at a time."""
    positions = []
    for _ in range(EACH // 5):
        asked = [pending(uuid4(), after=0, count=EVENTS) for _ in range(5)]
        for answer in await asyncio.gather(*map(store.append, asked)):
            assert isinstance(answer, Appended)
            positions.append(answer.position)
    return positions


async def test_a_reader_of_several_appenders_sees_every_event_once_and_in_order(
    database_url: str,
) -> None:
    total = APPENDERS * EACH * EVENTS
    async with AsyncExitStack() as stack, asyncio.timeout(30):
        stores = [
            await stack.enter_async_context(open_store(database_url, CODEC, batch_max=7))
            for _ in range(APPENDERS)
        ]
        following = asyncio.create_task(_follow(database_url, total))
        answered = await asyncio.gather(*map(_append, stores))
        seen = await following

    assert [recorded.position for recorded in seen] == list(range(1, total + 1))
    ends = {recorded.position for recorded in seen if recorded.version == EVENTS}
    assert sorted(position for each in answered for position in each) == sorted(ends)


async def test_one_stream_from_many_appenders_has_one_history(database_url: str) -> None:
    stream = uuid4()
    async with AsyncExitStack() as stack:
        stores = [
            await stack.enter_async_context(open_store(database_url, CODEC))
            for _ in range(APPENDERS)
        ]
        for version in range(10):
            answers = await asyncio.gather(
                *(store.append(pending(stream, after=version)) for store in stores)
            )
            assert [type(answer) for answer in answers].count(Appended) == 1
        history = await stores[0].load(stream)
    assert [recorded.version for recorded in history] == list(range(1, 11))


async def test_a_transaction_that_was_rolled_back_leaves_no_gap(
    database_url: str, connection: Connection
) -> None:
    """Its sequence stays advanced, as after a process that is killed before its commit."""
    async with open_store(database_url, CODEC) as store:
        await store.append(pending(uuid4(), after=0))
        await connection.execute("SELECT setval('stored_events_notification_id_seq', 50)")
        assert await store.append(pending(uuid4(), after=0)) == Appended(2)
