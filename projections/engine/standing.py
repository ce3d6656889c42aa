"""How far a read model has come, and how fresh it is."""

import asyncio
from datetime import datetime
from typing import Final, LiteralString, NamedTuple

from domain.event_store.log import last_position
from domain.event_store.transaction import Connection

_STANDING: Final[LiteralString] = """
SELECT p.epoch, p.position, p.moved_at, clock_timestamp() - p.moved_at,
       (SELECT coalesce(max(notification_id), 0) FROM stored_events) - p.position,
       (SELECT count(*) FROM projections.parked WHERE projection = p.name)
FROM projections.standing AS p
WHERE p.name = %s ORDER BY p.epoch DESC LIMIT 1"""
_RELAYS: Final[LiteralString] = """
SELECT topic, (SELECT coalesce(max(notification_id), 0) FROM stored_events) - position
FROM relay_position WHERE epoch = (SELECT max(epoch) FROM store_epoch) ORDER BY topic"""
_CORRECTED: Final[LiteralString] = """
SELECT name, sum(dropped)::bigint, sum(repaired)::bigint
FROM projections.position GROUP BY name ORDER BY name"""
SLOWEST: Final[LiteralString] = """
SELECT min(position) FROM projections.standing
WHERE epoch = (SELECT max(epoch) FROM store_epoch)"""
"""The position that every read model has reached, or none if none has begun."""
_LOOK_EVERY_S: Final = 0.02


class Standing(NamedTuple):
    """``age_s`` is seconds since the last batch, and ``behind`` counts events not yet folded.

    ``parked`` streams have an event that cannot be folded. Their events are not behind.
    """

    epoch: int
    position: int
    moved_at: datetime | None
    age_s: float
    behind: int
    parked: int


async def standing(connection: Connection, name: str) -> Standing:
    """How far a read model is. One that has not begun stands at position 0."""
    cursor = await connection.execute(_STANDING, (name,))
    rows = await cursor.fetchall()
    if not rows:
        return Standing(0, 0, None, 0.0, await last_position(connection), 0)
    epoch, position, moved_at, age, behind, parked = rows[0]
    return Standing(epoch, position, moved_at, age.total_seconds(), behind, parked)


async def relays(connection: Connection) -> dict[str, int]:
    """How many events each topic does not have yet."""
    cursor = await connection.execute(_RELAYS)
    return dict(await cursor.fetchall())


class Corrected(NamedTuple):
    """How many records repeated an earlier one, and how many events the topic lacked."""

    name: str
    dropped: int
    repaired: int


async def corrected(connection: Connection) -> list[Corrected]:
    cursor = await connection.execute(_CORRECTED)
    return [Corrected(*row) for row in await cursor.fetchall()]


async def slowest(connection: Connection) -> int:
    """The position that every read model has reached. It is -1 if none has begun."""
    cursor = await connection.execute(SLOWEST)
    found = (await cursor.fetchall())[0][0]
    return -1 if found is None else int(found)


async def reached(connection: Connection, position: int, within_s: float = 2.0) -> bool:
    """Whether every read model reaches ``position`` in time."""
    loop = asyncio.get_running_loop()
    until = loop.time() + within_s
    while True:
        if await slowest(connection) >= position:
            return True
        if loop.time() >= until:
            return False
        await asyncio.sleep(_LOOK_EVERY_S)
