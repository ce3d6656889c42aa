"""What is asked of the caseload when a prefecture decides, or a relief comes: whom it concerns."""

from collections.abc import Collection, Sequence
from typing import Final, LiteralString
from uuid import UUID

from domain.case.stage import Stage
from domain.event_store.transaction import Connection

_OF_REGION: Final[LiteralString] = """
FROM projections.caseload WHERE left("window", 4) = left(%(region)s, 4)"""
_PAGE: Final[LiteralString] = f"""
SELECT stream {_OF_REGION} AND stream > %(after)s ORDER BY stream LIMIT %(limit)s"""
_COUNT: Final[LiteralString] = f"SELECT count(*) {_OF_REGION}"
_IN_HAND: Final[LiteralString] = """
SELECT stream FROM projections.caseload
WHERE open AND office = %(office)s AND stream > %(after)s ORDER BY stream LIMIT %(limit)s"""
_HOW_MANY_IN_HAND: Final[LiteralString] = """
SELECT count(*) FROM projections.caseload WHERE open AND office = %(office)s"""
_WAITING: Final[LiteralString] = """
FROM projections.caseload WHERE open AND stage = ANY(%(stages)s)"""
_PAGE_OF_WAITING: Final[LiteralString] = f"""
SELECT stream {_WAITING} AND stream > %(after)s ORDER BY stream LIMIT %(limit)s"""
_HOW_MANY_WAIT: Final[LiteralString] = f"SELECT count(*) {_WAITING}"
_BEFORE_ALL: Final = UUID(int=0)


async def needing_a_window(
    connection: Connection, region: str, after: UUID | None, limit: int
) -> Sequence[UUID]:
    """The cases that need a window of this prefecture, behind one, in the order of their ids.

    The code of a prefecture begins the ids of its offices.
    """
    values = {"region": region, "after": after or _BEFORE_ALL, "limit": limit}
    cursor = await connection.execute(_PAGE, values)
    return [stream for (stream,) in await cursor.fetchall()]


async def how_many_need_a_window(connection: Connection, region: str) -> int:
    cursor = await connection.execute(_COUNT, {"region": region})
    return int((await cursor.fetchall())[0][0])


async def in_hand_at(
    connection: Connection, office: str, after: UUID | None, limit: int
) -> Sequence[UUID]:
    """The open cases of an office, behind one, in the order of their ids."""
    values = {"office": office, "after": after or _BEFORE_ALL, "limit": limit}
    cursor = await connection.execute(_IN_HAND, values)
    return [stream for (stream,) in await cursor.fetchall()]


async def how_many_in_hand_at(connection: Connection, office: str) -> int:
    cursor = await connection.execute(_HOW_MANY_IN_HAND, {"office": office})
    return int((await cursor.fetchall())[0][0])


async def waiting_at(
    connection: Connection, stages: Collection[Stage], after: UUID | None, limit: int
) -> Sequence[UUID]:
    """The open cases at these stages, behind one, in the order of their ids."""
    values = {"stages": sorted(stages), "after": after or _BEFORE_ALL, "limit": limit}
    cursor = await connection.execute(_PAGE_OF_WAITING, values)
    return [stream for (stream,) in await cursor.fetchall()]


async def how_many_wait_at(connection: Connection, stages: Collection[Stage]) -> int:
    cursor = await connection.execute(_HOW_MANY_WAIT, {"stages": sorted(stages)})
    return int((await cursor.fetchall())[0][0])
