"""The log on a topic: complete, in order, linked; and going on after whatever stopped it."""

import hashlib
import threading
import uuid

import psycopg
import pytest
from kafka import KafkaProducer
from kafka.errors import MessageSizeTooLargeError
from kafka.partitioner.default import murmur2

from domain.event_store.connection import connect
from domain.event_store.log import last_position
from projections.engine.partitions import PARTITIONS, last_of_each, partition_of
from projections.engine.standing import relays
from tests.kit.kafka_reading import places_of, records
from tests.kit.projected import LIVES, filled
from workers.kafka import topic as topics
from workers.kafka.producer import Producer, Sent
from workers.kafka.record import Stored
from workers.relay import Relay


async def test_every_event_is_on_the_topic_once_in_order_and_linked(
    database_url: str, kafka_servers: str, kafka_topic: str
) -> None:
    await filled(database_url)
    sent = await Relay(database_url, kafka_servers, kafka_topic).catch_up()

    async with await psycopg.AsyncConnection.connect(database_url) as connection:
        cursor = await connection.execute(
            "SELECT notification_id, originator_id, originator_version, topic, state"
            " FROM stored_events ORDER BY 1"
        )
        stored = {row[0]: row[1:] for row in await cursor.fetchall()}
    assert sent == len(stored)
    partitions = records(kafka_servers, kafka_topic)
    seen = 0
    for number, partition in enumerate(partitions):
        previous = 0
        for record in partition:
            (at,) = places_of([record])
            stream, version, name, state = stored[at.position]
            assert (at.epoch, at.previous, at.version) == (1, previous, version)
            assert record.value == state
            assert at.sha256 == hashlib.sha256(state).digest()
            assert (uuid.UUID(bytes=record.key), partition_of(stream)) == (stream, number)
            assert dict(record.headers)["topic"] == name.encode()
            previous = at.position
            seen += 1
    assert seen == len(stored)


async def test_a_relay_that_has_sent_everything_sends_nothing_again(
    database_url: str, kafka_servers: str, kafka_topic: str
) -> None:
    await filled(database_url, LIVES[:3])
    relay = Relay(database_url, kafka_servers, kafka_topic)
    assert await relay.catch_up() > 0
    assert await Relay(database_url, kafka_servers, kafka_topic).catch_up() == 0
    connection = await connect(database_url)
    assert await relays(connection) == {kafka_topic: 0}
    await connection.close()


async def test_a_topic_that_was_made_again_gets_everything_again(
    database_url: str, kafka_servers: str, kafka_topic: str
) -> None:
    await filled(database_url, LIVES[:3])
    sent = await Relay(database_url, kafka_servers, kafka_topic).catch_up()
    client = topics.admin(kafka_servers)
    client.delete_topics([kafka_topic])
    client.close()
    while not topics.create(kafka_servers, kafka_topic):
        pass
    assert await Relay(database_url, kafka_servers, kafka_topic).catch_up() == sent
    assert sum(map(len, records(kafka_servers, kafka_topic))) == sent


async def test_the_last_event_of_each_partition(database_url: str) -> None:
    await filled(database_url)
    connection = await connect(database_url)
    upto = await last_position(connection) // 2
    cursor = await connection.execute(
        "SELECT originator_id, notification_id FROM stored_events"
        " WHERE notification_id <= %s ORDER BY 2",
        (upto,),
    )
    expected = [0] * PARTITIONS
    for stream, position in await cursor.fetchall():
        expected[partition_of(stream)] = position
    assert await last_of_each(connection, upto) == expected
    await connection.close()


def test_partitions_are_those_of_kafkas_own_partitioner() -> None:
    for number in range(1000):
        stream = uuid.uuid5(uuid.NAMESPACE_OID, str(number))
        assert partition_of(stream) == (murmur2(stream.bytes) & 0x7FFFFFFF) % PARTITIONS


def test_our_topic_is_made_once_and_loses_nothing(kafka_servers: str, kafka_topic: str) -> None:
    assert not topics.create(kafka_servers, kafka_topic)
    assert topics.check(kafka_servers, kafka_topic) == []


def test_a_topic_of_defaults_is_refused_or_named(kafka_servers: str) -> None:
    with pytest.raises(topics.TopicUnusable, match="does not exist"):
        topics.check(kafka_servers, "nowhere")
    client = topics.admin(kafka_servers)
    client.create_topics({"three": {"num_partitions": 3}, "week": {"num_partitions": 12}})
    client.wait_for_topics(["three", "week"])
    client.close()
    with pytest.raises(topics.TopicUnusable, match="3 partitions"):
        topics.check(kafka_servers, "three")
    assert any(
        line.startswith("retention.ms=604800000:") for line in topics.check(kafka_servers, "week")
    )


GOOD = {
    "cleanup.policy": "delete",
    "retention.ms": "-1",
    "retention.bytes": "-1",
    "unclean.leader.election.enable": "false",
    "min.insync.replicas": "2",
}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("cleanup.policy", "compact"),
        ("retention.ms", "604800000"),
        ("retention.bytes", "1073741824"),
        ("unclean.leader.election.enable", "true"),
        ("min.insync.replicas", "1"),
    ],
)
def test_each_setting_that_loses_data_is_named(name: str, value: str) -> None:
    assert topics.losing(GOOD, 3, 3) == []
    (line,) = topics.losing({**GOOD, name: value}, 3, 3)
    assert line.startswith(f"{name}={value}:")


def test_fewer_copies_than_brokers_are_named() -> None:
    (line,) = topics.losing(GOOD, 2, 5)
    assert line.startswith("replication factor 2:")


def test_a_producer_of_somebody_else_is_no_event_of_ours(
    kafka_servers: str, kafka_topic: str
) -> None:
    producer = KafkaProducer(bootstrap_servers=kafka_servers)
    producer.send(kafka_topic, b"{}", partition=0, headers=[("nid", b"1")]).get(30)
    producer.close()
    first, *_ = records(kafka_servers, kafka_topic)
    assert len(first) == 1
    assert places_of(first) == []


def test_a_producer_that_fails_halfway_closes_whole(kafka_servers: str, kafka_topic: str) -> None:
    before = set(threading.enumerate())
    producer = Producer(kafka_servers, kafka_topic)
    (sender,) = set(threading.enumerate()) - before
    small, huge = (Stored(uuid.uuid4(), 1, 1, "t", bytes(size)) for size in (1_000, 2_000_000))
    with pytest.raises(MessageSizeTooLargeError):
        producer.send([small, huge], 1, Sent.nothing())
    producer.close()
    assert not sender.is_alive()
