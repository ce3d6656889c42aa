"""The log in parts of whole cases, each folded into the tables of a schema by itself.

A part is read case by case, so each row is written once and no more is held in memory
than the histories of two chunks. Parts have no case in common: several processes may
fold several at once.
"""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import count, pairwise, repeat
from typing import Any, Final, LiteralString, NamedTuple
from uuid import UUID

from psycopg.errors import DeadlockDetected

from domain.event_store.transaction import Connection
from projections.engine.projection import Projection
from projections.engine.reading import Read, decoded
from projections.engine.session import session, short_session
from projections.engine.writer import Writer

EVENTS: Final = 50_000
"""Of a part, about."""
_CASES: Final = 500
"""Of a chunk."""
_CURSOR: Final = "cheguan_part"
_BEGUN_AFTER: Final[LiteralString] = """
SELECT originator_id FROM stored_events
WHERE notification_id > %s AND topic = 'CaseSubmitted' ORDER BY notification_id LIMIT 1"""
_BY_CASE: Final[LiteralString] = """
SELECT originator_id,
       array_agg(notification_id ORDER BY originator_version),
       array_agg(state ORDER BY originator_version)
FROM stored_events
WHERE originator_id >= %s AND originator_id < %s AND notification_id <= %s
  AND topic <> ALL (ARRAY['ClaimTaken', 'ClaimReleased'])
GROUP BY originator_id ORDER BY originator_id"""
_LOWEST: Final = UUID(int=0)
_HIGHEST: Final = UUID(int=(1 << 128) - 1)
"""Of no variant that names a stream, so no case is at the end of the last part."""


class Part(NamedTuple):
    """Events up to position ``upto`` of the cases from ``first`` to before ``end``."""

    url: str
    projection: Projection[Any]
    schema: str
    upto: int
    first: UUID
    end: UUID


Folding = Callable[[Sequence[Part]], AsyncGenerator[int, None]]
"""Folds every part and tells the events of each, in any order."""


class _Chunk(Mapping[UUID, Sequence[Read]]):
    """Cases with their histories, decoded at each look: a fold leaves nothing of them behind."""

    def __init__(self, rows: Sequence[tuple[UUID, list[int], list[bytes]]]) -> None:
        self._rows = {case: (positions, states) for case, positions, states in rows}
        self.events = sum(len(positions) for _, positions, _ in rows)

    def __getitem__(self, case: UUID) -> Sequence[Read]:
        """Versions of a stream go from 1 without a gap."""
        positions, states = self._rows[case]
        return decoded(list(zip(repeat(case), count(1), positions, states, strict=False)))

    def __iter__(self) -> Iterator[UUID]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)


async def boundaries(connection: Connection, upto: int, size: int) -> Sequence[UUID]:
    """Where parts of like size begin and end: a case's id says when it began."""
    found = {_LOWEST, _HIGHEST}
    for position in range(size, upto, size):
        cursor = await connection.execute(_BEGUN_AFTER, (position,))
        found.update(case for (case,) in await cursor.fetchall())
    return sorted(found)


def parts(
    url: str, projection: Projection[Any], schema: str, upto: int, between: Sequence[UUID]
) -> Sequence[Part]:
    """Every case of the log is in one of them.

    The last, where the claims stand too, takes longest and comes first.
    """
    ranges = pairwise(between)
    found = [Part(url, projection, schema, upto, first, end) for first, end in ranges]
    return [*found[-1:], *found[:-1]]


async def one_by_one(these: Sequence[Part]) -> AsyncGenerator[int, None]:
    """Fold them here; the number of events of each."""
    for part in these:
        yield await fold_part(part)


async def fold_part(part: Part) -> int:
    """The number of events folded. What was written so far stays if it fails."""
    writing, reading = await short_session(part.url), await session(part.url)
    try:
        await writing.execute("SET synchronous_commit = off")
        writer = Writer(part.projection, part.schema)
        folded = 0
        async for cases in _one_ahead(_cases(reading, part)):
            await _begin(writer, writing, cases)
            folded += cases.events
        return folded
    finally:
        await reading.close()
        await writing.close()


async def _begin(writer: Writer[Any], connection: Connection, cases: _Chunk) -> None:
    """In one transaction; again if another part's has the figures that this one needs.

    Figures are added in the order of their keys, so that happens only to a chunk which is
    written in pieces because of a row that no column takes.
    """
    while True:
        with suppress(DeadlockDetected):
            async with connection.transaction():
                await writer.begin(connection, cases)
            return
        writer.forget()


async def _cases(connection: Connection, part: Part) -> AsyncIterator[_Chunk]:
    """Every case of the part, in chunks."""
    async with connection.transaction(), connection.cursor(_CURSOR, binary=True) as cursor:
        await cursor.execute(_BY_CASE, (part.first, part.end, part.upto))
        while rows := await cursor.fetchmany(_CASES):
            yield _Chunk(rows)


async def _one_ahead(chunks: AsyncIterator[_Chunk]) -> AsyncIterator[_Chunk]:
    """The next chunk travels while this one is folded and written."""
    coming = asyncio.ensure_future(anext(chunks, None))
    try:
        while (chunk := await coming) is not None:
            coming = asyncio.ensure_future(anext(chunks, None))
            yield chunk
    finally:
        coming.cancel()
