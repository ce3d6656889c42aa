"""Folds parked streams again, after what stopped them was put right."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from domain.codec import Codec
from domain.event_store.transaction import Connection
from projections.engine import parking
from projections.engine.histories import Histories
from projections.engine.log_reader import read_stream
from projections.engine.parking import Parked
from projections.engine.projection import Projection
from projections.engine.session import session
from projections.engine.writer import Writer


class Refolded(NamedTuple):
    """What came of it. ``stopped`` is the stream as it is parked, or None if it is not."""

    stream: UUID
    stopped: Parked | None


async def replay(
    url: str, projection: Projection[Any], codec: Codec, stream: UUID | None = None
) -> Sequence[Refolded]:
    """Folds one parked stream, or each, from its first event to the last that was noted.

    Row, difference in the figures and end of the parking are one transaction, in which the
    position of the read model cannot move. So it counts exactly once, whoever else projects
    or replays meanwhile.
    """
    connection = await session(url)
    try:
        names = [projection.name]
        parked = await parking.parked(connection, names)
        found = [p.stream for p in parked if stream in {None, p.stream}]
        return [await _replayed(connection, projection, codec, one) for one in found]
    finally:
        await connection.close()


async def _replayed(
    connection: Connection, projection: Projection[Any], codec: Codec, stream: UUID
) -> Refolded:
    async with connection.transaction():
        await parking.hold(connection, projection.name)
        parked = await parking.parked(connection, [projection.name])
        for stopped in (p for p in parked if p.stream == stream):
            await parking.release(connection, projection.name, stream)
            history = await read_stream(connection, codec, stream, stopped.last)
            writer = Writer(projection)
            before = [recorded for recorded in history if recorded.position < stopped.position]
            await writer.remove(connection, stream, before)
            await writer.apply(connection, Histories(history, codec))
            await parking.repaired(connection, projection.name)
        parked = await parking.parked(connection, [projection.name])
        return Refolded(stream, next((p for p in parked if p.stream == stream), None))
