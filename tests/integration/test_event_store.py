"""Appending to one PostgreSQL: all or nothing, once, and in order."""

import asyncio
from collections.abc import AsyncIterator
from uuid import uuid4

import pytest
from msgspec.structs import replace

from domain.aggregates import CODEC
from domain.event_store.pending import (
    Appended,
    Outrun,
    Pending,
    Replayed,
    StoreBusy,
    StoreUnavailable,
    StreamWrite,
)
from domain.event_store.store import PostgresEventStore, open_store
from domain.event_store.transaction import APPEND_LOCK, Connection
from tests.kit.envelopes import an_acceptance, pending
from tests.kit.locks import someone_waits_for_the_lock
from tests.kit.stored import versions
from tests.kit.waiting import until


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[PostgresEventStore]:
    async with open_store(database_url, CODEC) as opened:
        yield opened


async def test_what_was_appended_is_read_again(store: PostgresEventStore) -> None:
    asked = pending(stream := uuid4(), after=0, count=3)
    assert await store.append(asked) == Appended(3)
    history = await store.load(stream)
    assert versions(history) == [1, 2, 3]
    assert tuple(recorded.envelope for recorded in history) == asked.writes[0].envelopes
    assert await store.position() == 3


async def test_a_stream_that_nobody_wrote_is_empty(store: PostgresEventStore) -> None:
    assert await store.load(uuid4()) == ()
    assert await store.logged(uuid4()) is None
    assert await store.position() == 0


async def test_a_repeated_command_gets_its_first_answer(store: PostgresEventStore) -> None:
    asked = pending(stream := uuid4(), after=0)
    first = Replayed(asked.request_sha256, 1, asked.outcome)
    await store.append(asked)
    assert await store.append(replace(asked, outcome=b"another")) == first
    assert await store.logged(asked.command_id) == first
    assert await store.carried_out(asked.command_id) == first
    assert len(await store.load(stream)) == 1


async def test_a_stream_that_moved_on_is_told_so(store: PostgresEventStore) -> None:
    await store.append(pending(stream := uuid4(), after=0, count=2))
    assert await store.append(stale := pending(stream, after=1)) == Outrun(stream)
    assert await store.append(pending(stream, after=3)) == Outrun(stream)
    assert await store.carried_out(stale.command_id) is None
    assert await store.append(pending(stream, after=2)) == Appended(3)


async def test_several_streams_are_written_all_or_not_at_all(store: PostgresEventStore) -> None:
    case, claim = uuid4(), uuid4()
    await store.append(pending(claim, after=0))

    def both(claimed_after: int) -> Pending:
        writes = (
            StreamWrite(case, 0, (an_acceptance(), an_acceptance())),
            StreamWrite(claim, claimed_after, (an_acceptance(),)),
        )
        return replace(pending(case, after=0), writes=writes)

    assert await store.append(both(0)) == Outrun(claim)
    assert await store.load(case) == ()
    assert await store.append(both(1)) == Appended(4)
    assert versions(await store.load(claim)) == [1, 2]


async def in_one_batch(
    store: PostgresEventStore, connection: Connection, asked: list[Pending]
) -> list[object]:
    """The answers to commands that waited together while another held the append lock."""
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", (APPEND_LOCK,))
        first = asyncio.create_task(store.append(pending(uuid4(), after=0)))
        await until(lambda: someone_waits_for_the_lock(connection))
        together = asyncio.gather(*map(store.append, asked), return_exceptions=True)
    await first
    return list(await together)


async def test_commands_of_one_batch_on_one_stream_are_ordered(
    store: PostgresEventStore, connection: Connection
) -> None:
    stream, once = uuid4(), pending(uuid4(), after=0)
    asked = [
        pending(stream, after=0, count=2),
        pending(stream, after=2),
        pending(stream, after=2),
        once,
        once,
    ]
    answers = await in_one_batch(store, connection, asked)
    assert answers == [
        Appended(3),
        Appended(4),
        Outrun(stream),
        Appended(5),
        Replayed(once.request_sha256, 5, once.outcome),
    ]


async def test_a_command_that_cannot_be_stored_fails_alone(
    store: PostgresEventStore, connection: Connection
) -> None:
    twice = StreamWrite(uuid4(), 0, (an_acceptance(),))
    impossible = replace(pending(twice.stream, after=0), writes=(twice, twice))
    before, after = pending(uuid4(), after=0), pending(uuid4(), after=0)
    answers = await in_one_batch(store, connection, [before, impossible, after])
    assert isinstance(answers[0], Appended)
    assert isinstance(answers[1], StoreUnavailable)
    assert isinstance(answers[2], Appended)
    assert await store.carried_out(impossible.command_id) is None


async def test_a_full_queue_takes_nothing_more(database_url: str, connection: Connection) -> None:
    async with open_store(database_url, CODEC, queue_max=2) as store:
        async with connection.transaction():
            await connection.execute("SELECT pg_advisory_xact_lock(%s)", (APPEND_LOCK,))
            first = asyncio.create_task(store.append(pending(uuid4(), after=0)))
            await until(lambda: someone_waits_for_the_lock(connection))
            asked = [pending(uuid4(), after=0, caller=name) for name in ("a", "b", "c")]
            answers = asyncio.gather(*map(store.append, asked), return_exceptions=True)
            refused = asyncio.create_task(store.append(pending(uuid4(), after=0)))
            with pytest.raises(StoreBusy):
                await refused
        await first
        assert [type(answer) for answer in await answers] == [Appended, Appended, StoreBusy]


async def test_an_append_does_not_wait_for_the_lock_without_end(
    store: PostgresEventStore, connection: Connection
) -> None:
    asked = pending(uuid4(), after=0)
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", (APPEND_LOCK,))
        with pytest.raises(StoreUnavailable):
            await store.append(asked)
    assert isinstance(await store.append(asked), Appended)


async def test_who_waits_behind_a_held_lock_does_not_wait_for_another_turn(
    store: PostgresEventStore, connection: Connection
) -> None:
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", (APPEND_LOCK,))
        first = asyncio.create_task(store.append(pending(uuid4(), after=0)))
        await until(lambda: someone_waits_for_the_lock(connection))
        others = [asyncio.create_task(store.append(pending(uuid4(), after=0))) for _ in range(9)]
        with pytest.raises(StoreUnavailable):
            await first
        ended, waiting = await asyncio.wait(others, timeout=0.1)
    assert not waiting
    assert {type(task.exception()) for task in ended} == {StoreUnavailable}


async def test_what_waits_is_committed_before_the_store_closes(database_url: str) -> None:
    async with open_store(database_url, CODEC) as store:
        appending = asyncio.gather(*(store.append(pending(uuid4(), after=0)) for _ in range(40)))
        await asyncio.wait([appending], timeout=0)
    assert {type(answer) for answer in await appending} == {Appended}
    with pytest.raises(StoreBusy):
        await store.append(pending(uuid4(), after=0))


async def test_without_events_a_command_is_logged_if_its_stream_has_not_moved(
    store: PostgresEventStore,
) -> None:
    await store.append(pending(stream := uuid4(), after=0, count=2))
    nothing = pending(stream, after=2, count=0)
    assert await store.append(nothing) == Appended(2)
    assert isinstance(await store.append(nothing), Replayed)
    assert await store.append(pending(stream, after=1, count=0)) == Outrun(stream)
    assert await store.append(pending(uuid4(), after=0, count=0)) == Appended(2)
    assert await store.append(pending(stream, after=2)) == Appended(3)


async def test_whoever_gives_up_before_it_is_written_has_it_never_written(
    store: PostgresEventStore, connection: Connection
) -> None:
    in_flight, waiting = pending(uuid4(), after=0), pending(uuid4(), after=0)
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", (APPEND_LOCK,))
        first = asyncio.create_task(store.append(in_flight))
        await until(lambda: someone_waits_for_the_lock(connection))
        second = asyncio.create_task(store.append(waiting))
        await asyncio.sleep(0)
        for task in (first, second):
            task.cancel()
        await asyncio.wait({first, second})
    await store.append(pending(uuid4(), after=0))
    assert await store.carried_out(in_flight.command_id) is None
    assert await store.carried_out(waiting.command_id) is None
    assert await store.position() == 1


async def test_a_single_command_is_not_behind_the_whole_of_a_bulk(
    database_url: str, connection: Connection
) -> None:
    order: list[str] = []

    async def told(store: PostgresEventStore, caller: str) -> None:
        await store.append(pending(uuid4(), after=0, caller=caller))
        order.append(caller)

    async with open_store(database_url, CODEC, queue_max=4000, batch_max=64) as store:
        async with connection.transaction():
            await connection.execute("SELECT pg_advisory_xact_lock(%s)", (APPEND_LOCK,))
            first = asyncio.create_task(told(store, "first"))
            await until(lambda: someone_waits_for_the_lock(connection))
            bulk = [asyncio.create_task(told(store, "bulk")) for _ in range(1000)]
            await asyncio.sleep(0)
            single = asyncio.create_task(told(store, "single"))
            await asyncio.sleep(0)
        await asyncio.gather(first, single, *bulk)
    assert order.index("single") <= 1 + 64
