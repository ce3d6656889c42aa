"""A producer, and the ends of a topic. Both block, so they belong in a thread."""

from collections.abc import Sequence
from contextlib import suppress
from typing import Final, NamedTuple

from kafka import KafkaConsumer, KafkaProducer, TopicPartition
from kafka.errors import KafkaError

from domain.failpoints import failpoint
from projections.engine.partitions import PARTITIONS, partition_of
from workers.kafka.record import Stored, headers
from workers.kafka.selector import ClosingSelector

_ACKNOWLEDGED_WITHIN_S: Final = 60.0


class Lost(Exception):
    """The topic lacks what it has acknowledged, because it was made again or restored."""


class Sent(NamedTuple):
    """For each partition, the position of the last event sent and its acknowledged offset."""

    last: list[int]
    offsets: list[int]

    @classmethod
    def nothing(cls) -> "Sent":
        return cls([0] * PARTITIONS, [-1] * PARTITIONS)


class QuietProducer(KafkaProducer):
    """A producer that is thrown away in silence.

    kafka-python closes it once more then. If the broker is still away, Python would print the
    error that nobody can catch.
    """

    def __del__(self) -> None:
        with suppress(KafkaError):
            super().__del__()


class Producer:
    """Sends in order and without repetition as long as it lives. After an error make another."""

    def __init__(self, servers: str, topic: str) -> None:
        self._topic = topic
        self._producer = QuietProducer(
            bootstrap_servers=servers.split(","),
            acks="all",
            enable_idempotence=True,
            max_in_flight_requests_per_connection=5,
            delivery_timeout_ms=30_000,
            request_timeout_ms=10_000,
            max_block_ms=10_000,
            bootstrap_timeout_ms=5_000,
            batch_size=262_144,
            metrics_enabled=False,
            selector=ClosingSelector,
        )

    def send(self, events: Sequence[Stored], epoch: int, before: Sent) -> Sent:
        """Sends events, and says where the topic stands when all are acknowledged.

        Raises ``KafkaError`` or :class:`Lost`.
        """
        last, offsets = list(before.last), list(before.offsets)
        futures = []
        for event in events:
            partition = partition_of(event.stream)
            futures.append(
                self._producer.send(
                    self._topic,
                    event.state,
                    event.stream.bytes,
                    headers(event, epoch, last[partition]),
                    partition,
                )
            )
            last[partition] = event.position
        failpoint("R2")
        self._producer.flush(_ACKNOWLEDGED_WITHIN_S)
        for future in futures:
            found = future.get(_ACKNOWLEDGED_WITHIN_S)
            if found.offset <= offsets[found.partition]:
                raise Lost
            offsets[found.partition] = found.offset
        return Sent(last, offsets)

    def close(self) -> None:
        """Closes when all that is under way is acknowledged or has expired.

        kafka-python flushes first, even with a timeout of 0. If that fails, its thread and its
        sockets live on.
        """
        self._producer.close(timeout=_ACKNOWLEDGED_WITHIN_S, null_logger=True)


def ends(servers: str, topic: str) -> list[int]:
    """The offset after the last record of each partition."""
    consumer = KafkaConsumer(
        bootstrap_servers=servers.split(","),
        bootstrap_timeout_ms=5_000,
        metrics_enabled=False,
        selector=ClosingSelector,
    )
    try:
        places = [TopicPartition(topic, partition) for partition in range(PARTITIONS)]
        found = consumer.end_offsets(places, timeout_ms=10_000)
        return [found[place] for place in places]
    finally:
        consumer.close(autocommit=False)
