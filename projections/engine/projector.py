"""Folds a feed into the read models, batch by batch, each in one transaction."""

import asyncio
import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Final, NamedTuple

import psycopg

from domain.codec import Codec
from domain.event_store.connection import connector
from domain.event_store.log import current_epoch
from domain.event_store.transaction import Connection
from domain.failpoints import failpoint
from projections.engine import position
from projections.engine.feed import Feed
from projections.engine.folded import FoldedNotice
from projections.engine.histories import Histories
from projections.engine.log_reader import Read
from projections.engine.projection import Projection
from projections.engine.session import short_session
from projections.engine.writer import Writer

BATCH: Final = 24_000
_AGAIN_S: Final = 0.5
AWAY: Final = (
    psycopg.OperationalError,
    psycopg.InterfaceError,
    psycopg.errors.ReadOnlySqlTransaction,
    psycopg.errors.IdleInTransactionSessionTimeout,
    psycopg.errors.TransactionTimeout,
    OSError,
)
"""PostgreSQL is gone, is a standby for now, or has ended the session of a projector that slept.
Anything else that goes wrong ends the projector."""


class Projector:
    """Keeps some read models up to the log. Two may run at once, because positions are compared.

    A batch is read and decoded once. Each read model then takes it on a connection and in a
    transaction of its own, so that one folds while another's rows travel (ADR 5).
    """

    def __init__(
        self, url: str, feed: Feed, projections: Sequence[Projection[Any]], *, batch: int = BATCH
    ) -> None:
        self._url = url
        self._feed = feed
        self._tracks = [_Track(Writer(projection), feed.codec) for projection in projections]
        self._batch = batch
        self._ahead: _Ahead | None = None
        self._at = 0

    async def run(self, stop: asyncio.Event, *, every_s: float = 0.0) -> None:
        """Follows the feed until ``stop`` is set, also when PostgreSQL is restarted.

        After a batch that was not full it rests for ``every_s``. Much is appended meanwhile,
        and folded in fewer and larger batches, which is far less work. Each batch is told to
        whoever listens.
        """
        notice = FoldedNotice(connector(self._url))
        notice.begin()
        try:
            while not stop.is_set():
                try:
                    folded = await self.step()
                    if folded:
                        notice.say(self._at)
                    else:
                        await self._feed.news()
                        continue
                    if folded < self._batch and every_s:
                        with suppress(TimeoutError):
                            await asyncio.wait_for(stop.wait(), every_s)
                except AWAY:
                    await asyncio.sleep(_AGAIN_S)
                except position.PositionMoved:
                    continue
        finally:
            await notice.end()
            await self.close()

    async def catch_up(self) -> int:
        """Folds until nothing new is found, and returns the number of events."""
        applied = 0
        while step := await self.step():
            applied += step
        return applied

    async def step(self) -> int:
        """Folds one batch into every read model that is behind it, and returns its events.

        It returns 0 when there is nothing new.
        """
        with _uncollected():
            return await self._step()

    async def _step(self) -> int:
        stands = [await track.stands(self._url) for track in self._tracks]
        batch = await self._after(min(stands))
        failpoint("P1")
        if not batch:
            return 0
        histories = Histories(batch, self._feed.codec)
        if len(batch) == self._batch:
            self._read_ahead(batch[-1].position)
        results = await asyncio.gather(
            *(track.take(batch, histories) for track in self._tracks), return_exceptions=True
        )
        for failed in results:
            if isinstance(failed, BaseException):
                raise failed
        self._at = batch[-1].position
        return len(batch)

    def _read_ahead(self, position: int) -> None:
        """Reads the next batch while this one is written, because a full one is seldom the last."""
        task = asyncio.create_task(self._feed.after(position, self._batch))
        self._ahead = _Ahead(position, task)

    async def _after(self, position: int) -> Sequence[Read]:
        ahead, self._ahead = self._ahead, None
        if ahead is None:
            return await self._feed.after(position, self._batch)
        batch = await ahead.batch
        return batch if ahead.position == position else await self._after(position)

    async def close(self) -> None:
        ahead, self._ahead = self._ahead, None
        if ahead:
            ahead.batch.cancel()
            with suppress(asyncio.CancelledError, psycopg.Error, OSError):
                await ahead.batch
        for track in self._tracks:
            await track.drop()
        await self._feed.close()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keeps the collector from a batch, which is many objects without a cycle (ADR 15)."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


class _Ahead(NamedTuple):
    """The batch after a position, which is on its way."""

    position: int
    batch: asyncio.Task[Sequence[Read]]


class _Track:
    """The connection, position and writer of one read model."""

    def __init__(self, writer: Writer[Any], codec: Codec) -> None:
        self._writer = writer
        self._codec = codec
        self._connection: Connection | None = None
        self._epoch = 0
        self._at = 0

    async def stands(self, url: str) -> int:
        """The position, which is read again only after a loss."""
        if self._connection is None or self._connection.closed:
            self._connection = await short_session(url)
            self._epoch = await current_epoch(self._connection)
            name = self._writer.projection.name
            self._at = await position.where(self._connection, name, self._epoch)
        return self._at

    async def take(self, batch: Sequence[Read], histories: Histories) -> None:
        """Folds the part of the batch that lies ahead. ``histories`` are of the whole batch."""
        end = batch[-1].position
        if self._at >= end or self._connection is None:
            return
        if batch[0].position <= self._at:
            histories = Histories((e for e in batch if e.position > self._at), self._codec)
        try:
            async with self._connection.transaction():
                name = self._writer.projection.name
                await position.move(self._connection, name, self._epoch, self._at, end)
                await self._writer.apply(self._connection, histories)
                failpoint("P2")
        except BaseException:
            await self.drop()
            raise
        self._at = end
        self._writer.committed()

    async def drop(self) -> None:
        """Closes the connection, so that everything is read from the database again."""
        self._writer.forget()
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()
