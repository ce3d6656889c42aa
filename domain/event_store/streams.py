"""Reads single streams, many of them at a time.

Loads that arrive while a read is under way share the next one, as appends share a commit.
So a command never blocks the loop on a round trip of its own.
"""

import asyncio
import logging
from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

import msgspec
import psycopg

from domain.codec import Codec
from domain.event_store import arrays
from domain.event_store.connection import Connect
from domain.event_store.liveness import cut_after, usable
from domain.event_store.pending import StoreUnavailable
from domain.event_store.transaction import Connection
from domain.event_store.unreadable import StreamUnreadable
from domain.recorded_event import RecordedEvent

_SELECT: Final = """
SELECT originator_id, originator_version, notification_id, state
FROM stored_events WHERE originator_id = ANY(%b)
ORDER BY originator_id, originator_version"""

_BATCH_MAX: Final = 256
_LONGEST_S: Final = 5.0
_log: Final = logging.getLogger(__name__)

_Row = tuple[int, int, bytes]
_Future = asyncio.Future[tuple[RecordedEvent, ...]]


class StreamReader:
    """Answers :meth:`load`, as long as its task :meth:`run` runs."""

    def __init__(self, connect: Connect, codec: Codec) -> None:
        self._connect = connect
        self._codec = codec
        self._connection: Connection | None = None
        self._wanted: dict[UUID, _Future] = {}
        self._work = asyncio.Event()
        self._closing = False

    async def load(self, stream: UUID) -> tuple[RecordedEvent, ...]:
        """Returns the stream's events in order, none if nothing ever happened to it.

        A read that is already under way is not joined, so what was committed before the
        call is always seen. Raises :class:`StoreUnavailable`, and for a stream with an event
        that cannot be read :class:`StreamUnreadable`, which concerns no other stream.
        """
        if self._closing:
            raise StoreUnavailable("ReaderStopped")
        future = self._wanted.get(stream)
        if future is None:
            future = self._wanted[stream] = asyncio.get_running_loop().create_future()
            self._work.set()
        return await asyncio.shield(future)

    async def run(self) -> None:
        while not self._closing:
            await self._work.wait()
            while self._wanted:
                await self._read()
            self._work.clear()
        await self._drop()

    def close(self) -> None:
        self._closing = True
        self._work.set()

    async def _read(self) -> None:
        batch = dict(list(self._wanted.items())[:_BATCH_MAX])
        for stream in batch:
            del self._wanted[stream]
        try:
            histories = await self._rows(batch)
        except (psycopg.Error, OSError) as lost:
            await self._drop()
            _fail(batch, StoreUnavailable(type(lost).__name__))
            return
        except BaseException:
            _fail(batch, StoreUnavailable("ReaderStopped"))
            raise
        for stream, future in batch.items():
            if future.cancelled():
                continue
            try:
                future.set_result(_decoded(self._codec, stream, histories[stream]))
            except StreamUnreadable as unreadable:
                future.set_exception(unreadable)

    async def _rows(self, streams: Iterable[UUID]) -> dict[UUID, list[_Row]]:
        if not usable(self._connection):
            await self._drop()
            self._connection = await self._connect()
        assert self._connection is not None
        histories: dict[UUID, list[_Row]] = {stream: [] for stream in streams}
        with cut_after(self._connection, _LONGEST_S):
            cursor = await self._connection.execute(
                _SELECT, (arrays.uuids(histories),), prepare=True, binary=True
            )
            for stream, version, position, state in await cursor.fetchall():
                histories[stream].append((version, position, state))
        return histories

    async def _drop(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()


def _fail(batch: Mapping[UUID, _Future], failure: Exception) -> None:
    for future in batch.values():
        if not future.done():
            future.set_exception(failure)


def _decoded(codec: Codec, stream: UUID, rows: list[_Row]) -> tuple[RecordedEvent, ...]:
    """The history of one stream. The log gets the kind of a failure and not its text."""
    history: list[RecordedEvent] = []
    for version, position, state in rows:
        try:
            recorded = RecordedEvent(stream, version, position, codec.decode(state))
            if history and not codec.of_one_kind(history[0].event, recorded.event):
                raise TypeError(recorded.event)
        except (msgspec.MsgspecError, UnicodeDecodeError, TypeError) as failure:
            _log.error(
                "stream %s cannot be read from version %d (position %d) on: %s",
                *(stream, version, position, type(failure).__name__),
            )
            raise StreamUnreadable(stream, history, version, len(rows)) from None
        history.append(recorded)
    return tuple(history)
