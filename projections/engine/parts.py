"""The log in parts of whole streams, each of which is folded into a schema by itself (ADR 14).

A part is read stream by stream. So each row is written once, and memory holds no more than the
histories of two chunks. Parts have no stream in common, so several processes may fold them.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import aclosing, asynccontextmanager, suppress
from itertools import count, pairwise, repeat
from typing import Any, Final, LiteralString, NamedTuple
from uuid import UUID

from psycopg import AsyncServerCursor
from psycopg.errors import DeadlockDetected
from psycopg.rows import TupleRow

from domain.aggregate import Aggregate
from domain.codec import Codec
from domain.event_store.server_cursor import server_cursor
from domain.event_store.transaction import Connection
from projections.engine.log_reader import Read, decoded
from projections.engine.projection import Projection
from projections.engine.session import session, short_session
from projections.engine.writer import Writer

EVENTS: Final = 50_000
"""About how many events a part has."""
_STREAMS: Final = 500
"""How many streams a chunk has."""
_CURSOR: Final = "cheguan_part"
_BEGUN_AFTER: Final[LiteralString] = """
SELECT originator_id FROM stored_events
WHERE notification_id > %s AND originator_version = 1 AND topic = ANY(%s)
ORDER BY notification_id LIMIT 1"""
_BY_STREAM: Final[LiteralString] = """
SELECT originator_id,
       array_agg(notification_id ORDER BY originator_version),
       array_agg(state ORDER BY originator_version)
FROM stored_events
WHERE originator_id >= %s AND originator_id < %s AND notification_id <= %s AND topic <> ALL(%s)
GROUP BY originator_id ORDER BY originator_id"""
_LOWEST: Final = UUID(int=0)
_HIGHEST: Final = UUID(int=(1 << 128) - 1)
"""No stream has this id, because it is of no variant, so none is at the end of the last part."""


class Span(NamedTuple):
    """Which events a part has, and the schema that they are folded into.

    They are up to position ``upto``, of the streams from ``first`` to before ``end``.
    """

    url: str
    schema: str
    upto: int
    first: UUID
    end: UUID


class Part(NamedTuple):
    """A span of the log, and what it is folded by."""

    projection: Projection[Any]
    codec: Codec
    span: Span


Folding = Callable[[Sequence[Part]], AsyncGenerator[int, None]]
"""Folds every part, and tells the number of events of each, in any order."""


class Chunk(Mapping[UUID, Sequence[Read]]):
    """Streams with their histories. They are decoded at each look, so a fold keeps none of them."""

    def __init__(self, codec: Codec, rows: Sequence[tuple[UUID, list[int], list[bytes]]]) -> None:
        self._codec = codec
        self._rows = {stream: (positions, states) for stream, positions, states in rows}
        self.events = sum(len(positions) for _, positions, _ in rows)

    def __getitem__(self, stream: UUID) -> Sequence[Read]:
        """The history of a stream, whose versions go from 1 without a gap."""
        positions, states = self._rows[stream]
        rows = list(zip(repeat(stream), count(1), positions, states, strict=False))
        return decoded(self._codec, rows)

    def __iter__(self) -> Iterator[UUID]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


async def boundaries(
    connection: Connection, codec: Codec, of: Sequence[Aggregate[Any]], upto: int, size: int
) -> Sequence[UUID]:
    """Where parts of about one size begin and end, for streams of the kinds ``of``.

    A time-ordered id says when its stream began. Computed ids lie evenly in their space,
    which is cut into as many slices as if every event were of them.
    """
    found = {_LOWEST, _HIGHEST}
    if topics := [name for each in of if each.time_ordered for name in codec.topics(each)]:
        for position in range(size, upto, size):
            cursor = await connection.execute(_BEGUN_AFTER, (position, topics))
            found.update(stream for (stream,) in await cursor.fetchall())
    if not all(each.time_ordered for each in of):
        slices = upto // size + 1
        found.update(UUID(int=(place << 128) // slices) for place in range(1, slices))
    return sorted(found)


def parts(
    url: str,
    projection: Projection[Any],
    codec: Codec,
    schema: str,
    upto: int,
    between: Sequence[UUID],
) -> Sequence[Part]:
    """The parts. Every stream of the log is in one of them.

    Time-ordered ids lie together, computed ones everywhere: the last part, or one of the
    first, takes longest, so these come first.
    """
    found = [
        Part(projection, codec, Span(url, schema, upto, first, end))
        for first, end in pairwise(between)
    ]
    return [*found[-1:], *found[:-1]]


async def one_by_one(these: Sequence[Part]) -> AsyncGenerator[int, None]:
    """Folds parts in this process, and tells the number of events of each."""
    for part in these:
        yield await fold_part(part)


async def fold_part(part: Part) -> int:
    """Folds a part, and returns the number of events. If it fails, what was written stays."""
    url = part.span.url
    writing, reading = await short_session(url), await session(url)
    try:
        await writing.execute("SET synchronous_commit = off")
        writer = Writer(part.projection, part.span.schema, summed=False)
        folded = 0
        async with (
            streams_of(reading, part) as chunks,
            aclosing(_one_ahead(chunks)) as ahead,
        ):
            async for streams in ahead:
                await _begin(writer, writing, streams)
                folded += streams.events
        return folded
    finally:
        await reading.close()
        await writing.close()


async def _begin(writer: Writer[Any], connection: Connection, streams: Chunk) -> None:
    """Writes a chunk in one transaction, and again if another part locks the same figures.

    Figures are added in the order of their keys. So that happens only to a chunk that is
    written in pieces, because of a row that no column takes.
    """
    while True:
        with suppress(DeadlockDetected):
            async with connection.transaction():
                await writer.begin(connection, streams)
            return
        writer.forget()


@asynccontextmanager
async def streams_of(connection: Connection, part: Part) -> AsyncIterator[AsyncIterator[Chunk]]:
    """Gives the streams of the part in chunks, without events of another kind.

    Events whose name nobody knows stay, and stop the streams that have them. The cursor ends with
    the block, whatever became of whoever was reading.
    """
    others = part.codec.topics_beside(*part.projection.of)
    span = part.span
    async with connection.transaction(), server_cursor(connection, _CURSOR) as cursor:
        await cursor.execute(_BY_STREAM, (span.first, span.end, span.upto, others))
        async with aclosing(_chunks(cursor, part.codec)) as chunks:
            yield chunks


async def _chunks(cursor: AsyncServerCursor[TupleRow], codec: Codec) -> AsyncGenerator[Chunk, None]:
    while rows := await cursor.fetchmany(_STREAMS):
        yield Chunk(codec, rows)


async def _one_ahead(chunks: AsyncIterator[Chunk]) -> AsyncGenerator[Chunk, None]:
    """The next chunk travels while this one is folded and written."""
    coming = asyncio.ensure_future(anext(chunks, None))
    try:
        while (chunk := await coming) is not None:
            coming = asyncio.ensure_future(anext(chunks, None))
            yield chunk
    finally:
        coming.cancel()
        await asyncio.gather(coming, return_exceptions=True)
