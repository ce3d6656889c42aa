"""Which stream was handed to whom, so that nobody else is given it for a while.

It is no event, because nothing has happened to the stream yet. What its holder does to it is.
"""

from collections.abc import Collection
from typing import Final, LiteralString
from uuid import UUID

from domain.event_store.transaction import Connection

HELD_S: Final = 900
"""Seconds for which a stream rests with its holder, unless he asks for it again."""

_HELD: Final[LiteralString] = """
SELECT stream FROM handed_out
WHERE stream = ANY(%s) AND holder <> %s AND until > clock_timestamp()"""
_HOLDERS: Final[LiteralString] = """
SELECT stream, holder FROM handed_out WHERE stream = ANY(%s) AND until > clock_timestamp()"""
_RELEASE: Final[LiteralString] = "DELETE FROM handed_out WHERE stream = %s AND holder = %s"
_TAKE: Final[LiteralString] = """
WITH ended AS (
    DELETE FROM handed_out WHERE stream IN (
        SELECT stream FROM handed_out
        WHERE until < clock_timestamp() - interval '1 hour' AND stream <> %(stream)s
        LIMIT 100 FOR UPDATE SKIP LOCKED)
)
INSERT INTO handed_out AS h (stream, holder, until)
VALUES (%(stream)s, %(holder)s, clock_timestamp() + %(held_s)s * interval '1 second')
ON CONFLICT (stream) DO UPDATE SET holder = excluded.holder, until = excluded.until
WHERE h.holder = excluded.holder OR h.until <= clock_timestamp()
RETURNING stream"""


async def held_by_others(
    connection: Connection, streams: Collection[UUID], holder: str
) -> set[UUID]:
    """Those of the streams that rest with somebody else."""
    cursor = await connection.execute(_HELD, (list(streams), holder))
    return {stream for (stream,) in await cursor.fetchall()}


async def holders(connection: Connection, streams: Collection[UUID]) -> dict[UUID, str]:
    """With whom the streams rest at present. One that rests with nobody has none."""
    cursor = await connection.execute(_HOLDERS, (list(streams),))
    return dict(await cursor.fetchall())


async def take(connection: Connection, stream: UUID, holder: str) -> bool:
    """Hands the stream to ``holder``. Of many who ask at once one gets it."""
    values = {"stream": stream, "holder": holder, "held_s": HELD_S}
    cursor = await connection.execute(_TAKE, values)
    return bool(await cursor.fetchall())


async def release(connection: Connection, stream: UUID, holder: str) -> None:
    """Lets go of the stream, because ``holder`` has done what he was handed it for."""
    await connection.execute(_RELEASE, (stream, holder))
