"""Folding a read model again beside the live one, then swapping (design.md R4)."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

from psycopg.sql import SQL, Identifier

from domain.event_store.connection import connect
from domain.event_store.log import current_epoch, last_position, read_log
from domain.event_store.transaction import Connection
from projections import position
from projections.digest import digest
from projections.projection import Projection
from projections.writer import LIVE, Writer, by_case

SHADOW: Final = "projections_rebuild"
_BATCH: Final = 5000

Progress = Callable[[int, int], None]


async def rebuild(
    url: str, projection: Projection[Any], progress: Progress = lambda done, of: None
) -> tuple[str, str]:
    """The digests before and after; nothing goes dark meanwhile.

    Before the swap the live table is held still at the position the new one has
    reached, so the two digests are of the same events. A read model of an earlier epoch
    is brought into the present one. ``progress`` is told the
    position reached and the last one.
    """
    connection = await connect(url)
    try:
        epoch = await current_epoch(connection)
        with suppress(position.EpochDiffers):
            await position.where(connection, projection.name, epoch)
        await _make_shadow(connection, projection)
        writer = Writer(projection, SHADOW)
        reached = 0
        while (last := await last_position(connection)) - reached > _BATCH:
            reached = await _fold(connection, writer, reached, last)
            progress(reached, last)
        return await _swap(connection, projection, writer, epoch, reached, progress)
    finally:
        await connection.close()


async def _fold(connection: Connection, writer: Writer[Any], after: int, upto: int) -> int:
    """One batch; the position reached, never beyond ``upto``."""
    batch = [e for e in await read_log(connection, after, _BATCH) if e.position <= upto]
    if not batch:
        return upto
    async with connection.transaction():
        await writer.apply(connection, by_case(batch))
    writer.committed()
    return batch[-1].position


async def _swap(
    connection: Connection,
    projection: Projection[Any],
    writer: Writer[Any],
    epoch: int,
    reached: int,
    progress: Progress,
) -> tuple[str, str]:
    name = projection.name
    async with connection.transaction():
        cursor = await connection.execute(
            "SELECT epoch, position FROM projections.position "
            "WHERE name = %s AND feed = %s FOR UPDATE",
            (name, position.STORE),
        )
        stands = await cursor.fetchall()
        same_epoch = [at for stands_in, at in stands if stands_in == epoch]
        last = await last_position(connection)
        upto = same_epoch[0] if same_epoch else last
        while reached < upto:
            reached = await _fold(connection, writer, reached, upto)
            progress(reached, last)
        before = await digest(connection, projection)
        after = await digest(connection, projection, SHADOW)
        for table in _tables(projection):
            await connection.execute(SQL("DROP TABLE {}").format(Identifier(LIVE, table)))
            await connection.execute(
                SQL("ALTER TABLE {} SET SCHEMA {}").format(
                    Identifier(SHADOW, table), Identifier(LIVE)
                )
            )
        if not same_epoch:
            await position.begin_epoch(connection, name, epoch, reached)
    return before, after


async def _make_shadow(connection: Connection, projection: Projection[Any]) -> None:
    await connection.execute(SQL("CREATE SCHEMA IF NOT EXISTS {}").format(Identifier(SHADOW)))
    for table in _tables(projection):
        shadow, live = Identifier(SHADOW, table), Identifier(LIVE, table)
        await connection.execute(SQL("DROP TABLE IF EXISTS {}").format(shadow))
        await connection.execute(
            SQL("CREATE TABLE {} (LIKE {} INCLUDING ALL)").format(shadow, live)
        )


def _tables(projection: Projection[Any]) -> list[str]:
    figures = [f"{projection.name}_figures"] if projection.figure else []
    return [projection.name, *figures]
