"""What the store has: the decisions that were taken, and every stream that they may concern."""

from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any, Final, LiteralString, NamedTuple
from uuid import UUID

from cheguan.whatif.register_replay import OF_THE_REGISTER
from cheguan.whatif.world import ReliefsSince, World
from domain.aggregate import Aggregate
from domain.case.case import CASE
from domain.codec import Codec
from domain.event_store.server_cursor import server_cursor
from domain.event_store.transaction import Connection
from domain.offices.tree import REGIONS
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.recorded_event import RecordedEvent
from domain.reliefs.effect import OF_THE_PROVINCE
from domain.reliefs.reliefs import RELIEFS
from projections.engine.log_reader import decoded, read_stream
from projections.engine.session import session

CONCERNED: Final[tuple[Aggregate[Any], ...]] = (CASE, *OF_THE_REGISTER)
_AT_THE_END: Final = 10_000
"""Among so many of the last events is the latest one. A few that are told at once change places."""
_READ_ONLY: Final[LiteralString] = """
SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"""
_LAST: Final[LiteralString] = """
SELECT originator_id, originator_version, notification_id, state
FROM stored_events ORDER BY notification_id DESC LIMIT %s"""
_BY_STREAM: Final[LiteralString] = """
SELECT originator_id, originator_version, notification_id, state
FROM stored_events WHERE topic = ANY(%s) ORDER BY originator_id, originator_version"""
_HOW_MANY: Final[LiteralString] = "SELECT count(*) FROM stored_events WHERE topic = ANY(%s)"
_CURSOR: Final = "cheguan_whatif"
_AT_ONCE: Final = 5_000


class Decisions(NamedTuple):
    """The histories of all prefectures that have decided anything, by code, and of the reliefs."""

    prefectures: dict[str, Sequence[RecordedEvent]]
    reliefs: Sequence[RecordedEvent]

    @property
    def world(self) -> World:
        """What was, by these decisions."""
        states = {
            region: PREFECTURE.fold(each.event for each in history)
            for region, history in self.prefectures.items()
        }
        current, since = RELIEFS.initial, list[ReliefsSince]()
        for recorded in self.reliefs:
            current = RELIEFS.evolve(current, recorded.event)
            since.append(ReliefsSince(recorded.at, current))
        return World(states, since)


@asynccontextmanager
async def unchanging(url: str) -> AsyncIterator[Connection]:
    """A connection that sees the store as it is, whatever comes later, and can write nothing."""
    connection = await session(url)
    try:
        await connection.execute(_READ_ONLY)
        async with connection.transaction():
            yield connection
    finally:
        await connection.close()


async def decisions_taken(connection: Connection, codec: Codec) -> Decisions:
    found = {code: await _history(connection, codec, stream_of(code)) for code in REGIONS}
    return Decisions(
        {code: history for code, history in found.items() if history},
        await _history(connection, codec, OF_THE_PROVINCE.stream),
    )


async def last_instant(connection: Connection, codec: Codec) -> datetime | None:
    """When the last thing happened, by the clock of the service."""
    cursor = await connection.execute(_LAST, (_AT_THE_END,), binary=True)
    rows = decoded(codec, await cursor.fetchall())
    return max((each.at for each in rows if isinstance(each, RecordedEvent)), default=None)


async def how_many(connection: Connection, codec: Codec) -> int:
    """The events of the streams that decisions may concern."""
    cursor = await connection.execute(_HOW_MANY, (_topics(codec),))
    return int((await cursor.fetchall())[0][0])


async def histories(
    connection: Connection, codec: Codec
) -> AsyncGenerator[Sequence[RecordedEvent] | None, None]:
    """Stream after stream, whole. None stands for one that has an event nobody can read."""
    async with server_cursor(connection, _CURSOR) as cursor:
        await cursor.execute(_BY_STREAM, (_topics(codec),))
        stream: UUID | None = None
        rows: list[Any] = []
        while page := await cursor.fetchmany(_AT_ONCE):
            for row in page:
                if row[0] != stream and rows:
                    yield _readable(codec, rows)
                    rows = []
                stream = row[0]
                rows.append(row)
        if rows:
            yield _readable(codec, rows)


def _topics(codec: Codec) -> list[str]:
    return [name for each in CONCERNED for name in codec.topics(each)]


def _readable(codec: Codec, rows: Sequence[tuple[Any, ...]]) -> Sequence[RecordedEvent] | None:
    found = [each for each in decoded(codec, rows) if isinstance(each, RecordedEvent)]
    return found if len(found) == len(rows) else None


async def _history(connection: Connection, codec: Codec, stream: UUID) -> Sequence[RecordedEvent]:
    """Raises what makes an event unreadable: without a decision nothing can be said."""
    read = await read_stream(connection, codec, stream, (1 << 63) - 1)
    for each in read:
        each.envelope  # noqa: B018 - raises the reason of one that cannot be read
    return [each for each in read if isinstance(each, RecordedEvent)]
