"""Folds a topic into the read models, each batch in one transaction with its positions.

Correctness does not rest on Kafka (ADR 11). A record counts only if it follows what was
applied last in its partition, and what is missing comes from the store. Several projectors
share the partitions. One that has lost a partition and does not know it changes nothing,
because positions move by compare-and-set.
"""

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

import psycopg
from kafka.errors import KafkaError

from domain.codec import Codec
from domain.event_store.connection import connect, connector
from domain.event_store.log import current_epoch
from domain.event_store.transaction import Connection
from domain.failpoints import failpoint
from projections.engine import position
from projections.engine.folded import FoldedNotice
from projections.engine.histories import Histories
from projections.engine.log_reader import decoded, read_partition
from projections.engine.position import kafka_feed
from projections.engine.projection import Projection
from projections.engine.projector import AWAY
from projections.engine.writer import Writer
from workers.kafka.consumer import Consumer, Polled
from workers.kafka.links import judge
from workers.kafka.track import TakenRecords, Track

BATCH: Final = 4_000
_REPAIR: Final = 16_000
"""How many events of the log one repair reads."""
_AGAIN_S: Final = 0.5
_SILENT_S: Final = 1.0
"""Seconds after which a batch that waits, perhaps for a lock, shows the group that it lives."""
_log: Final = logging.getLogger(__name__)


class KafkaProjector:
    """Keeps some projections up to a topic, in the partitions that the group gives it."""

    def __init__(
        self,
        url: str,
        servers: str,
        topic: str,
        codec: Codec,
        projections: Sequence[Projection[Any]],
        *,
        batch: int = BATCH,
    ) -> None:
        names = "+".join(sorted(projection.name for projection in projections))
        self._url = url
        self._codec = codec
        self._consumer = Consumer(servers, topic, f"{topic}.{names}", batch)
        self._tracks = [Track(Writer(p), codec, kafka_feed(topic)) for p in projections]
        self._last: dict[int, int] = {}
        self._store: Connection | None = None
        self._epoch = 0
        self._ahead: asyncio.Task[Polled] | None = None

    async def run(self, stop: asyncio.Event) -> None:
        """Follows the topic until ``stop`` is set, also when PostgreSQL or Kafka is restarted."""
        notice = FoldedNotice(connector(self._url))
        notice.begin()
        try:
            while not stop.is_set():
                try:
                    if await self.step():
                        notice.say(max(self._last.values()))
                except position.PositionMoved:
                    await self._begin_again()
                except (*AWAY, KafkaError) as error:
                    _log.warning("projector: %s", type(error).__name__)
                    await self._begin_again()
                    await asyncio.sleep(_AGAIN_S)
        finally:
            await notice.end()
            await self.close()

    async def step(self) -> int:
        """Folds one batch into every read model, and returns the number of events.

        It is 0 when nothing has come for half a second.
        """
        polled = await self._polled()
        failpoint("P1")
        if polled.fresh:
            await self._begin(polled.fresh)
        batch = [
            await self._take(partition, records)
            for partition, records in sorted(polled.records.items())
            if partition not in polled.fresh and partition in self._last
        ]
        self._ahead = asyncio.create_task(self._consumer.poll())
        if batch:
            await self._apply(batch)
        return sum(len(taken.events) for taken in batch)

    async def _apply(self, batch: Sequence[TakenRecords]) -> None:
        histories = Histories((event for taken in batch for event in taken.events), self._codec)
        taking = asyncio.gather(
            *(track.take(batch, histories) for track in self._tracks), return_exceptions=True
        )
        while not (await asyncio.wait({taking}, timeout=_SILENT_S))[0]:
            if self._ahead and self._ahead.done():
                with suppress(KafkaError):
                    await self._consumer.stay()
        for failed in taking.result():
            if isinstance(failed, BaseException):
                raise failed
        failpoint("P3")
        for taken in batch:
            self._last[taken.partition] = taken.new
        await self._consumer.show({taken.partition: taken.next_offset for taken in batch})

    async def _take(self, partition: int, records: Sequence[Any]) -> TakenRecords:
        """Returns what can be applied of the records, with what is missing before them."""
        old = self._last[partition]
        judged = judge(records, self._epoch, old)
        if judged.damaged:
            _log.error("partition %d stops at offset %d: damaged", partition, judged.next_offset)
            await self._consumer.pause(partition)
        taken = TakenRecords(
            partition,
            old,
            judged.last,
            judged.next_offset,
            judged.dropped,
            0,
            decoded(self._codec, judged.rows),
        )
        return await self._repaired(taken, judged.gap_at) if judged.gap_at else taken

    async def _repaired(self, taken: TakenRecords, gap_at: int) -> TakenRecords:
        """Adds from the store what is missing before a record, and the record's own event.

        If more is missing than one repair reads, the record is read again.
        """
        events, reached = await read_partition(
            await self._connected(), self._codec, taken.partition, taken.new, gap_at, _REPAIR
        )
        next_offset = taken.next_offset + (reached == gap_at)
        await self._consumer.start({taken.partition: next_offset})
        return taken._replace(
            new=reached,
            next_offset=next_offset,
            repaired=sum(event.position != gap_at for event in events),
            events=[*taken.events, *events],
        )

    async def _begin(self, fresh: frozenset[int]) -> None:
        """Begins to read these partitions where the read model stands that is furthest behind."""
        self._epoch = await current_epoch(await self._connected())
        for track in self._tracks:
            await track.stands(self._url, self._epoch)
        stand = {p: [track.at[p] for track in self._tracks] for p in fresh}
        self._last |= {p: min(at.position for at in each) for p, each in stand.items()}
        await self._consumer.start({p: min(at.next_offset for at in stand[p]) for p in fresh})

    async def _begin_again(self) -> None:
        """Forgets whatever is under way."""
        await self._forget()
        await self._consumer.begin_again()

    async def _polled(self) -> Polled:
        ahead, self._ahead = self._ahead, None
        return await (ahead or self._consumer.poll())

    async def _connected(self) -> Connection:
        if self._store is None or self._store.closed:
            self._store = await connect(self._url)
        return self._store

    async def _forget(self) -> None:
        ahead, self._ahead = self._ahead, None
        if ahead:
            await asyncio.gather(ahead, return_exceptions=True)
        self._last.clear()
        for track in self._tracks:
            await track.drop()
        store, self._store = self._store, None
        if store:
            with suppress(psycopg.Error):
                await store.close()

    async def close(self) -> None:
        await self._forget()
        await self._consumer.close()
