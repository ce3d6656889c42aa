"""While one commit is under way the next is prepared (ADR 13), and order and outcomes hold."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from uuid import uuid4

import pytest

from domain.aggregates import CODEC
from domain.event_store.pending import Answer, Appended, Outrun, Pending, Replayed, StoreUnavailable
from domain.event_store.store import PostgresEventStore, open_store
from domain.event_store.transaction import Connection
from tests.kit.cutting_proxy import cutting_proxy
from tests.kit.envelopes import pending, spoiled
from tests.kit.locks import hold_commits, let_commits_through, someone_commits
from tests.kit.waiting import until

BATCH = 4
TERMINATE = """
SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()"""

Answers = list[asyncio.Task[Answer]]


def fresh(count: int) -> list[Pending]:
    return [pending(uuid4(), after=0) for _ in range(count)]


@asynccontextmanager
async def committing(
    url: str, connection: Connection, asked: Sequence[Pending]
) -> AsyncIterator[tuple[PostgresEventStore, Answers]]:
    """The first commands are in their commit, which waits; the others behind them."""
    await hold_commits(connection)
    async with open_store(url, CODEC, batch_max=BATCH) as store:
        answers = [asyncio.create_task(store.append(each)) for each in asked]
        await until(lambda: someone_commits(connection))
        yield store, answers


async def positions(answers: Answers) -> list[int]:
    return [
        answer.position for answer in await asyncio.gather(*answers) if isinstance(answer, Appended)
    ]


async def test_what_comes_next_is_encoded_while_the_server_commits(
    database_url: str, connection: Connection
) -> None:
    first, bad, others = fresh(BATCH), spoiled(pending(uuid4(), after=0)), fresh(BATCH - 1)
    async with committing(database_url, connection, [*first, bad, *others]) as (_, answers):
        with pytest.raises(StoreUnavailable):
            await answers[BATCH]
        assert not answers[0].done()
        await let_commits_through(connection)
        del answers[BATCH]
        assert await positions(answers) == list(range(1, 2 * BATCH))


async def test_the_next_sees_what_the_one_before_it_stored(
    database_url: str, connection: Connection
) -> None:
    stream = uuid4()
    first = [pending(stream, after=0), *fresh(BATCH - 1)]
    after = [pending(stream, after=1), pending(stream, after=0), first[1], *fresh(BATCH - 3)]
    async with committing(database_url, connection, [*first, *after]) as (_, answers):
        await let_commits_through(connection)
        more, stale, again, last = await asyncio.gather(*answers[BATCH:])
    assert more == Appended(5)
    assert stale == Outrun(stream)
    assert again == Replayed(first[1].request_sha256, 2, first[1].outcome)
    assert last == Appended(6)


async def test_who_gave_up_while_the_one_before_committed_is_left_out(
    database_url: str, connection: Connection
) -> None:
    asked = fresh(2 * BATCH)
    async with committing(database_url, connection, asked) as (store, answers):
        answers[BATCH].cancel()
        await asyncio.wait([answers[BATCH]])
        await let_commits_through(connection)
        del answers[BATCH]
        assert await positions(answers) == list(range(1, 2 * BATCH))
        assert not await store.load(asked[BATCH].writes[0].stream)


async def test_a_backend_killed_in_a_commit_takes_only_that_one_with_it(
    database_url: str, connection: Connection
) -> None:
    asked = fresh(2 * BATCH)
    async with committing(database_url, connection, asked) as (store, answers):
        await connection.execute(TERMINATE)
        told = await asyncio.gather(*answers[:BATCH], return_exceptions=True)
        assert {type(each) for each in told} == {StoreUnavailable}
        await let_commits_through(connection)
        assert await positions(answers[BATCH:]) == list(range(1, BATCH + 1))
        for each in asked[:BATCH]:
            assert not await store.load(each.writes[0].stream)


async def test_after_a_lost_answer_the_next_is_asked_for_again(database_url: str) -> None:
    async with (
        cutting_proxy(database_url) as proxy,
        open_store(proxy.url, CODEC, batch_max=BATCH) as store,
    ):
        await store.append(pending(uuid4(), after=0))
        proxy.cut_next_commit()
        asked = fresh(2 * BATCH)
        answers = await asyncio.gather(*map(store.append, asked))
        assert [type(answer) for answer in answers] == [Replayed] * BATCH + [Appended] * BATCH
        for each in asked:
            assert len(await store.load(each.writes[0].stream)) == 1


async def test_a_command_the_server_refuses_stops_neither_its_batch_nor_the_next(
    database_url: str, connection: Connection
) -> None:
    await connection.execute("ALTER TABLE command_log ADD CHECK (outcome <> 'refused'::bytea)")
    asked = fresh(3 * BATCH)
    asked[1] = Pending(uuid4(), b"\x01" * 32, b"refused", asked[1].writes)
    async with open_store(database_url, CODEC, batch_max=BATCH) as store:
        answers = [asyncio.create_task(store.append(each)) for each in asked]
        with pytest.raises(StoreUnavailable):
            await answers.pop(1)
        assert sorted(await positions(answers)) == list(range(1, 3 * BATCH))


async def test_a_store_that_closes_finishes_what_it_had_asked_for(
    database_url: str, connection: Connection
) -> None:
    async with committing(database_url, connection, fresh(2 * BATCH)) as (_, answers):
        await let_commits_through(connection)
    assert await positions(answers) == list(range(1, 2 * BATCH + 1))
