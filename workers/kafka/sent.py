"""How far the log has been sent. The position moves by compare-and-set."""

from collections.abc import Sequence
from typing import Final, LiteralString, NamedTuple

from domain.event_store.log import current_epoch
from domain.event_store.transaction import Connection
from workers.kafka.producer import Sent
from workers.kafka.record import Stored

_GET: Final[LiteralString] = """
SELECT position, last, offsets FROM relay_position WHERE topic = %s AND epoch = %s"""
_START: Final[LiteralString] = """
INSERT INTO relay_position (topic, epoch, position, last, offsets) VALUES (%s, %s, 0, %s, %s)"""
_MOVE: Final[LiteralString] = """
UPDATE relay_position
SET position = %s, last = %s, offsets = %s, moved_at = clock_timestamp()
WHERE topic = %s AND epoch = %s AND position = %s
  AND epoch = (SELECT max(epoch) FROM store_epoch)"""
_AFTER: Final[LiteralString] = """
SELECT originator_id, originator_version, notification_id, topic, state
FROM stored_events WHERE notification_id > %s ORDER BY notification_id LIMIT %s"""


class RelayMoved(Exception):
    """Another relay has sent since, or a new epoch has begun."""


class RelayPlace(NamedTuple):
    """How far a topic is. After a loss ``position`` is behind ``saved``, that of the table."""

    epoch: int
    saved: int
    position: int
    sent: Sent


async def stands(connection: Connection, topic: str) -> RelayPlace:
    """Reads where to go on in the present epoch of the store."""
    epoch = await current_epoch(connection)
    cursor = await connection.execute(_GET, (topic, epoch))
    rows = await cursor.fetchall()
    if not rows:
        nothing = Sent.nothing()
        await connection.execute(_START, (topic, epoch, nothing.last, nothing.offsets))
        return RelayPlace(epoch, 0, 0, nothing)
    position, last, offsets = rows[0]
    return RelayPlace(epoch, position, position, Sent(last, offsets))


async def move(connection: Connection, topic: str, old: RelayPlace, new: RelayPlace) -> None:
    """Saves how far the topic is. Raises :class:`RelayMoved`."""
    values = (new.position, new.sent.last, new.sent.offsets, topic, old.epoch, old.saved)
    cursor = await connection.execute(_MOVE, values, prepare=True)
    if cursor.rowcount != 1:
        raise RelayMoved


async def stored_after(connection: Connection, position: int, limit: int) -> Sequence[Stored]:
    cursor = await connection.execute(_AFTER, (position, limit), prepare=True, binary=True)
    return [Stored(*row) for row in await cursor.fetchall()]
