"""The event store as the rest of the system sees it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final, LiteralString, Protocol
from uuid import UUID

import psycopg

from domain.codec import Codec
from domain.event_store.announcer import Announcer
from domain.event_store.appender import Appender
from domain.event_store.connection import connect_to_write, connector, refuse_database_functions
from domain.event_store.guard import Guard, guarding
from domain.event_store.log import LAST_POSITION
from domain.event_store.lost_commit import carried_out
from domain.event_store.pending import (
    Answer,
    CommitUnderWay,
    OutcomeUnknown,
    Pending,
    Replayed,
    StoreUnavailable,
)
from domain.event_store.questions import Questions
from domain.event_store.streams import StreamReader
from domain.event_store.supervisor import Supervisor
from domain.event_store.transaction import CONFIRM
from domain.event_store.writability import APPEND, Writability
from domain.recorded_event import RecordedEvent

SETTLED_AT_ONCE: Final = 8
"""How many may ask at once what became of a command."""
_LOGGED: Final[LiteralString] = f"""
SELECT request_sha256, position, outcome, ({CONFIRM})
FROM command_log WHERE command_id = %s"""
_READ_ONLY: Final[LiteralString] = "SELECT current_setting('transaction_read_only') = 'on'"


class EventStore(Protocol):
    """What :class:`domain.door.Door` needs of a store."""

    async def append(self, pending: Pending) -> Answer: ...
    async def load(self, stream: UUID) -> tuple[RecordedEvent, ...]: ...
    async def logged(self, command_id: UUID) -> Replayed | None: ...


class PostgresEventStore:
    """Group-committed appends, shared reads, and the command log of one PostgreSQL."""

    def __init__(
        self,
        url: str,
        codec: Codec,
        *,
        queue_max: int,
        batch_max: int,
        guard: Guard | None = None,
    ) -> None:
        self._guard = guard
        reading, writing = connector(url), connector(url, connect_to_write)
        self._writing = guard.checked(writing) if guard else writing
        self._writability = Writability(self._writing, APPEND)
        self._announcer = Announcer(reading)
        self._appender = Appender(
            self._writing,
            codec,
            queue_max=queue_max,
            batch_max=batch_max,
            committed=self._announcer.wake,
            failed=self._writability.doubted,
        )
        self._reader = StreamReader(reading, codec)
        self._questions = Questions(reading)
        self._settling = asyncio.Semaphore(SETTLED_AT_ONCE)
        self._supervisors = (
            Supervisor("appender", self._appender),
            Supervisor("reader", self._reader),
            Supervisor("announcer", self._announcer),
        )

    async def append(self, pending: Pending) -> Answer:
        if self._guard:
            return await self._guard.append(self._appender.append, pending)
        return await self._appender.append(pending)

    async def load(self, stream: UUID) -> tuple[RecordedEvent, ...]:
        return await self._reader.load(stream)

    async def logged(self, command_id: UUID) -> Replayed | None:
        """Returns what the command log says now. Raises :class:`StoreUnavailable`."""
        rows = await self._questions.rows(_LOGGED, (command_id,))
        return Replayed(*rows[0][:3]) if rows else None

    async def carried_out(self, command_id: UUID) -> Replayed | None:
        """Returns what the command came to. None means that it was not carried out.

        That is final for a command whose caller was told that its outcome is unknown, unless
        it is sent again. Waits two seconds for appends that are under way, then raises
        :class:`CommitUnderWay`, as it does at once when many ask: each takes a connection and
        the append lock. Raises :class:`OutcomeUnknown` if the store is away, or if it was
        restored and may have lost the command.
        """
        if self._settling.locked():
            raise CommitUnderWay
        async with self._settling:
            try:
                connection = await self._writing()
                try:
                    return (await carried_out(connection, [command_id])).get(command_id)
                finally:
                    await connection.close()
            except (psycopg.Error, OSError) as lost:
                raise OutcomeUnknown from lost

    async def ready(self) -> None:
        """Returns if commands can be taken, or raises :class:`StoreUnavailable` with the reason."""
        for supervisor in self._supervisors:
            if supervisor.stopped:
                raise StoreUnavailable(f"the {supervisor.name} has stopped")
        if self._guard:
            self._guard.refuse()
        if (await self._questions.rows(_READ_ONLY))[0][0]:
            raise StoreUnavailable("the database is read-only")
        await self._writability.check()

    async def position(self) -> int:
        """The position of the last event in the log. Raises :class:`StoreUnavailable`."""
        return int((await self._questions.rows(LAST_POSITION))[0][0])

    @asynccontextmanager
    async def running(self) -> AsyncIterator["PostgresEventStore"]:
        """Serves appends and reads while it is open, and at the end commits what still waits."""
        serving = asyncio.gather(*(supervisor.run() for supervisor in self._supervisors))
        try:
            yield self
        finally:
            for supervisor in self._supervisors:
                supervisor.close()
            await serving
            await self._questions.close()


@asynccontextmanager
async def open_store(
    url: str,
    codec: Codec,
    *,
    queue_max: int = 2000,
    batch_max: int = 128,
    known: Path | None = None,
) -> AsyncIterator[PostgresEventStore]:
    """Serves the store behind ``url``, which has been migrated, while the context is open.

    With a folder ``known`` it is written to only if it is the store that is known there.
    Raises ``DatabaseFunctionsEnabled`` for a setting by which readers miss events.
    """
    refuse_database_functions()
    async with guarding(url, known) as guard:
        made = PostgresEventStore(url, codec, queue_max=queue_max, batch_max=batch_max, guard=guard)
        async with made.running() as store:
            yield store
