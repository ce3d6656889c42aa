"""Folding a read model again beside the live one, then swapping (design.md R4).

The log is read case by case, so each row is written once and no more is held in memory
than the histories of one chunk.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from itertools import count, repeat
from typing import Any, Final, LiteralString
from uuid import UUID

from psycopg.sql import SQL, Identifier

from domain.event_store.log import current_epoch, last_position
from domain.event_store.transaction import Connection
from projections import parking, position
from projections.digest import digest
from projections.levelling import level
from projections.projection import Projection
from projections.reading import Read, decoded, read_after
from projections.session import session
from projections.standing import standing
from projections.writer import LIVE, Writer, by_case

_CHUNK: Final = 500
"""Cases."""
_BATCH: Final = 16_000
"""Events."""
_CURSOR: Final = "cheguan_rebuild"
_BY_CASE: Final[LiteralString] = """
SELECT originator_id,
       array_agg(notification_id ORDER BY originator_version),
       array_agg(state ORDER BY originator_version)
FROM stored_events
WHERE notification_id <= %s AND topic <> ALL (ARRAY['ClaimTaken', 'ClaimReleased'])
GROUP BY originator_id ORDER BY originator_id"""

Progress = Callable[[int, int], None]
_Chunk = list[tuple[UUID, list[int], list[bytes]]]


async def rebuild(
    url: str, projection: Projection[Any], progress: Progress = lambda done, of: None
) -> tuple[str, str]:
    """The digests before and after; nothing goes dark meanwhile.

    Before the swap the live table is held still and the new one brought to its position,
    so the two digests are of the same events. A read model of an earlier epoch is brought
    into the present one. ``progress`` is told the events folded and about how many there are.
    """
    connection, reading = await session(url), await session(url)
    try:
        epoch = await current_epoch(connection)
        at = await standing(connection, projection.name)
        upto = at.position if at.epoch in {0, epoch} else await last_position(connection)
        writer = Writer(projection, await _make_shadow(connection, projection))
        folded = 0
        async for cases in _one_ahead(_cases(reading, upto)):
            async with connection.transaction():
                await writer.apply(connection, {case[0]: _history(*case) for case in cases})
            writer.forget()
            folded += sum(len(positions) for _, positions, _ in cases)
            progress(folded, upto)
        return await _swap(connection, projection, writer, epoch, upto)
    finally:
        await reading.close()
        await connection.close()


async def _cases(connection: Connection, upto: int) -> AsyncIterator[_Chunk]:
    """Every case with the positions and bytes of its events, in chunks."""
    async with connection.transaction(), connection.cursor(_CURSOR, binary=True) as cursor:
        await cursor.execute(_BY_CASE, (upto,))
        while rows := await cursor.fetchmany(_CHUNK):
            yield rows


async def _one_ahead(chunks: AsyncIterator[_Chunk]) -> AsyncIterator[_Chunk]:
    """The next chunk travels while this one is folded and written."""
    coming = asyncio.ensure_future(anext(chunks, None))
    try:
        while (chunk := await coming) is not None:
            coming = asyncio.ensure_future(anext(chunks, None))
            yield chunk
    finally:
        coming.cancel()


def _history(case: UUID, positions: Sequence[int], states: Sequence[bytes]) -> Sequence[Read]:
    """Versions of a stream go from 1 without a gap."""
    return decoded(list(zip(repeat(case), count(1), positions, states, strict=False)))


async def _swap(
    connection: Connection,
    projection: Projection[Any],
    writer: Writer[Any],
    epoch: int,
    reached: int,
) -> tuple[str, str]:
    name = projection.name
    async with connection.transaction():
        await parking.hold(connection, name)
        feed = await position.feed_of(connection, name) or position.STORE
        same_epoch = (await standing(connection, name)).epoch in {0, epoch}
        if same_epoch:
            upto = await level(connection, projection, epoch, feed)
        else:
            upto = await last_position(connection)
        await _follow(connection, writer, reached, upto)
        before = await digest(connection, projection)
        after = await digest(connection, projection, writer.schema)
        await _exchange(connection, projection, writer.schema)
        if not same_epoch:
            await position.begin_at(connection, name, epoch, upto, feed)
    return before, after


async def _follow(connection: Connection, writer: Writer[Any], reached: int, upto: int) -> None:
    """What was appended meanwhile, in log order."""
    while reached < upto:
        batch = await read_after(connection, reached, min(_BATCH, upto - reached))
        reached = batch[-1].position if batch else upto
        await writer.apply(connection, by_case([e for e in batch if e.position <= upto]))
        writer.committed()


async def _exchange(connection: Connection, projection: Projection[Any], shadow: str) -> None:
    for table in _tables(projection):
        await connection.execute(SQL("DROP TABLE {}").format(Identifier(LIVE, table)))
        await connection.execute(
            SQL("ALTER TABLE {} SET SCHEMA {}").format(Identifier(shadow, table), Identifier(LIVE))
        )
    await parking.take_over(connection, shadow, projection.name)
    await parking.repaired(connection, projection.name)
    await connection.execute(SQL("DROP SCHEMA {} CASCADE").format(Identifier(shadow)))


async def _make_shadow(connection: Connection, projection: Projection[Any]) -> str:
    """The name of a schema with the tables of the read model, empty."""
    schema = f"projections_rebuild_{projection.name}"
    drop = SQL("DROP SCHEMA IF EXISTS {} CASCADE").format(Identifier(schema))
    async with connection.transaction():
        await connection.execute(drop)
        await connection.execute(SQL("CREATE SCHEMA {}").format(Identifier(schema)))
        for table in [*_tables(projection), parking.TABLE]:
            await connection.execute(
                SQL("CREATE TABLE {} (LIKE {} INCLUDING ALL)").format(
                    Identifier(schema, table), Identifier(LIVE, table)
                )
            )
    return schema


def _tables(projection: Projection[Any]) -> list[str]:
    figures = [f"{projection.name}_figures"] if projection.figure else []
    return [projection.name, *figures]
