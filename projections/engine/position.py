"""How far a read model has come. Positions move by compare-and-set (ADR 5, ADR 23).

A read model follows one feed at a time: the store in partition 0, or a Kafka topic in
each of its partitions.
"""

from collections.abc import Sequence
from typing import Final, LiteralString, NamedTuple

from domain.event_store import arrays
from domain.event_store.transaction import Connection
from projections.engine.partitions import PARTITIONS, last_of_each

_SET: Final = """
UPDATE projections.position SET position = %(new)s, moved_at = clock_timestamp()
WHERE name = %(name)s AND feed = 'store' AND partition = 0
  AND epoch = %(epoch)s AND position = %(old)s"""
_SET_EACH: Final[LiteralString] = """
UPDATE projections.position AS p
SET position = u.new, next_offset = u.next_offset, moved_at = clock_timestamp(),
    dropped = p.dropped + u.dropped, repaired = p.repaired + u.repaired
FROM unnest(%b, %b, %b, %b, %b, %b)
     AS u(partition, old, new, next_offset, dropped, repaired)
WHERE p.name = %b AND p.feed = %b AND p.epoch = %b
  AND p.partition = u.partition AND p.position = u.old"""
_BEGIN: Final[LiteralString] = """
INSERT INTO projections.position (name, feed, epoch, partition, position)
SELECT %s, %s, %s, u.place - 1, u.position
FROM unnest(%s::bigint[]) WITH ORDINALITY AS u(position, place)"""
_ADVANCE: Final[LiteralString] = """
UPDATE projections.position AS p SET position = greatest(p.position, u.position)
FROM unnest(%s::bigint[]) WITH ORDINALITY AS u(position, place)
WHERE p.name = %s AND p.feed = %s AND p.epoch = %s AND p.partition = u.place - 1"""
_ALONE: Final = "SELECT pg_advisory_xact_lock(7303, hashtext(%s))"
_GET: Final = """
SELECT feed, epoch, partition, position, next_offset FROM projections.position
WHERE name = %s ORDER BY partition"""

STORE: Final = "store"
_KAFKA: Final = "kafka:"


class PositionMoved(Exception):
    """Another worker has moved this position meanwhile, so nothing of the batch was kept."""


class EpochDiffers(Exception):
    """The read model stands in another epoch of the store, so it must be rebuilt.

    A restored store gives positions out again, and the same position is another event there.
    """

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} stands in another epoch: cheguan projections rebuild {name}.")


class FeedDiffers(Exception):
    """The read model follows another feed. An operator changes that."""

    def __init__(self, name: str, feed: str) -> None:
        super().__init__(f"{name} follows {feed}. To change that: cheguan projections feed.")


class At(NamedTuple):
    """How far a partition is. ``next_offset`` is a hint where to go on reading a topic."""

    position: int
    next_offset: int


class Move(NamedTuple):
    """The way of one partition from an old position to a new one, with what was counted."""

    partition: int
    old: int
    new: int
    next_offset: int
    dropped: int
    repaired: int


def kafka_feed(topic: str) -> str:
    """The name of the feed of a topic."""
    return _KAFKA + topic


async def feed_of(connection: Connection, name: str) -> str | None:
    """The feed that a read model follows. One that has not begun follows none."""
    cursor = await connection.execute(_GET, (name,))
    rows = await cursor.fetchall()
    return str(rows[0][0]) if rows else None


async def where(connection: Connection, name: str, epoch: int) -> int:
    """The position of a read model in the store's log, or 0 if it has not begun.

    Raises :class:`EpochDiffers`, because positions of two epochs are never compared, or
    :class:`FeedDiffers`.
    """
    return (await where_each(connection, name, epoch, STORE))[0].position


async def where_each(connection: Connection, name: str, epoch: int, feed: str) -> Sequence[At]:
    """The position of a read model in each partition of a feed. Raises as :func:`where` does."""
    async with connection.transaction():
        await connection.execute(_ALONE, (name,))
        cursor = await connection.execute(_GET, (name,))
        rows = await cursor.fetchall()
        if not rows:
            begun = [0] * (PARTITIONS if feed != STORE else 1)
            await connection.execute(_BEGIN, (name, feed, epoch, begun))
            return [At(0, 0) for _ in begun]
    if rows[0][0] != feed:
        raise FeedDiffers(name, rows[0][0])
    if max(row[1] for row in rows) != epoch:
        raise EpochDiffers(name)
    return [At(*at) for _, in_epoch, _, *at in rows if in_epoch == epoch]


async def begin_at(
    connection: Connection, name: str, epoch: int, position: int, feed: str = STORE
) -> None:
    """Lets a read model that has everything up to ``position`` go on from there on this feed."""
    at = [position] if feed == STORE else await last_of_each(connection, position)
    await connection.execute("DELETE FROM projections.position WHERE name = %s", (name,))
    await connection.execute(_BEGIN, (name, feed, epoch, at))


async def advance(connection: Connection, name: str, epoch: int, feed: str, position: int) -> None:
    """Moves every partition of a topic up to ``position``. The caller holds the read model."""
    each = await last_of_each(connection, position)
    await connection.execute(_ADVANCE, (each, name, feed, epoch))


async def move(connection: Connection, name: str, epoch: int, old: int, new: int) -> None:
    """Moves the position, in the transaction of the rows. Raises :class:`PositionMoved`."""
    cursor = await connection.execute(
        _SET, {"name": name, "epoch": epoch, "old": old, "new": new}, prepare=True
    )
    if cursor.rowcount != 1:
        raise PositionMoved


async def move_each(
    connection: Connection, name: str, epoch: int, feed: str, moves: Sequence[Move]
) -> None:
    """Moves some partitions of a topic, as :func:`move` does."""
    columns = [arrays.int8s(column) for column in zip(*moves, strict=True)]
    cursor = await connection.execute(_SET_EACH, (*columns, name, feed, epoch), prepare=True)
    if cursor.rowcount != len(moves):
        raise PositionMoved
