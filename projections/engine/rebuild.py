"""Folds a read model again beside the live one, then swaps them (ADR 14)."""

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from typing import Any, Final

from psycopg.sql import SQL, Identifier

from domain.codec import Codec
from domain.event_store.log import current_epoch, last_position
from domain.event_store.transaction import Connection
from projections.engine import parking, position
from projections.engine.digest import digest
from projections.engine.figures import FigureTables
from projections.engine.histories import Histories
from projections.engine.log_reader import read_after
from projections.engine.partition_level import level
from projections.engine.parts import EVENTS, Folding, boundaries, one_by_one, parts
from projections.engine.projection import Projection
from projections.engine.session import REBUILD_LOCK, session
from projections.engine.standing import standing
from projections.engine.writer import LIVE, Writer

_BATCH: Final = 16_000
"""How many events are folded at a time."""
_ALONE: Final = f"SELECT pg_try_advisory_lock({REBUILD_LOCK}, hashtext(%s))"
_PATIENT: Final = "SET LOCAL idle_in_transaction_session_timeout = '15min'"
"""This session waits while the other one works."""
_SHADOW: Final = "projections_rebuild_"
_LEFT: Final = "SELECT nspname FROM pg_namespace WHERE nspname ~ %s"
_NUMBER: Final = "SELECT pg_current_xact_id()::text"

Progress = Callable[[int, int], None]


class BeingRebuilt(Exception):
    """Somebody rebuilds the read model already. One rebuild runs at a time."""


async def rebuild(
    url: str,
    projection: Projection[Any],
    codec: Codec,
    progress: Progress = lambda done, of: None,
    folding: Folding = one_by_one,
    size: int = EVENTS,
) -> tuple[str, str]:
    """Rebuilds a read model, and returns its digests before and after. Nothing goes dark.

    Before the swap the live table is held still, and the new one is brought to its position,
    so both digests are of the same events. A read model of an earlier epoch is brought into
    the present one. ``progress`` is told how many events are folded, and about how many there
    are. ``size`` is about the events of a part. Raises :class:`BeingRebuilt`.
    """
    live, beside = await session(url), await session(url)
    try:
        await _alone(live, projection.name)
        epoch = await current_epoch(live)
        upto = await _end(live, projection.name, epoch)
        schema = await _make_shadow(live, projection)
        between = await boundaries(live, codec, projection.of, upto, size)
        these = parts(url, projection, codec, schema, upto, between)
        folded = 0
        async with aclosing(folding(these)) as folds:
            async for events in folds:
                folded += events
                progress(folded, upto)
        await FigureTables(projection, schema).sum_up(beside)
        writer = Writer(projection, schema)
        reached = await _follow(
            beside, writer, codec, upto, await _end(live, projection.name, epoch)
        )
        return await _swap(live, beside, writer, codec, epoch, reached)
    finally:
        await beside.close()
        await live.close()


async def _alone(live: Connection, name: str) -> None:
    """Keeps other rebuilds of the read model away until the session ends."""
    cursor = await live.execute(_ALONE, (name,))
    if not (await cursor.fetchall())[0][0]:
        raise BeingRebuilt(name)


async def _end(live: Connection, name: str, epoch: int) -> int:
    """Where the read model stands, or the end of the log if it is of an earlier epoch."""
    at = await standing(live, name)
    return at.position if at.epoch in {0, epoch} else await last_position(live)


async def _swap(
    live: Connection,
    beside: Connection,
    writer: Writer[Any],
    codec: Codec,
    epoch: int,
    reached: int,
) -> tuple[str, str]:
    """Swaps the tables. The two sessions take one digest each, at the same time."""
    projection, schema = writer.projection, writer.schema
    name = projection.name
    async with live.transaction():
        await live.execute(_PATIENT)
        await parking.hold(live, name)
        feed = await position.feed_of(live, name) or position.STORE
        same_epoch = (await standing(live, name)).epoch in {0, epoch}
        upto = await (
            level(live, projection, codec, epoch, feed) if same_epoch else last_position(live)
        )
        await _follow(beside, writer, codec, reached, upto)
        before, after = await asyncio.gather(
            digest(live, projection), digest(beside, projection, schema)
        )
        await _exchange(live, projection, schema)
        if not same_epoch:
            await position.begin_at(live, name, epoch, upto, feed)
    return before, after


async def _follow(
    connection: Connection, writer: Writer[Any], codec: Codec, reached: int, upto: int
) -> int:
    """Folds what was appended meanwhile, as far as ``upto``, and says how far that is."""
    while reached < upto:
        batch = await read_after(connection, codec, reached, min(_BATCH, upto - reached))
        reached = min(upto, batch[-1].position) if batch else upto
        async with connection.transaction():
            await writer.apply(
                connection, Histories((e for e in batch if e.position <= upto), codec)
            )
        writer.committed()
    return reached


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
    """Makes a schema with empty tables of the read model, and returns its name.

    No other schema ever has that name. So a process that a rebuild has left behind finds its
    own gone, and never writes into this one.
    """
    schemas = f"{_SHADOW}{projection.name}"
    async with connection.transaction():
        cursor = await connection.execute(_LEFT, (f"^{schemas}(_[0-9]+)?$",))
        for (left,) in await cursor.fetchall():
            await connection.execute(SQL("DROP SCHEMA {} CASCADE").format(Identifier(left)))
        cursor = await connection.execute(_NUMBER)
        schema = f"{schemas}_{(await cursor.fetchall())[0][0]}"
        await connection.execute(SQL("CREATE SCHEMA {}").format(Identifier(schema)))
        for table in [*_tables(projection), parking.TABLE]:
            await connection.execute(
                SQL("CREATE TABLE {} (LIKE {} INCLUDING ALL)").format(
                    Identifier(schema, table), Identifier(LIVE, table)
                )
            )
    return schema


def _tables(projection: Projection[Any]) -> list[str]:
    return [projection.name, *projection.counts]
