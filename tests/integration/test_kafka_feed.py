"""Read models fed by Kafka are those fed by the store."""

import asyncio

import pytest

from domain.aggregates import CODEC
from domain.event_store.connection import connect
from domain.event_store.log import last_position
from domain.event_store.store import open_store
from domain.event_store.transaction import Connection
from projections.engine.parking import hold
from projections.engine.partition_level import follow
from projections.engine.position import STORE, FeedDiffers, kafka_feed, where_each
from projections.engine.rebuild import rebuild
from projections.engine.standing import reached, standing
from tests.kit.kafka_fed import counts, fed_by_the_store
from tests.kit.projected import ALL, LIVES, digests, filled, project, project_from_kafka
from tests.kit.stored import keep
from tests.kit.waiting import until
from workers.kafka import topic as topics
from workers.kafka.projector import KafkaProjector
from workers.relay import Relay

FEW = LIVES[:10]


@pytest.mark.parametrize("workers", [1, 2, 3])
async def test_kafka_and_store_give_the_same_read_models(
    workers: int, database_url: str, kafka_servers: str, kafka_topic: str, connection: Connection
) -> None:
    await filled(database_url)
    await Relay(database_url, kafka_servers, kafka_topic).catch_up()
    await project_from_kafka(database_url, kafka_servers, kafka_topic, workers)
    assert await counts(connection) == (0, 0)
    for projection in ALL:
        at = await standing(connection, projection.name)
        assert (at.position, at.behind) == (await last_position(connection), 0)
    fed = await digests(connection)
    assert fed == await fed_by_the_store(connection, database_url)


async def test_a_read_model_goes_from_feed_to_feed_and_loses_nothing(
    database_url: str, kafka_servers: str, kafka_topic: str, connection: Connection
) -> None:
    told = LIVES[:20]
    async with open_store(database_url, CODEC) as store:
        await keep(store, told[:10])
        await project(database_url)
        with pytest.raises(FeedDiffers, match="follows store"):
            await KafkaProjector(database_url, kafka_servers, kafka_topic, CODEC, ALL).run(
                asyncio.Event()
            )
        for projection in ALL:
            await follow(database_url, projection, CODEC, kafka_feed(kafka_topic))
        with pytest.raises(FeedDiffers, match="follows kafka:"):
            await project(database_url)
        await keep(store, told[10:15])
        await Relay(database_url, kafka_servers, kafka_topic).catch_up()
        await project_from_kafka(database_url, kafka_servers, kafka_topic)
        assert (await counts(connection))[1] == 0
        for projection in ALL:
            await follow(database_url, projection, CODEC, STORE)
        await keep(store, told[15:])
    await project(database_url)
    fed = await digests(connection)
    assert fed == await fed_by_the_store(connection, database_url)


async def test_a_read_model_is_folded_again_beside_the_kafka_feed(
    database_url: str, kafka_servers: str, kafka_topic: str, connection: Connection
) -> None:
    async with open_store(database_url, CODEC) as store:
        await keep(store, LIVES[:10])
        await Relay(database_url, kafka_servers, kafka_topic).catch_up()
        await project_from_kafka(database_url, kafka_servers, kafka_topic)
        for projection in ALL:
            before, after = await rebuild(database_url, projection, CODEC)
            assert before == after
        await keep(store, LIVES[10:20])
    await Relay(database_url, kafka_servers, kafka_topic).catch_up()
    await project_from_kafka(database_url, kafka_servers, kafka_topic)
    assert await counts(connection) == (0, 0)
    fed = await digests(connection)
    assert fed == await fed_by_the_store(connection, database_url)


async def test_a_projector_that_waits_for_a_lock_lets_others_join(
    database_url: str, kafka_servers: str, kafka_topic: str, connection: Connection
) -> None:
    await filled(database_url, FEW)
    await Relay(database_url, kafka_servers, kafka_topic).catch_up()
    feed, stop = kafka_feed(kafka_topic), asyncio.Event()
    for projection in ALL:
        await where_each(connection, projection.name, 1, feed)
    await connection.execute("SET idle_in_transaction_session_timeout = 0")
    async with asyncio.TaskGroup() as tasks:
        async with connection.transaction():
            await hold(connection, ALL[0].name)
            first = KafkaProjector(database_url, kafka_servers, kafka_topic, CODEC, ALL)
            tasks.create_task(first.run(stop))
            await until(lambda: blocked(database_url), 60)
            second = KafkaProjector(database_url, kafka_servers, kafka_topic, CODEC, ALL)
            tasks.create_task(second.run(stop))
            await until(lambda: shared_by_two(kafka_servers, kafka_topic), 60)
        assert await reached(connection, await last_position(connection), 60)
        stop.set()
    fed = await digests(connection)
    assert fed == await fed_by_the_store(connection, database_url)


async def blocked(url: str) -> bool:
    """Whether a session waits for the lock of another."""
    other = await connect(url)
    cursor = await other.execute(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND cardinality(pg_blocking_pids(pid)) > 0"
    )
    ((count,),) = await cursor.fetchall()
    await other.close()
    return bool(count)


async def shared_by_two(servers: str, topic: str) -> bool:
    return await asyncio.to_thread(_shared_by_two, servers, topic)


def _shared_by_two(servers: str, topic: str) -> bool:
    client = topics.admin(servers)
    try:
        group = f"{topic}.{'+'.join(sorted(projection.name for projection in ALL))}"
        found = client.describe_groups([group])[group]
    finally:
        client.close()
    given = [member["member_assignment"] for member in found["members"]]
    return len(given) == 2 and all(g and g["assigned_partitions"] for g in given)
