"""A member of a consumer group, in a thread of its own. Its user keeps the offsets."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any, Final, NamedTuple, TypeVar

from kafka import ConsumerRebalanceListener, KafkaConsumer, OffsetAndMetadata, TopicPartition
from kafka.coordinator.assignors.cooperative_sticky import CooperativeStickyAssignor
from kafka.errors import (
    KafkaError,
    LogTruncationError,
    NoOffsetForPartitionError,
    OffsetOutOfRangeError,
)

from domain.failpoints import failpoint
from workers.kafka.selector import ClosingSelector

POLL_S: Final = 0.5
_SESSION_S: Final = 10
_Result = TypeVar("_Result")


class Polled(NamedTuple):
    """Records by partition, and the newly assigned partitions, which wait for an offset."""

    records: Mapping[int, Sequence[Any]]
    fresh: frozenset[int]


class Consumer:
    """Reads the partitions that the group gives it. :meth:`start` says where each begins."""

    def __init__(self, servers: str, topic: str, group: str, most: int) -> None:
        self._topic = topic
        self._most = most
        self._thread = ThreadPoolExecutor(1, "kafka")
        self._settings: dict[str, Any] = {
            "bootstrap_servers": servers.split(","),
            "group_id": group,
            "enable_auto_commit": False,
            "auto_offset_reset": "none",
            "partition_assignment_strategy": [CooperativeStickyAssignor],
            "session_timeout_ms": _SESSION_S * 1000,
            "heartbeat_interval_ms": 2_000,
            "max_poll_interval_ms": 60_000,
            "max_poll_records": most,
            "fetch_max_wait_ms": 100,
            "metadata_max_age_ms": 5_000,
            "bootstrap_timeout_ms": 5_000,
            "reconnect_backoff_max_ms": 1_000,
            "metrics_enabled": False,
            "selector": ClosingSelector,
        }
        self._consumer: KafkaConsumer | None = None
        self._assigned = _Assigned()

    async def poll(self) -> Polled:
        """Returns what has come, after half a second at the latest. Raises ``KafkaError``."""
        return await self._does(self._poll)

    async def start(self, offsets: Mapping[int, int]) -> None:
        """Begins to read these partitions, each from its offset."""
        await self._does(lambda: self._start(offsets))

    async def pause(self, partition: int) -> None:
        """Reads no more of the partition until it is assigned again."""
        await self._does(lambda: self._pause([partition]))

    async def stay(self) -> None:
        """Stays a member of the group without reading on."""
        await self._does(self._stay)

    async def begin_again(self) -> None:
        """Treats every partition as newly assigned, so that its offset has to be given again."""
        await self._does(self._begin_again)

    async def show(self, offsets: Mapping[int, int]) -> None:
        """Shows Kafka's own tools how far the reader is. Nothing reads it back."""
        await self._does(lambda: self._show(offsets))

    async def close(self) -> None:
        """Leaves the group."""
        await self._does(self._close)
        self._thread.shutdown()

    async def _does(self, work: Callable[[], _Result]) -> _Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    def _poll(self) -> Polled:
        if self._consumer is None:
            self._consumer = KafkaConsumer(**self._settings)
            self._assigned = _Assigned(self._consumer)
            self._consumer.subscribe([self._topic], listener=self._assigned)
        records: Mapping[TopicPartition, Sequence[Any]] = {}
        try:
            records = self._consumer.poll(int(POLL_S * 1000), max_records=self._most)
        except OffsetOutOfRangeError as beyond:
            self._consumer.seek_to_beginning(*beyond.args[0])
        except LogTruncationError as cut:
            self._consumer.seek_to_beginning(*cut.divergent_offsets)
        except NoOffsetForPartitionError:
            pass
        fresh = frozenset(self._assigned.fresh)
        return Polled({p.partition: r for p, r in records.items()}, fresh)

    def _start(self, offsets: Mapping[int, int]) -> None:
        assert self._consumer
        for partition, offset in offsets.items():
            place = TopicPartition(self._topic, partition)
            if place in self._consumer.assignment():
                self._consumer.seek(place, offset)
                self._consumer.resume(place)
            self._assigned.fresh.discard(partition)

    def _pause(self, partitions: Sequence[int]) -> None:
        assert self._consumer
        self._consumer.pause(*(TopicPartition(self._topic, p) for p in partitions))

    def _stay(self) -> None:
        assert self._consumer
        reading = self._consumer.assignment() - self._consumer.paused()
        self._consumer.pause(*reading)
        self._consumer.poll(int(POLL_S * 1000))
        self._consumer.resume(*(reading & self._consumer.assignment()))

    def _begin_again(self) -> None:
        if self._consumer:
            assigned = self._consumer.assignment()
            self._consumer.pause(*assigned)
            self._assigned.fresh = {place.partition for place in assigned}

    def _show(self, offsets: Mapping[int, int]) -> None:
        assert self._consumer
        places = {
            TopicPartition(self._topic, p): OffsetAndMetadata(o, "", -1) for p, o in offsets.items()
        }
        with suppress(KafkaError, AssertionError):
            self._consumer.commit_async(places)

    def _close(self) -> None:
        consumer, self._consumer = self._consumer, None
        if consumer:
            with suppress(KafkaError):
                consumer.close(autocommit=False, timeout_ms=5_000)


class _Assigned(ConsumerRebalanceListener):  # type: ignore[misc]  # kafka-python has no types
    """Holds a newly assigned partition until somebody says at which offset to begin."""

    def __init__(self, consumer: Any = None) -> None:
        self._consumer = consumer
        self.fresh: set[int] = set()

    def on_partitions_assigned(self, assigned: Sequence[TopicPartition]) -> None:
        for place in assigned:
            self._consumer.seek(place, 0)
            self._consumer.pause(place)
        self.fresh |= {place.partition for place in assigned}

    def on_partitions_revoked(self, revoked: Sequence[TopicPartition]) -> None:
        failpoint("P4")
        self.fresh -= {place.partition for place in revoked}

    def on_partitions_lost(self, lost: Sequence[TopicPartition]) -> None:
        self.fresh -= {place.partition for place in lost}
