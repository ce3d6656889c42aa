"""Sixteen writers and a live reader: nothing is missed and nothing is repeated.

Without the lock that orders commits a reader misses events (F2, F3 of docs/trust-model.md).
"""

import asyncio
from contextlib import AsyncExitStack
from typing import Final
from uuid import uuid4

import pytest
from eventsourcing.persistence import StoredEvent

from domain.aggregates import CODEC
from domain.event_store.connection import connect
from domain.event_store.pending import Appended
from domain.event_store.recorder import OrderedRecorder, datastore_of
from domain.event_store.store import PostgresEventStore, open_store
from domain.recorded_event import topic
from tests.faults.follower import assert_whole, follow, missed_and_repeated
from tests.faults.sizes import EVENTS
from tests.kit.envelopes import an_acceptance, pending

OURS: Final = 12
THE_LIBRARYS: Final = 4
EACH: Final = EVENTS // (OURS + THE_LIBRARYS)
"""How many events a writer writes."""
WAITING: Final = 5
"""How many commands of one of our writers wait at a time."""
MAINTENANCE: Final = (
    "VACUUM stored_events",
    "CREATE INDEX CONCURRENTLY extra ON stored_events (topic)",
    "DROP INDEX CONCURRENTLY extra",
)


async def write(store: PostgresEventStore) -> None:
    """Writes streams of five events by two commands each, several streams at a time."""
    for _ in range(EACH // (5 * WAITING)):
        streams = [uuid4() for _ in range(WAITING)]
        for after, count in ((0, 2), (2, 3)):
            asked = [pending(stream, after=after, count=count) for stream in streams]
            for answer in await asyncio.gather(*map(store.append, asked)):
                assert isinstance(answer, Appended)


def write_as_the_library(url: str) -> None:
    """Writes the same streams through the library's recorder."""
    datastore = datastore_of(url)
    recorder = OrderedRecorder(datastore)
    try:
        for _ in range(EACH // 5):
            stream = uuid4()
            for versions in (range(1, 3), range(3, 6)):
                recorder.insert_events(
                    [
                        StoredEvent(stream, version, topic(event.event), CODEC.encode(event))
                        for version in versions
                        for event in (an_acceptance(),)
                    ]
                )
    finally:
        datastore.close()


async def maintain(url: str, written: asyncio.Event) -> int:
    """Runs VACUUM and makes an index beside the writers, and returns how often."""
    connection, rounds = await connect(url), 0
    try:
        while not written.is_set():
            for statement in MAINTENANCE:
                await connection.execute(statement.encode())
            rounds += 1
    finally:
        await connection.close()
    return rounds


async def write_all(url: str) -> None:
    async with AsyncExitStack() as stack:
        stores = [await stack.enter_async_context(open_store(url, CODEC)) for _ in range(OURS)]
        threads = (asyncio.to_thread(write_as_the_library, url) for _ in range(THE_LIBRARYS))
        await asyncio.gather(*map(write, stores), *threads)


@pytest.mark.parametrize("maintained", [False, True], ids=["alone", "under_maintenance"])
async def test_a_live_reader_of_sixteen_writers_misses_and_repeats_nothing(
    database_url: str, *, maintained: bool
) -> None:
    assert EACH * (OURS + THE_LIBRARYS) == EVENTS
    written = asyncio.Event()
    reading = asyncio.create_task(follow(database_url, written))
    maintaining = asyncio.create_task(maintain(database_url, written)) if maintained else None
    try:
        await write_all(database_url)
    finally:
        written.set()
    seen = await reading

    assert len(seen) == EVENTS
    assert_whole(seen)
    assert maintaining is None or await maintaining > 0


def test_a_reader_that_missed_or_repeated_something_would_be_found_out() -> None:
    assert missed_and_repeated([1, 2, 4, 3]) == (0, 1)
    assert missed_and_repeated([1, 2, 2, 4]) == (1, 1)
    assert missed_and_repeated([1, 2, 3, 4]) == (0, 0)
