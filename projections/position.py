"""How far a read model has come, moved by compare-and-set (design.md R2)."""

from typing import Final

from domain.event_store.transaction import Connection

_SET: Final = """
UPDATE projections.position SET position = %(new)s, moved_at = clock_timestamp()
WHERE name = %(name)s AND feed = %(feed)s AND partition = %(partition)s
  AND epoch = %(epoch)s AND position = %(old)s"""
_START: Final = """
INSERT INTO projections.position (name, feed, partition, epoch, position)
VALUES (%s, %s, %s, %s, 0) ON CONFLICT DO NOTHING"""
_GET: Final = """
SELECT epoch, position FROM projections.position
WHERE name = %s AND feed = %s AND partition = %s ORDER BY epoch DESC LIMIT 1"""

STORE: Final = "store"


class PositionMoved(Exception):
    """Another worker has moved this position meanwhile; nothing of the batch was kept."""


class EpochDiffers(Exception):
    """The read model stands in another epoch of the store and must be rebuilt (trust.md F6)."""


async def where(
    connection: Connection, name: str, epoch: int, *, feed: str = STORE, partition: int = 0
) -> int:
    """The position of a read model in this epoch, 0 for one that has not begun.

    Raises :class:`EpochDiffers`: positions of two epochs are never compared.
    """
    cursor = await connection.execute(_GET, (name, feed, partition))
    rows = await cursor.fetchall()
    if not rows:
        await connection.execute(_START, (name, feed, partition, epoch))
        return 0
    stands_in, position = rows[0]
    if stands_in != epoch:
        raise EpochDiffers
    return int(position)


async def begin_epoch(connection: Connection, name: str, epoch: int, position: int) -> None:
    """Let a read model that was folded again stand at ``position`` of ``epoch`` and no other."""
    await connection.execute("DELETE FROM projections.position WHERE name = %s", (name,))
    await connection.execute(
        "INSERT INTO projections.position (name, feed, partition, epoch, position)"
        " VALUES (%s, %s, 0, %s, %s)",
        (name, STORE, epoch, position),
    )


async def move(
    connection: Connection,
    name: str,
    epoch: int,
    old: int,
    new: int,
    *,
    feed: str = STORE,
    partition: int = 0,
) -> None:
    """Inside the transaction of the rows. Raises :class:`PositionMoved`."""
    cursor = await connection.execute(
        _SET,
        {
            "name": name,
            "feed": feed,
            "partition": partition,
            "epoch": epoch,
            "old": old,
            "new": new,
        },
        prepare=True,
    )
    if cursor.rowcount != 1:
        raise PositionMoved
