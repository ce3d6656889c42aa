"""Which streams of the register a decision on a relief concerns, and what reliefs have moved.

All their deadlines are derived, and ask the reliefs when they pass. So it concerns those alone
that wait for no day, because a relief is open, and those of which a deadline has passed already.
"""

from collections.abc import Sequence
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.clocks.grace import CANCELLING
from domain.event_store.transaction import Connection

_CONCERNED: Final[LiteralString] = """
FROM projections.timers WHERE kind = %(kind)s AND (
    coalesce(state::jsonb->'missed', '[]') NOT IN ('[]', 'null')
    OR coalesce(state::jsonb->'extended', '[]') <> '[]')"""
_PAGE: Final[LiteralString] = f"""
SELECT stream {_CONCERNED} AND stream > %(after)s ORDER BY stream LIMIT %(limit)s"""
_COUNT: Final[LiteralString] = f"SELECT count(*) {_CONCERNED}"
_MOVED: Final[LiteralString] = """
FROM (
    SELECT stream, state::jsonb AS state FROM projections.timers
    WHERE state LIKE '%%"extended":[{%%' OFFSET 0
) AS t, jsonb_array_elements(t.state->'extended') AS moved"""
"""The condition is that of an index, so that whoever asks reads no row beside these."""
_BY_CLOCK: Final[LiteralString] = f"""
SELECT moved->>'clock', count(*), count(*) FILTER (WHERE moved->>'new' IS NULL)
{_MOVED} GROUP BY 1 ORDER BY 1"""
_KEPT: Final[LiteralString] = f"""
SELECT count(DISTINCT t.stream) {_MOVED}
WHERE moved->>'clock' = ANY(%s) AND coalesce(t.state->'listed', '[]') = '[]'"""
_CASES: Final[LiteralString] = """
SELECT count(*) FROM projections.timers
WHERE kind = 'case' AND state LIKE '%%"extended":[{%%'"""
_HELD_OPEN: Final[LiteralString] = """
FROM projections.timers WHERE kind = 'case'
    AND state LIKE '%%"extended":[{%%' AND state::jsonb #> '{deadline,under,open}' = 'true'"""
_PAGE_OF_OPEN: Final[LiteralString] = f"""
SELECT stream {_HELD_OPEN} AND stream > %(after)s ORDER BY stream LIMIT %(limit)s"""
_HOW_MANY_OPEN: Final[LiteralString] = f"SELECT count(*) {_HELD_OPEN}"
_BEFORE_ALL: Final = UUID(int=0)


async def concerned_by_reliefs(
    connection: Connection, kind: str, after: UUID | None, limit: int
) -> Sequence[UUID]:
    """At most so many streams of a kind, behind one, in the order of their ids."""
    values = {"kind": kind, "after": after or _BEFORE_ALL, "limit": limit}
    cursor = await connection.execute(_PAGE, values)
    return [stream for (stream,) in await cursor.fetchall()]


async def how_many_concerned_by_reliefs(connection: Connection, kind: str) -> int:
    cursor = await connection.execute(_COUNT, {"kind": kind})
    return int((await cursor.fetchall())[0][0])


async def cases_held_open(connection: Connection, after: UUID | None, limit: int) -> Sequence[UUID]:
    """At most so many cases whose applicant waits for no day, because a relief has no end yet."""
    values = {"after": after or _BEFORE_ALL, "limit": limit}
    cursor = await connection.execute(_PAGE_OF_OPEN, values)
    return [stream for (stream,) in await cursor.fetchall()]


async def how_many_cases_held_open(connection: Connection) -> int:
    cursor = await connection.execute(_HOW_MANY_OPEN, ())
    return int((await cursor.fetchall())[0][0])


class MovedByClock(NamedTuple):
    """So many deadlines of a clock would have passed but for a relief, or are those of cases, whose
    day it has moved. ``held_open`` are those of them that have no day yet.
    """

    clock: str
    moved: int
    held_open: int


async def moved_by_clock(connection: Connection) -> list[MovedByClock]:
    cursor = await connection.execute(_BY_CLOCK, ())
    return [MovedByClock(*row) for row in await cursor.fetchall()]


async def kept_from_cancellation(connection: Connection) -> int:
    """The licences that would be on the list for cancellation but for a relief."""
    cursor = await connection.execute(_KEPT, (sorted(CANCELLING),))
    return int((await cursor.fetchall())[0][0])


async def cases_extended(connection: Connection) -> int:
    """The cases, open and ended, in which a relief has moved what the applicant had to do."""
    cursor = await connection.execute(_CASES, ())
    return int((await cursor.fetchall())[0][0])
