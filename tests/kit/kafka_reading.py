"""What stands on a topic, read with kafka-python from the first record."""

from collections.abc import Sequence
from typing import Any

from kafka import KafkaConsumer, TopicPartition

from projections.engine.partitions import PARTITIONS
from workers.kafka.record import RecordPlace, place
from workers.kafka.selector import ClosingSelector


def records(servers: str, topic: str) -> list[Sequence[Any]]:
    """Every record there is, by partition and in the order of offsets."""
    consumer = KafkaConsumer(
        bootstrap_servers=servers, auto_offset_reset="earliest", selector=ClosingSelector
    )
    try:
        places = [TopicPartition(topic, partition) for partition in range(PARTITIONS)]
        consumer.assign(places)
        ends, begins = consumer.end_offsets(places), consumer.beginning_offsets(places)
        wanted = sum(ends[p] - begins[p] for p in places)
        found: dict[TopicPartition, list[Any]] = {p: [] for p in places}
        while sum(map(len, found.values())) < wanted:
            for p, more in consumer.poll(10_000).items():
                found[p].extend(more)
        return [found[p] for p in places]
    finally:
        consumer.close()


def places_of(partition: Sequence[Any]) -> list[RecordPlace]:
    """Where the records stand. A foreign record stands nowhere."""
    return [found for record in partition if (found := place(record.headers))]
