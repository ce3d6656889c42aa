"""The event store as the rest of the system sees it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final, Protocol
from uuid import UUID

import psycopg

from domain.event_store.announcer import Announcer
from domain.event_store.appender import Appender, carried_out
from domain.event_store.connection import connector, refuse_database_functions
from domain.event_store.guard import Guard, guarding
from domain.event_store.log import LAST_POSITION
from domain.event_store.pending import (
    Answer,
    OutcomeUnknown,
    Pending,
    Replayed,
)
from domain.event_store.questions import Questions
from domain.event_store.streams import StreamReader
from domain.recorded_event import RecordedEvent

_LOGGED: Final = """
SELECT request_sha256, position, outcome FROM command_log WHERE command_id = %s"""


class EventStore(Protocol):
    """What :class:`domain.casework.Casework` needs of a store."""

    async def append(self, pending: Pending) -> Answer: ...
    async def load(self, stream: UUID) -> tuple[RecordedEvent, ...]: ...
    async def logged(self, command_id: UUID) -> Replayed | None: ...


class PostgresEventStore:
    """Group-committed appends, shared reads, and the command log of one PostgreSQL."""

    def __init__(
        self, url: str, *, queue_max: int, batch_max: int, guard: Guard | None = None
    ) -> None:
        self._guard = guard
        self._connect = connector(url)
        self._writing = guard.checked(self._connect) if guard else self._connect
        self._announcer = Announcer(self._connect)
        self._appender = Appender(
            self._writing,
            queue_max=queue_max,
            batch_max=batch_max,
            committed=self._announcer.wake,
        )
        self._reader = StreamReader(self._connect)
        self._questions = Questions(self._connect)

    async def append(self, pending: Pending) -> Answer:
        if self._guard:
            return await self._guard.append(self._appender.append, pending)
        return await self._appender.append(pending)

    async def load(self, stream: UUID) -> tuple[RecordedEvent, ...]:
        return await self._reader.load(stream)

    async def logged(self, command_id: UUID) -> Replayed | None:
        """What the command log says now. Raises :class:`StoreUnavailable`."""
        rows = await self._questions.rows(_LOGGED, (command_id,))
        return Replayed(*rows[0]) if rows else None

    async def carried_out(self, command_id: UUID) -> Replayed | None:
        """What the command came to, or None when it never will have been carried out.

        Waits for appends in flight. Raises :class:`OutcomeUnknown` if the store is away, or
        was restored and may have lost the command.
        """
        try:
            connection = await self._writing()
            try:
                return (await carried_out(connection, [command_id])).get(command_id)
            finally:
                await connection.close()
        except (psycopg.Error, OSError) as lost:
            raise OutcomeUnknown from lost

    async def position(self) -> int:
        """The position of the last event in the log. Raises :class:`StoreUnavailable`."""
        return int((await self._questions.rows(LAST_POSITION))[0][0])

    @asynccontextmanager
    async def running(self) -> AsyncIterator["PostgresEventStore"]:
        """While open, appends and reads are served; on leaving, what waits is committed."""
        serving = asyncio.gather(self._appender.run(), self._reader.run())
        announcing = asyncio.create_task(self._announcer.run())
        try:
            yield self
        finally:
            self._appender.close()
            self._reader.close()
            announcing.cancel()
            await asyncio.gather(announcing, return_exceptions=True)
            await serving
            await self._questions.close()


@asynccontextmanager
async def open_store(
    url: str, *, queue_max: int = 2000, batch_max: int = 512, known: Path | None = None
) -> AsyncIterator[PostgresEventStore]:
    """The store behind ``url``, migrated before; refuses a configuration that loses events.

    With a folder ``known`` it is written to only if it is the store that is known there.
    """
    refuse_database_functions()
    async with guarding(url, known) as guard:
        made = PostgresEventStore(url, queue_max=queue_max, batch_max=batch_max, guard=guard)
        async with made.running() as store:
            yield store
