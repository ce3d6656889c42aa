"""Reads the log for read models. What cannot be decoded comes too, and says why."""

from collections.abc import Sequence
from typing import Any, Final, LiteralString
from uuid import UUID

import msgspec

from domain.aggregate import Aggregate
from domain.codec import Codec
from domain.event_store.transaction import Connection
from domain.message import Event
from domain.recorded_event import Envelope, RecordedEvent
from projections.engine.partitions import partition_of

_AFTER: Final[LiteralString] = """
SELECT originator_id, originator_version, notification_id, state
FROM stored_events WHERE notification_id > %s ORDER BY notification_id LIMIT %s"""
_OF_STREAM: Final[LiteralString] = """
SELECT originator_id, originator_version, notification_id, state
FROM stored_events WHERE originator_id = %s AND notification_id <= %s
ORDER BY originator_version"""
_OF_STREAMS: Final[LiteralString] = """
SELECT originator_id, originator_version, notification_id, state
FROM stored_events WHERE originator_id = ANY(%s) AND notification_id <= %s
ORDER BY originator_id, originator_version"""
_BETWEEN: Final[LiteralString] = """
SELECT originator_id, originator_version, notification_id, state FROM stored_events
WHERE notification_id > %s AND notification_id <= %s ORDER BY notification_id LIMIT %s"""


class Unreadable(msgspec.Struct, frozen=True):
    """An event whose bytes this program cannot decode, with its place.

    ``of`` is the kind of stream whose event the bytes name, or None if they name none.
    """

    stream: UUID
    version: int
    position: int
    of: Aggregate[Any] | None
    cause: Exception

    @property
    def envelope(self) -> Envelope[Event]:
        """Raises the ``cause``, because there is no envelope."""
        raise self.cause


Read = RecordedEvent | Unreadable


async def read_after(
    connection: Connection, codec: Codec, position: int, limit: int
) -> Sequence[Read]:
    """Reads up to ``limit`` events behind ``position``, in log order and without gaps."""
    cursor = await connection.execute(_AFTER, (position, limit), prepare=True, binary=True)
    return decoded(codec, await cursor.fetchall())


async def read_partition(
    connection: Connection, codec: Codec, partition: int, after: int, upto: int, limit: int
) -> tuple[Sequence[Read], int]:
    """Reads the events of one partition after ``after``, out of ``limit`` events of the log.

    Also returns the position up to which these are all there are, which is ``upto`` if the
    limit allows.
    """
    cursor = await connection.execute(_BETWEEN, (after, upto, limit), prepare=True, binary=True)
    rows = await cursor.fetchall()
    reached = rows[-1][2] if len(rows) == limit else upto
    of_it = [row for row in rows if partition_of(row[0]) == partition]
    return decoded(codec, of_it), reached


async def read_stream(
    connection: Connection, codec: Codec, stream: UUID, upto: int
) -> Sequence[Read]:
    """Reads the history of one stream up to position ``upto``."""
    cursor = await connection.execute(_OF_STREAM, (stream, upto), binary=True)
    return decoded(codec, await cursor.fetchall())


async def read_streams(
    connection: Connection, codec: Codec, streams: Sequence[UUID], upto: int
) -> Sequence[Read]:
    """Reads the histories of a few streams up to position ``upto``, one after the other."""
    cursor = await connection.execute(_OF_STREAMS, (list(streams), upto), binary=True)
    return decoded(codec, await cursor.fetchall())


def decoded(codec: Codec, rows: Sequence[tuple[Any, ...]]) -> Sequence[Read]:
    """Decodes rows of stream, version, position and bytes. They go one by one only if some fail."""
    decode = codec.decode
    try:
        return [
            RecordedEvent(stream, version, position, decode(state))
            for stream, version, position, state in rows
        ]
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return [_decoded(codec, *row) for row in rows]


def _decoded(codec: Codec, stream: UUID, version: int, position: int, state: bytes) -> Read:
    try:
        return RecordedEvent(stream, version, position, codec.decode(state))
    except (msgspec.MsgspecError, UnicodeDecodeError) as cause:
        return Unreadable(stream, version, position, codec.aggregate_of(state), cause)
