"""Faults of what stands on the topic."""

import asyncio
import time
from collections.abc import Sequence
from typing import Any, Final

from kafka import KafkaProducer, TopicPartition

from tests.faults.arena import Arena, Kafka
from tests.faults.kafka_state import counts, kafka, relayed
from tests.faults.scenario import Scenario
from tests.faults.sizes import FULL
from tests.kit.kafka_reading import records
from tests.kit.waiting import until
from workers.kafka.topic import admin, create

_BETWEEN: Final = 25
_TWICE: Final = 1_000 if FULL else 100


async def _topic_made_again(arena: Arena, faults: int) -> None:
    for _ in range(faults):
        await arena.load.more(_BETWEEN)
        await asyncio.to_thread(make_again, kafka(arena))
        arena.struck()
        await arena.load.more(_BETWEEN)
        await relayed(arena, 90)
        await arena.folded(90)


async def _records_deleted(arena: Arena, faults: int) -> None:
    """No projector runs, and what it would have read next is deleted."""
    for _ in range(faults):
        await arena.projector.kill()
        await arena.load.more(_BETWEEN)
        await relayed(arena)
        _, repaired = await counts(arena)
        await asyncio.to_thread(delete_all, kafka(arena))
        arena.projector.start()
        await arena.load.more(_BETWEEN)
        await arena.folded(60)
        _, now = await counts(arena)
        arena.struck(now > repaired, "nothing was repaired")


async def _sent_twice(arena: Arena, faults: int) -> None:
    for _ in range(faults):
        await arena.load.more(_BETWEEN)
        await arena.folded(60)
        dropped, _ = await counts(arena)
        sent = await asyncio.to_thread(send_twice, kafka(arena))

        async def all_dropped(wanted: int = dropped + sent) -> bool:
            return (await counts(arena))[0] >= wanted

        await until(all_dropped, 60)
        arena.struck(sent > 0, "nothing was sent twice")


async def _foreign_records(arena: Arena, faults: int) -> None:
    for _ in range(faults):
        await asyncio.to_thread(send_foreign, kafka(arena))
        arena.struck()
        await arena.load.more(_BETWEEN)
        await arena.folded(60)


def make_again(place: Kafka) -> None:
    place.made_again = True
    client = admin(place.cluster.bootstrap_servers)
    client.delete_topics([place.topic])
    client.close()
    while not create(place.cluster.bootstrap_servers, place.topic):
        time.sleep(0.05)


def delete_all(place: Kafka) -> None:
    found = records(place.cluster.bootstrap_servers, place.topic)
    ends = {
        TopicPartition(place.topic, number): partition[-1].offset + 1
        for number, partition in enumerate(found)
        if partition
    }
    client = admin(place.cluster.bootstrap_servers)
    client.delete_records(ends)
    client.close()
    place.lacks_records = True


def send_twice(place: Kafka) -> int:
    found = records(place.cluster.bootstrap_servers, place.topic)
    again = sorted((r for partition in found for r in partition), key=lambda r: r.timestamp)
    return _send(place, again[-_TWICE:])


def _send(place: Kafka, copied: Sequence[Any]) -> int:
    producer = KafkaProducer(bootstrap_servers=place.cluster.bootstrap_servers)
    for record in copied:
        made = list(record.headers)
        producer.send(place.topic, record.value, record.key, made, record.partition)
    producer.flush()
    producer.close()
    return len(copied)


def send_foreign(place: Kafka) -> None:
    producer = KafkaProducer(bootstrap_servers=place.cluster.bootstrap_servers)
    for partition in range(12):
        producer.send(place.topic, b"\xff{", b"somebody", [("nid", b"?")], partition)
        producer.send(place.topic, None, b"\0" * 16, [], partition)
    producer.flush()
    producer.close()


TOPIC: Final[Sequence[Scenario]] = (
    Scenario("records sent twice", "All are dropped.", _sent_twice, 5, 1),
    Scenario("foreign records", "On every partition.", _foreign_records, 5, 1),
    Scenario("topic made again", "Deleted and made again under load.", _topic_made_again, 5),
    Scenario("records deleted", "Before anybody has read them.", _records_deleted, 5, 1),
)
