"""The streams that are parked for a read model, as its tables hold them (ADR 9)."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from psycopg.sql import SQL, Identifier

from domain.event_store import arrays
from domain.event_store.transaction import Connection
from projections.engine.stream_fold import Poison

TABLE: Final = "parked"

_PARK: Final = SQL(
    "INSERT INTO {} (projection, stream, position, error, last, waiting)"
    " SELECT %b, * FROM unnest(%b, %b, %b, %b, %b)"
)
_NOTE: Final = SQL(
    "UPDATE {} AS p SET last = u.last, waiting = p.waiting + u.waiting"
    " FROM unnest(%b, %b, %b) AS u(stream, last, waiting)"
    " WHERE p.projection = %b AND p.stream = u.stream"
)
_STREAMS: Final = SQL("SELECT stream FROM {} WHERE projection = %s")
_LIST: Final[LiteralString] = """
SELECT projection, stream, position, last, waiting, error, since FROM projections.parked
WHERE projection = ANY(%s) ORDER BY projection, position"""
_AT: Final[LiteralString] = """
SELECT position FROM projections.parked WHERE projection = %s AND stream = %s"""
_REPAIRS: Final[LiteralString] = """
SELECT coalesce(max(times), 0) FROM projections.repairs WHERE name = %s"""
_REPAIRED: Final[LiteralString] = """
INSERT INTO projections.repairs AS r (name, times) VALUES (%s, 1)
ON CONFLICT (name) DO UPDATE SET times = r.times + 1"""


class Parked(NamedTuple):
    """A parked stream. ``position`` is the event that failed; ``last`` the last that waits."""

    projection: str
    stream: UUID
    position: int
    last: int
    waiting: int
    error: str
    since: datetime


class Waiting(NamedTuple):
    """How many events of a parked stream came later, and up to which position."""

    stream: UUID
    last: int
    events: int


async def parked(connection: Connection, names: Sequence[str]) -> list[Parked]:
    """Every parked stream of these read models, in log order."""
    cursor = await connection.execute(_LIST, (list(names),))
    return [Parked(*row) for row in await cursor.fetchall()]


async def parked_at(connection: Connection, name: str, stream: UUID) -> int | None:
    """The position of the event at which a stream is parked, if it is."""
    cursor = await connection.execute(_AT, (name, stream))
    rows = await cursor.fetchall()
    return rows[0][0] if rows else None


async def parked_streams(connection: Connection, schema: str, name: str) -> set[UUID]:
    cursor = await connection.execute(_STREAMS.format(Identifier(schema, TABLE)), (name,))
    return {stream for (stream,) in await cursor.fetchall()}


async def park(connection: Connection, schema: str, name: str, poisons: Collection[Poison]) -> None:
    await connection.execute(
        _PARK.format(Identifier(schema, TABLE)),
        (
            name,
            arrays.uuids(p.stream for p in poisons),
            arrays.int8s(p.position for p in poisons),
            arrays.texts(p.error for p in poisons),
            arrays.int8s(p.last for p in poisons),
            arrays.int8s(p.waiting for p in poisons),
        ),
    )


async def note(connection: Connection, schema: str, name: str, waiting: Sequence[Waiting]) -> None:
    """Counts later events of parked streams. They are not folded."""
    await connection.execute(
        _NOTE.format(Identifier(schema, TABLE)),
        (
            arrays.uuids(w.stream for w in waiting),
            arrays.int8s(w.last for w in waiting),
            arrays.int8s(w.events for w in waiting),
            name,
        ),
    )


async def repairs(connection: Connection, name: str) -> int:
    """How often something other than the feed has written this read model."""
    cursor = await connection.execute(_REPAIRS, (name,), prepare=True)
    return int((await cursor.fetchall())[0][0])


async def repaired(connection: Connection, name: str) -> None:
    """Tells whoever remembers rows of this read model to load them again."""
    await connection.execute(_REPAIRED, (name,))


async def take_over(connection: Connection, schema: str, name: str) -> None:
    """Puts the streams that are parked in another schema in place of the live ones."""
    await connection.execute("DELETE FROM projections.parked WHERE projection = %s", (name,))
    await connection.execute(
        SQL("INSERT INTO projections.parked SELECT * FROM {}").format(Identifier(schema, TABLE))
    )


async def hold(connection: Connection, name: str) -> None:
    """Holds this read model to the end of the transaction, so that no follower moves it."""
    await connection.execute(
        "SELECT FROM projections.position WHERE name = %s ORDER BY feed, partition FOR UPDATE",
        (name,),
    )


async def release(connection: Connection, name: str, stream: UUID) -> None:
    await connection.execute(
        "DELETE FROM projections.parked WHERE projection = %s AND stream = %s", (name, stream)
    )
