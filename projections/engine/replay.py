"""Folding parked cases again, after what stopped them was put right."""

from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection
from projections.engine import parking
from projections.engine.parking import Parked
from projections.engine.projection import Projection
from projections.engine.reading import read_case
from projections.engine.session import session
from projections.engine.writer import Writer


class Replayed(NamedTuple):
    """``stopped`` is the case as it is parked now, None if it is not parked any more."""

    case: UUID
    stopped: Parked | None


async def replay(
    url: str, projection: Projection[Any], case: UUID | None = None
) -> Sequence[Replayed]:
    """Fold one parked case, or each, from its first event to the last that was noted.

    Each is one transaction, in which the position of the read model cannot move: the row,
    the difference in the figures, and the end of the parking. So it counts exactly once,
    whoever else projects or replays meanwhile.
    """
    connection = await session(url)
    try:
        names = [projection.name]
        found = [p.case for p in await parking.parked(connection, names) if case in {None, p.case}]
        return [await _replayed(connection, projection, one) for one in found]
    finally:
        await connection.close()


async def _replayed(connection: Connection, projection: Projection[Any], case: UUID) -> Replayed:
    async with connection.transaction():
        await parking.hold(connection, projection.name)
        parked = await parking.parked(connection, [projection.name])
        for stopped in (p for p in parked if p.case == case):
            await parking.release(connection, projection.name, case)
            history = await read_case(connection, case, stopped.last)
            writer = Writer(projection)
            await writer.remove(connection, case)
            if history:
                await writer.apply(connection, {case: history})
            await parking.repaired(connection, projection.name)
        parked = await parking.parked(connection, [projection.name])
        return Replayed(case, next((p for p in parked if p.case == case), None))
