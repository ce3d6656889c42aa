"""Buckets of tokens in the database: shared by all processes, exact, and soon forgotten."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from api.rates.bucket import Bucket, KeyKind
from api.rates.token_buckets import TokenBuckets
from domain.event_store.pending import StoreUnavailable
from domain.event_store.transaction import Connection
from domain.titles import Title
from domain.vault import BlindIndex
from tests.kit.own_server import own_server

FIVE = Bucket("five", KeyKind.REFERENCE, 5, 3_600, Title("五次", "five"))
OTHER = Bucket("other", KeyKind.ADDRESS, 2, 60, Title("其他", "other"))


@asynccontextmanager
async def process(url: str) -> AsyncIterator[TokenBuckets]:
    """The buckets as one process has them."""
    made = TokenBuckets(url, BlindIndex(b"k" * 32))
    try:
        yield made
    finally:
        await made.close()


@pytest.fixture
async def buckets(database_url: str) -> AsyncIterator[TokenBuckets]:
    async with process(database_url) as made:
        yield made


async def taken(buckets: TokenBuckets, times: int, key: str = "a", of: Bucket = FIVE) -> list[bool]:
    return [(await buckets.take(of, key)).taken for _ in range(times)]


async def passes(connection: Connection, seconds: int) -> None:
    """As much as if so much time had passed."""
    await connection.execute(
        "UPDATE token_bucket SET full_at = full_at - %s * interval '1 second'", (seconds,)
    )


async def test_there_are_as_many_tokens_as_the_bucket_holds(buckets: TokenBuckets) -> None:
    assert await taken(buckets, 7) == [True] * 5 + [False] * 2
    assert await taken(buckets, 1, "b") == [True]
    assert await taken(buckets, 3, "a", OTHER) == [True, True, False]


async def test_whoever_waits_for_one_bucket_holds_up_nobody_at_another(
    buckets: TokenBuckets, connection: Connection
) -> None:
    await taken(buckets, 1)
    async with connection.transaction():
        await connection.execute("SELECT FROM token_bucket FOR UPDATE")
        held = asyncio.create_task(buckets.take(FIVE, "a"))
        await asyncio.sleep(0)
        async with asyncio.timeout(1):
            assert await taken(buckets, 1, "b") == [True]
        assert not held.done()
    assert (await held).taken


async def test_one_token_is_back_after_one_step_and_all_after_the_whole_time(
    buckets: TokenBuckets, connection: Connection
) -> None:
    await taken(buckets, 5)
    await passes(connection, 719)
    assert await taken(buckets, 1) == [False]
    await passes(connection, 2)
    assert await taken(buckets, 2) == [True, False]
    await passes(connection, 36_000)
    assert await taken(buckets, 6) == [True] * 5 + [False]


async def test_a_token_that_is_given_back_can_be_taken_again(buckets: TokenBuckets) -> None:
    await taken(buckets, 5)
    await buckets.give_back(FIVE, "a")
    assert await taken(buckets, 2) == [True, False]


async def test_of_many_at_once_in_two_processes_no_more_are_given_one(database_url: str) -> None:
    async with process(database_url) as one, process(database_url) as another:
        levels = await asyncio.gather(
            *(each.take(FIVE, "a") for _ in range(20) for each in (one, another))
        )
    assert sum(level.taken for level in levels) == 5


async def test_a_refusal_costs_nothing_and_says_when_to_come_again(buckets: TokenBuckets) -> None:
    await taken(buckets, 50)
    level = await buckets.take(FIVE, "a")
    assert (level.taken, level.left) == (False, 0)
    assert 700 < level.next_s <= 720


async def test_a_clock_that_was_set_back_locks_nobody_out_for_longer(
    buckets: TokenBuckets, connection: Connection
) -> None:
    await taken(buckets, 1)
    await passes(connection, -1_000_000)
    assert await taken(buckets, 1) == [False]
    await passes(connection, 721)
    assert await taken(buckets, 1) == [True]


async def test_what_is_full_again_is_deleted(buckets: TokenBuckets, connection: Connection) -> None:
    for number in range(30):
        await buckets.take(OTHER, str(number))
    await buckets.take(FIVE, "lasts")
    await passes(connection, 200)
    for number in range(3):
        await buckets.take(FIVE, str(number))
    cursor = await connection.execute("SELECT bucket, count(*) FROM token_bucket GROUP BY bucket")
    assert dict(await cursor.fetchall()) == {"five": 4}


async def test_a_row_names_nobody(buckets: TokenBuckets, connection: Connection) -> None:
    await buckets.take(FIVE, "203.0.113.7")
    await buckets.take(OTHER, "203.0.113.7")
    cursor = await connection.execute("SELECT key FROM token_bucket", binary=True)
    keys = {bytes(key) for (key,) in await cursor.fetchall()}
    assert len(keys) == 2
    assert {len(key) for key in keys} == {16}
    assert b"203" not in b"".join(keys)


async def test_without_the_database_nobody_is_given_a_token() -> None:
    with own_server() as server:
        async with process(server.url) as buckets:
            assert (await buckets.take(FIVE, "a")).taken
            server.postgres.stop()
            with pytest.raises(StoreUnavailable):
                await buckets.take(FIVE, "a")
            with pytest.raises(StoreUnavailable):
                await buckets.give_back(FIVE, "a")
