"""Readers that are not ours make sense of our records."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import pytest
from cloudevents.v1.kafka import KafkaMessage, from_binary
from confluent_kafka import OFFSET_BEGINNING, Consumer, Message, TopicPartition

from domain.aggregates import CODEC
from domain.event_store.connection import connect
from domain.event_store.log import read_log
from domain.recorded_event import RecordedEvent, topic
from projections.engine.partitions import PARTITIONS
from tests.kit.projected import LIVES, filled
from workers.relay import Relay


@pytest.fixture
async def stored(
    database_url: str, kafka_servers: str, kafka_topic: str
) -> Mapping[int, RecordedEvent]:
    """A few cases, on the topic too; by position."""
    await filled(database_url, LIVES[:5])
    await Relay(database_url, kafka_servers, kafka_topic).catch_up()
    connection = await connect(database_url)
    log = await read_log(connection, CODEC, 0, 10_000)
    await connection.close()
    return {recorded.position: recorded for recorded in log}


def consumed(servers: str, name: str, wanted: int) -> list[Message]:
    """With librdkafka, an independent client."""
    consumer = Consumer({"bootstrap.servers": servers, "group.id": "another"})
    consumer.assign([TopicPartition(name, p, OFFSET_BEGINNING) for p in range(PARTITIONS)])
    messages: list[Message] = []
    while len(messages) < wanted:
        messages += consumer.consume(wanted, 30)
    consumer.close()
    return messages


def headers_of(message: Message) -> dict[str, Any]:
    return dict(message.headers() or [])


def test_an_independent_client_reads_every_event(
    stored: Mapping[int, RecordedEvent], kafka_servers: str, kafka_topic: str
) -> None:
    seen = {}
    for message in consumed(kafka_servers, kafka_topic, len(stored)):
        assert not message.error()
        seen[int.from_bytes(headers_of(message)["nid"], "big")] = UUID(bytes=message.key())
    assert seen == {position: recorded.stream for position, recorded in stored.items()}


def test_the_library_of_cloudevents_reads_our_records(
    stored: Mapping[int, RecordedEvent], kafka_servers: str, kafka_topic: str
) -> None:
    for message in consumed(kafka_servers, kafka_topic, len(stored)):
        headers = headers_of(message)
        event = from_binary(KafkaMessage(headers, message.key(), message.value() or b""))
        recorded = stored[int.from_bytes(headers["nid"], "big")]
        assert event["id"] == f"1-{recorded.position}"
        assert event["source"] == "urn:cheguan:events"
        assert event["type"] == f"cheguan.{topic(recorded.event)}"
        assert event["subject"] == str(recorded.stream)
        assert event["specversion"] == "1.0"
        assert event["datacontenttype"] == "application/json"
        assert event.data["event"]["type"] == topic(recorded.event)
        assert event.data["at"] == event["time"]
