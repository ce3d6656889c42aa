"""Brings a read model to one position in every partition, or from one feed to another."""

from typing import Any, Final

from domain.codec import Codec
from domain.event_store.log import current_epoch
from domain.event_store.transaction import Connection
from projections.engine import parking, position
from projections.engine.histories import Histories
from projections.engine.log_reader import read_after
from projections.engine.partitions import partition_of
from projections.engine.projection import Projection
from projections.engine.session import session
from projections.engine.standing import standing
from projections.engine.writer import Writer

_CHUNK: Final = 16_000


async def level(
    connection: Connection, projection: Projection[Any], codec: Codec, epoch: int, feed: str
) -> int:
    """Brings every partition of the live read model to one position, and returns it.

    The caller's transaction holds the read model.
    """
    name = projection.name
    each = [at.position for at in await position.where_each(connection, name, epoch, feed)]
    if feed == position.STORE:
        return each[0]
    reached = (await standing(connection, name)).position
    upto = max(reached, *each)
    writer = Writer(projection)
    while reached < upto:
        batch = await read_after(connection, codec, reached, min(_CHUNK, upto - reached))
        reached = batch[-1].position if batch else upto
        missing = [e for e in batch if each[partition_of(e.stream)] < e.position <= upto]
        await writer.apply(connection, Histories(missing, codec))
        writer.committed()
    await position.advance(connection, name, epoch, feed, upto)
    await parking.repaired(connection, name)
    return upto


async def follow(url: str, projection: Projection[Any], codec: Codec, feed: str) -> None:
    """Lets a read model go on where it stands, on another feed."""
    connection = await session(url)
    try:
        epoch = await current_epoch(connection)
        async with connection.transaction():
            await parking.hold(connection, projection.name)
            before = await position.feed_of(connection, projection.name)
            if before not in {None, feed}:
                upto = await level(connection, projection, codec, epoch, str(before))
                await position.begin_at(connection, projection.name, epoch, upto, feed)
    finally:
        await connection.close()
