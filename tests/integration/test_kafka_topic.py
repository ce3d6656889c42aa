"""Whatever records stand on the topic, the read models are those fed by the store."""

import asyncio

import pytest
from kafka import KafkaProducer, TopicPartition

from domain.aggregates import CODEC
from domain.event_store.transaction import Connection
from projections.engine.partition_level import follow
from projections.engine.partitions import partition_of
from projections.engine.position import STORE
from tests.kit.kafka_fed import counts, fed_by_the_store
from tests.kit.kafka_reading import records
from tests.kit.projected import ALL, LIVES, digests, filled, project, project_from_kafka
from workers.kafka import topic as topics
from workers.kafka.links import NewEpoch
from workers.kafka.projector import KafkaProjector
from workers.kafka.record import Stored, headers
from workers.kafka.sent import stored_after
from workers.relay import Relay

FEW = LIVES[:10]


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
    projector = KafkaProjector(url, servers, topic, CODEC, ALL)
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
    projector = KafkaProjector(database_url, kafka_servers, kafka_topic, CODEC, ALL)
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
        await follow(database_url, projection, CODEC, STORE)
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
        await KafkaProjector(database_url, kafka_servers, kafka_topic, CODEC, ALL).run(
            asyncio.Event()
        )


def send_ahead(servers: str, topic: str, named: Stored, sent: Stored, epoch: int) -> None:
    """What ``sent`` holds under the headers of ``named``, before the relay sends anything."""
    producer = KafkaProducer(bootstrap_servers=servers)
    made = headers(named, epoch, 0)
    producer.send(topic, sent.state, sent.stream.bytes, made, partition_of(sent.stream)).get(30)
    producer.close()
