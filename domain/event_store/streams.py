"""Reading one stream, many at a time.

Loads that arrive while a read is under way share the next one, as appends share
a commit; an officer's command never blocks the loop on a round trip of its own.
"""

import asyncio
from typing import Final
from uuid import UUID

import msgspec
import psycopg

from domain.event_store import arrays
from domain.event_store.appender import Connect
from domain.event_store.pending import StoreUnavailable
from domain.event_store.transaction import Connection
from domain.recorded_event import RecordedEvent, decode

_SELECT: Final = """
SELECT originator_id, originator_version, notification_id, state
FROM stored_events WHERE originator_id = ANY(%b)
ORDER BY originator_id, originator_version"""

_BATCH_MAX: Final = 256

_Row = tuple[int, int, bytes]


class StreamReader:
    """Answers :meth:`load`; :meth:`run` is its task."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect
        self._connection: Connection | None = None
        self._wanted: dict[UUID, asyncio.Future[tuple[RecordedEvent, ...]]] = {}
        self._work = asyncio.Event()
        self._closing = False

    async def load(self, stream: UUID) -> tuple[RecordedEvent, ...]:
        """The stream's events in order, empty if there is none.

        A read that is already under way is not joined: what was committed before the
        call is always seen. Raises :class:`StoreUnavailable`.
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
        if self._connection is not None:
            await self._connection.close()

    def close(self) -> None:
        self._closing = True
        self._work.set()

    async def _read(self) -> None:
        batch = dict(list(self._wanted.items())[:_BATCH_MAX])
        for stream in batch:
            del self._wanted[stream]
        histories: dict[UUID, list[_Row]] = {stream: [] for stream in batch}
        try:
            if self._connection is None or self._connection.closed:
                self._connection = await self._connect()
            cursor = await self._connection.execute(
                _SELECT, (arrays.uuids(batch),), prepare=True, binary=True
            )
            rows = await cursor.fetchall()
        except (psycopg.Error, OSError) as lost:
            if self._connection is not None:
                await self._connection.close()
            for future in batch.values():
                if not future.cancelled():
                    future.set_exception(StoreUnavailable(type(lost).__name__))
            return
        for stream, version, position, state in rows:
            histories[stream].append((version, position, state))
        for stream, future in batch.items():
            if future.cancelled():
                continue
            try:
                future.set_result(_decoded(stream, histories[stream]))
            except msgspec.DecodeError as unreadable:
                future.set_exception(unreadable)


def _decoded(stream: UUID, rows: list[_Row]) -> tuple[RecordedEvent, ...]:
    return tuple(
        RecordedEvent(stream, version, position, decode(state)) for version, position, state in rows
    )
