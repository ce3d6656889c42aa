"""Reads the log for reactions: only the events for which some of them wait."""

from collections.abc import Collection, Sequence
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection

_UPTO: Final[LiteralString] = """
SELECT coalesce(max(notification_id), %s) FROM (
    SELECT notification_id FROM stored_events
    WHERE notification_id > %s ORDER BY notification_id LIMIT %s) AS following"""
_BETWEEN: Final[LiteralString] = """
SELECT originator_id, originator_version, notification_id, topic, state FROM stored_events
WHERE notification_id > %s AND notification_id <= %s AND topic = ANY(%s)
ORDER BY notification_id"""
_AT: Final[LiteralString] = """
SELECT originator_id, originator_version, notification_id, topic, state FROM stored_events
WHERE notification_id = ANY(%s)"""


class Undecoded(NamedTuple):
    """An event as it is stored. It is not decoded."""

    stream: UUID
    version: int
    position: int
    topic: str
    state: bytes


async def causes_after(
    connection: Connection, position: int, topics: Collection[str], limit: int
) -> tuple[Sequence[Undecoded], int]:
    """Reads events of some names among the next ``limit`` behind ``position``, in log order.

    Also returns the position up to which these are all there are.
    """
    cursor = await connection.execute(_UPTO, (position, position, limit), prepare=True)
    upto = int((await cursor.fetchall())[0][0])
    if upto == position:
        return [], upto
    values = (position, upto, list(topics))
    cursor = await connection.execute(_BETWEEN, values, prepare=True, binary=True)
    return [Undecoded(*row) for row in await cursor.fetchall()], upto


async def causes_at(connection: Connection, positions: Collection[int]) -> dict[int, Undecoded]:
    """Reads the events at some positions."""
    cursor = await connection.execute(_AT, (list(positions),), binary=True)
    return {row[2]: Undecoded(*row) for row in await cursor.fetchall()}
