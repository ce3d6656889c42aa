"""Read models fed by Kafka are those fed by the store, whatever happens on the topic."""

import asyncio
from collections.abc import AsyncIterator, Mapping

import pytest
from kafka import KafkaProducer, TopicPartition

from domain.event_store.connection import connect
from domain.event_store.log import last_position
from domain.event_store.store import open_store
from domain.event_store.transaction import Connection
from projections.engine.levelling import follow
from projections.engine.parking import hold
from projections.engine.partitions import partition_of
from projections.engine.position import STORE, FeedDiffers, kafka_feed, where_each
from projections.engine.rebuild import rebuild
from projections.engine.standing import reached, standing
from tests.kit.kafka_reading import records
from tests.kit.projected import ALL, LIVES, digests, filled, project, project_from_kafka
from tests.kit.stored import keep
from tests.kit.waiting import until
from workers.kafka import topic as topics
from workers.kafka.links import NewEpoch
from workers.kafka.projector import KafkaProjector
from workers.kafka.record import Stored, headers
from workers.kafka.sent import stored_after
from workers.relay import Relay

FEW = LIVES[:10]


@pytest.fixture
async def connection(database_url: str) -> AsyncIterator[Connection]:
    connection = await connect(database_url)
    yield connection
    await connection.close()


async def fed_by_the_store(connection: Connection, url: str) -> Mapping[str, str]:
    """The digests of the same events folded from the store into empty tables."""
    await connection.execute(
        "TRUNCATE projections.position, projections.tracking, projections.caseload,"
        " projections.throughput, projections.throughput_figures"
    )
    await project(url)
    return await digests(connection)


async def counts(connection: Connection) -> tuple[int, int]:
    """Records dropped and events repaired, by each of the read models alike."""
    cursor = await connection.execute(
        "SELECT DISTINCT sum(dropped)::int, sum(repaired)::int FROM projections.position"
        " GROUP BY name"
    )
    (same,) = await cursor.fetchall()
    return same[0], same[1]


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


async def test_records_sent_twice_are_dropped(
    database_url: str, kafka_servers: str, kafka_topic: str, connection: Connection
) -> None:
    await filled(database_url, FEW)
    sent = await Relay(database_url, kafka_servers, kafka_topic).catch_up()
    await connection.execute("DELETE FROM relay_position")
    assert await Relay(database_url, kafka_servers, kafka_topic).catch_up() == sent
    await project_from_kafka(database_url, kafka_servers, kafka_topic)
    await until_dropped(connection, database_url, kafka_servers, kafka_topic, sent)
    fed = await digests(connection)
    assert fed == await fed_by_the_store(connection, database_url)


async def until_dropped(
    connection: Connection, url: str, servers: str, topic: str, wanted: int
) -> None:
    """Go on reading to the end of the topic."""
    projector = KafkaProjector(url, servers, topic, ALL)
    try:
        while (await counts(connection))[0] < wanted:
            await projector.step()
    finally:
        await projector.close()
    assert await counts(connection) == (wanted, 0)


async def test_records_that_were_deleted_come_from_the_store(
    database_url: str, kafka_servers: str, kafka_topic: str, connection: Connection
) -> None:
    await filled(database_url, FEW)
    await Relay(database_url, kafka_servers, kafka_topic).catch_up()
    partitions = records(kafka_servers, kafka_topic)
    delete = {
        TopicPartition(kafka_topic, number): len(partition) - 1
        for number, partition in enumerate(partitions)
        if len(partition) > 1
    }
    client = topics.admin(kafka_servers)
    client.delete_records(delete)
    client.close()
    await project_from_kafka(database_url, kafka_servers, kafka_topic)
    assert await counts(connection) == (0, sum(delete.values()))
    fed = await digests(connection)
    assert fed == await fed_by_the_store(connection, database_url)


async def test_a_foreign_record_changes_nothing(
    database_url: str, kafka_servers: str, kafka_topic: str, connection: Connection
) -> None:
    await filled(database_url, FEW)
    producer = KafkaProducer(bootstrap_servers=kafka_servers)
    for number in range(12):
        producer.send(kafka_topic, b'{"x":1}', b"x", partition=number)
    producer.flush()
    await Relay(database_url, kafka_servers, kafka_topic).catch_up()
    producer.send(kafka_topic, b"x", b"", [("nid", b"1")], partition=0).get(30)
    producer.close()
    await project_from_kafka(database_url, kafka_servers, kafka_topic)
    assert (await counts(connection))[1] == 0
    fed = await digests(connection)
    assert fed == await fed_by_the_store(connection, database_url)


async def test_a_damaged_record_stops_its_partition_and_no_other(
    database_url: str, kafka_servers: str, kafka_topic: str, connection: Connection
) -> None:
    await filled(database_url, FEW)
    first, *_ = await stored_after(connection, 0, 1)
    send_ahead(kafka_servers, kafka_topic, first, first._replace(state=b"{}"), epoch=1)
    await Relay(database_url, kafka_servers, kafka_topic).catch_up()
    projector = KafkaProjector(database_url, kafka_servers, kafka_topic, ALL)
    query = (
        "SELECT p.partition FROM projections.position AS p, relay_position AS r"
        " WHERE p.name = 'tracking' AND p.position < r.last[p.partition + 1]"
    )
    behind = set(range(12))
    while behind != {partition_of(first.stream)}:
        await projector.step()
        behind = {row[0] for row in await (await connection.execute(query)).fetchall()}
    for _ in range(3):
        await projector.step()
    await projector.close()
    cursor = await connection.execute("SELECT position FROM projections.position ORDER BY 1")
    assert (await cursor.fetchall())[:3] == [(0,)] * 3
    for projection in ALL:
        await follow(database_url, projection, STORE)
    assert await project(database_url) == 0
    fed = await digests(connection)
    assert fed == await fed_by_the_store(connection, database_url)


async def test_a_record_of_a_later_epoch_ends_the_projector(
    database_url: str, kafka_servers: str, kafka_topic: str, connection: Connection
) -> None:
    await filled(database_url, FEW)
    first, *_ = await stored_after(connection, 0, 1)
    send_ahead(kafka_servers, kafka_topic, first, first, epoch=2)
    with pytest.raises(NewEpoch):
        await KafkaProjector(database_url, kafka_servers, kafka_topic, ALL).run(asyncio.Event())


def send_ahead(servers: str, topic: str, named: Stored, sent: Stored, epoch: int) -> None:
    """What ``sent`` holds under the headers of ``named``, before the relay sends anything."""
    producer = KafkaProducer(bootstrap_servers=servers)
    made = headers(named, epoch, 0)
    producer.send(topic, sent.state, sent.stream.bytes, made, partition_of(sent.stream)).get(30)
    producer.close()


async def test_a_read_model_goes_from_feed_to_feed_and_loses_nothing(
    database_url: str, kafka_servers: str, kafka_topic: str, connection: Connection
) -> None:
    told = LIVES[:20]
    async with open_store(database_url) as store:
        await keep(store, told[:10])
        await project(database_url)
        with pytest.raises(FeedDiffers, match="follows store"):
            await KafkaProjector(database_url, kafka_servers, kafka_topic, ALL).run(asyncio.Event())
        for projection in ALL:
            await follow(database_url, projection, kafka_feed(kafka_topic))
        with pytest.raises(FeedDiffers, match="follows kafka:"):
            await project(database_url)
        await keep(store, told[10:15])
        await Relay(database_url, kafka_servers, kafka_topic).catch_up()
        await project_from_kafka(database_url, kafka_servers, kafka_topic)
        assert (await counts(connection))[1] == 0
        for projection in ALL:
            await follow(database_url, projection, STORE)
        await keep(store, told[15:])
    await project(database_url)
    fed = await digests(connection)
    assert fed == await fed_by_the_store(connection, database_url)


async def test_a_read_model_is_folded_again_beside_the_kafka_feed(
    database_url: str, kafka_servers: str, kafka_topic: str, connection: Connection
) -> None:
    async with open_store(database_url) as store:
        await keep(store, LIVES[:10])
        await Relay(database_url, kafka_servers, kafka_topic).catch_up()
        await project_from_kafka(database_url, kafka_servers, kafka_topic)
        for projection in ALL:
            before, after = await rebuild(database_url, projection)
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
            first = KafkaProjector(database_url, kafka_servers, kafka_topic, ALL)
            tasks.create_task(first.run(stop))
            await until(lambda: blocked(database_url), 60)
            second = KafkaProjector(database_url, kafka_servers, kafka_topic, ALL)
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
        group = f"{topic}.caseload+throughput+tracking"
        found = client.describe_groups([group])[group]
    finally:
        client.close()
    given = [member["member_assignment"] for member in found["members"]]
    return len(given) == 2 and all(g and g["assigned_partitions"] for g in given)
