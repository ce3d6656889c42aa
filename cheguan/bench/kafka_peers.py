"""The peer: kafka-python's own producer and consumer on the same values, and nothing else."""

import time
from collections.abc import Sequence
from typing import Final

from kafka import KafkaConsumer, KafkaProducer, TopicPartition

from projections.engine.partitions import PARTITIONS, partition_of
from workers.kafka.record import Stored, headers

_WAIT_MS: Final = 10_000


def produce(
    servers: str, topic: str, events: Sequence[Stored], *, with_headers: bool = False
) -> float:
    """Seconds until all brokers have acknowledged all values, with five requests under way.

    The values travel in order. They have our headers, made beforehand, or none.
    """
    producer = KafkaProducer(
        bootstrap_servers=servers.split(","),
        acks="all",
        enable_idempotence=True,
        max_in_flight_requests_per_connection=5,
        batch_size=262_144,
        metrics_enabled=False,
    )
    made = [headers(event, 1, 0) if with_headers else [] for event in events]
    started = time.perf_counter()
    for event, its in zip(events, made, strict=True):
        partition = partition_of(event.stream)
        producer.send(topic, event.state, event.stream.bytes, its, partition)
    producer.flush()
    took = time.perf_counter() - started
    producer.close()
    return took


def consume(servers: str, topic: str, wanted: int) -> float:
    """Seconds from the first poll until so many values have come."""
    consumer = KafkaConsumer(bootstrap_servers=servers.split(","))
    consumer.assign([TopicPartition(topic, number) for number in range(PARTITIONS)])
    consumer.seek_to_beginning()
    started, found = time.perf_counter(), 0
    while found < wanted:
        found += sum(map(len, consumer.poll(_WAIT_MS, max_records=4_000).values()))
    took = time.perf_counter() - started
    consumer.close()
    return took
