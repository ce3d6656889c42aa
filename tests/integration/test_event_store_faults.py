"""A lost connection is never a false answer: what was said to be stored is, and the rest is not."""

import asyncio
from collections.abc import Awaitable, Callable
from uuid import uuid4

import pytest
from psycopg.conninfo import make_conninfo

from domain.aggregates import CODEC
from domain.event_store import appender, questions, streams
from domain.event_store.pending import (
    Appended,
    CommitUnderWay,
    OutcomeUnknown,
    Pending,
    Replayed,
    StoreUnavailable,
)
from domain.event_store.store import PostgresEventStore, open_store
from domain.event_store.transaction import APPEND_LOCK, Connection
from tests.kit.cutting_proxy import cutting_proxy
from tests.kit.envelopes import pending, spoiled
from tests.kit.locks import (
    hold_commits,
    let_commits_through,
    someone_commits,
    someone_waits_for_the_lock,
)
from tests.kit.waiting import until

_LIMITS = {appender: "LONGEST_S", streams: "_LONGEST_S", questions: "_LONGEST_S"}
_TERMINATE = """
SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()"""
_ALONE = """
SELECT count(*) = 1 FROM pg_stat_activity
WHERE datname = current_database() AND backend_type = 'client backend'"""

_STORED = """
SELECT EXISTS (SELECT FROM command_log WHERE command_id = %s),
       (SELECT count(*) FROM stored_events WHERE originator_id = %s)"""


async def _kill_all(connection: Connection) -> None:
    await connection.execute(_TERMINATE)


async def _logged(connection: Connection, asked: Pending) -> bool:
    cursor = await connection.execute(
        "SELECT EXISTS (SELECT FROM command_log WHERE command_id = %s)", (asked.command_id,)
    )
    return (await cursor.fetchall())[0] == (True,)


async def _stored(connection: Connection, asked: Pending) -> tuple[bool, int]:
    """Whether the log holds the command, and how many events its stream has at the same moment."""
    cursor = await connection.execute(_STORED, (asked.command_id, asked.writes[0].stream))
    return (await cursor.fetchall())[0]


async def test_a_connection_lost_while_idle_is_replaced_unnoticed(
    database_url: str, connection: Connection
) -> None:
    async def alone() -> bool:
        return (await (await connection.execute(_ALONE)).fetchall())[0] == (True,)

    async with open_store(database_url, CODEC) as store:
        await store.append(pending(stream := uuid4(), after=0))
        await store.load(stream)
        await store.logged(uuid4())
        await _kill_all(connection)
        await until(alone)
        asked = pending(stream, after=1)
        assert isinstance(await store.append(asked), Appended)
        assert len(await store.load(stream)) == 2
        assert await store.logged(asked.command_id) is not None


async def test_a_connection_lost_before_the_commit_stores_nothing_and_heals(
    database_url: str, connection: Connection
) -> None:
    async with open_store(database_url, CODEC) as store:
        asked = pending(uuid4(), after=0)
        async with connection.transaction():
            await connection.execute("SELECT pg_advisory_xact_lock(%s)", (APPEND_LOCK,))
            appending = asyncio.create_task(store.append(asked))
            await until(lambda: someone_waits_for_the_lock(connection))
            await _kill_all(connection)
            with pytest.raises(StoreUnavailable):
                await appending
        assert not await _logged(connection, asked)
        assert isinstance(await store.append(asked), Appended)


async def test_a_backend_killed_in_its_commit_stored_nothing_and_says_so(
    database_url: str, connection: Connection
) -> None:
    await hold_commits(connection)
    async with open_store(database_url, CODEC) as store:
        asked = pending(uuid4(), after=0)
        appending = asyncio.create_task(store.append(asked))
        await until(lambda: someone_commits(connection))
        await _kill_all(connection)
        with pytest.raises(StoreUnavailable):
            await appending
        await let_commits_through(connection)
        assert not await _logged(connection, asked)
        assert isinstance(await store.append(asked), Appended)


async def test_a_commit_whose_answer_was_lost_is_found_in_the_log(database_url: str) -> None:
    async with cutting_proxy(database_url) as proxy, open_store(proxy.url, CODEC) as store:
        await store.append(pending(uuid4(), after=0))
        proxy.cut_next_commit()
        asked = pending(stream := uuid4(), after=0)
        assert await store.append(asked) == Replayed(asked.request_sha256, 2, asked.outcome)
        assert len(await store.load(stream)) == 1


async def test_an_answer_that_cannot_be_looked_up_is_unknown_until_it_can(
    database_url: str,
) -> None:
    stored = pending(uuid4(), after=0)
    async with cutting_proxy(database_url) as proxy, open_store(proxy.url, CODEC) as store:
        proxy.cut_next_commit(stay_away=True)
        with pytest.raises(OutcomeUnknown):
            await store.append(stored)
        with pytest.raises(OutcomeUnknown):
            await store.carried_out(stored.command_id)
        with pytest.raises(StoreUnavailable):
            await store.append(pending(uuid4(), after=0))
    async with open_store(database_url, CODEC) as store:
        assert await store.carried_out(stored.command_id) is not None
        assert isinstance(await store.append(stored), Replayed)


async def test_a_store_that_is_away_from_the_start_stores_nothing(database_url: str) -> None:
    async with open_store(make_conninfo(database_url, port=1), CODEC) as store:
        with pytest.raises(StoreUnavailable):
            await store.append(pending(uuid4(), after=0))
        with pytest.raises(StoreUnavailable):
            await store.load(uuid4())
        with pytest.raises(StoreUnavailable):
            await store.position()


async def test_a_network_that_swallows_everything_is_given_up(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with cutting_proxy(database_url) as proxy, open_store(proxy.url, CODEC) as store:
        await store.append(pending(stream := uuid4(), after=0))
        await store.load(stream)
        await store.logged(uuid4())
        proxy.swallow()
        for module in (appender, streams, questions):
            monkeypatch.setattr(module, _LIMITS[module], 0.05)
        for ask in (
            store.append(pending(uuid4(), after=0)),
            store.load(stream),
            store.logged(uuid4()),
        ):
            with pytest.raises(StoreUnavailable):
                await ask
        monkeypatch.undo()
        proxy.let_through()
        assert len(await store.load(stream)) == 1
        assert await store.logged(uuid4()) is None
        assert isinstance(await store.append(pending(uuid4(), after=0)), Appended)


async def test_a_commit_that_is_never_answered_is_unknown_while_it_may_still_happen(
    database_url: str, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    await hold_commits(connection)
    async with open_store(database_url, CODEC) as store:
        asked = pending(uuid4(), after=0)
        monkeypatch.setattr(appender, "LONGEST_S", 0.5)
        appending = asyncio.create_task(store.append(asked))
        await until(lambda: someone_commits(connection))
        with pytest.raises(OutcomeUnknown):
            await appending
        with pytest.raises(CommitUnderWay):
            await store.carried_out(asked.command_id)
        await let_commits_through(connection)
        assert isinstance(await store.carried_out(asked.command_id), Replayed)


async def _told(store: PostgresEventStore, asked: Pending) -> bool | None:
    """Whether the store says it kept the command; None when it does not know."""
    try:
        answer = await store.append(asked)
    except StoreUnavailable:
        return False
    except OutcomeUnknown:
        return None
    assert isinstance(answer, Appended | Replayed)
    return True


async def test_whatever_is_killed_no_answer_is_false(
    database_url: str, connection: Connection
) -> None:
    told: list[tuple[Pending, bool | None]] = []
    finished = False
    kills = 0

    async def client(store: PostgresEventStore) -> None:
        while len(told) < 200 or kills < 6:
            asked = pending(uuid4(), after=0, count=2)
            told.append((asked, await _told(store, asked)))

    def more_than(count: int) -> Callable[[], Awaitable[bool]]:
        async def reached() -> bool:
            return finished or len(told) > count

        return reached

    async def killer() -> None:
        nonlocal kills
        while not finished:
            await _kill_all(connection)
            kills += 1
            await until(more_than(len(told) + 7))

    async with open_store(database_url, CODEC, batch_max=4) as store:
        async with asyncio.TaskGroup() as together:
            together.create_task(killer())
            clients = [together.create_task(client(store)) for _ in range(8)]
            await asyncio.gather(*clients)
            finished = True
        for asked, kept in told:
            really, events = await _stored(connection, asked)
            assert kept in {really, None}
            assert events == (2 if really else 0)
    assert any(kept for _, kept in told)


async def test_an_event_that_cannot_be_written_fails_alone(database_url: str) -> None:
    good, bad = pending(uuid4(), after=0), spoiled(pending(uuid4(), after=0))
    async with open_store(database_url, CODEC) as store:
        first, second = await asyncio.gather(
            store.append(bad), store.append(good), return_exceptions=True
        )
        after = await store.append(pending(uuid4(), after=0))

    assert isinstance(first, StoreUnavailable)
    assert isinstance(second, Appended)
    assert isinstance(after, Appended)
