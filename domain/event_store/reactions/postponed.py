"""What a reaction has postponed. It is tried again by the database's clock, or by an operator."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Final, LiteralString, NamedTuple
from uuid import UUID

from domain.event_store.transaction import Connection

LONGEST_S: Final = 3600
_HELD: Final[LiteralString] = """
SELECT name, array_agg(DISTINCT target) FROM reaction_postponed
WHERE name = ANY(%s) GROUP BY name"""
_DUE: Final[LiteralString] = """
SELECT name, target, cause, tries FROM (
    SELECT DISTINCT ON (name, target) name, target, cause, tries, again_at
    FROM reaction_postponed WHERE name = ANY(%s) ORDER BY name, target, cause) AS first
WHERE again_at <= clock_timestamp() ORDER BY again_at, cause LIMIT %s"""
_SETTLED: Final[LiteralString] = """
DELETE FROM reaction_postponed WHERE name = %s AND target = %s AND cause = %s"""
_AGAIN: Final[LiteralString] = """
UPDATE reaction_postponed SET refusal = %s, tries = tries + 1,
    again_at = clock_timestamp() + least(power(2, least(tries + 1, 30)), %s) * interval '1 second'
WHERE name = %s AND target = %s AND cause = %s AND tries = %s"""
_GIVEN_UP: Final[LiteralString] = """
UPDATE reaction_postponed SET refusal = %s, tries = tries + 1, again_at = NULL
WHERE name = %s AND target = %s AND cause = %s AND tries = %s"""
_RETRY: Final[LiteralString] = """
UPDATE reaction_postponed SET tries = 0, again_at = clock_timestamp() WHERE name = ANY(%s)"""

_RETRY_ONE: Final[LiteralString] = """
UPDATE reaction_postponed SET tries = 0, again_at = clock_timestamp()
WHERE name = %s AND target = %s"""
_LIST: Final[LiteralString] = """
SELECT DISTINCT ON (name, target) name, target, refusal, tries, since, again_at
FROM reaction_postponed WHERE name = ANY(%s) ORDER BY name, target, cause"""


class PostponedTarget(NamedTuple):
    """The first command for which a stream waits, and why. ``again_at`` is None if given up."""

    name: str
    target: UUID
    refusal: str
    tries: int
    since: datetime
    again_at: datetime | None


class SecondTry(NamedTuple):
    """The first command for which a stream waits, and how often it was tried."""

    name: str
    target: UUID
    cause: int
    tries: int


async def held(connection: Connection, names: Collection[str]) -> Mapping[str, Sequence[UUID]]:
    """The streams for which something is postponed, by reaction. What comes later waits too."""
    cursor = await connection.execute(_HELD, (list(names),))
    return dict(await cursor.fetchall())


async def due(connection: Connection, names: Collection[str], limit: int) -> Sequence[SecondTry]:
    """Reads what is to be tried again. What has waited longest for its turn comes first."""
    cursor = await connection.execute(_DUE, (list(names), limit))
    return [SecondTry(*row) for row in await cursor.fetchall()]


async def settled(connection: Connection, done: SecondTry) -> None:
    """Drops what was carried out, or for which nothing is left to do."""
    await connection.execute(_SETTLED, (done.name, done.target, done.cause))


async def again(connection: Connection, refused: SecondTry, refusal: str) -> None:
    """Postpones what was refused once more, for twice the time, but at most for an hour."""
    values = (refusal, LONGEST_S, refused.name, refused.target, refused.cause, refused.tries)
    await connection.execute(_AGAIN, values)


async def give_up(connection: Connection, refused: SecondTry, refusal: str) -> None:
    """Gives up what was refused for the last time, until :func:`retry`."""
    values = (refusal, refused.name, refused.target, refused.cause, refused.tries)
    await connection.execute(_GIVEN_UP, values)


async def retry(connection: Connection, names: Collection[str]) -> int:
    """Lets everything that is postponed be tried again at once, and says how much that is."""
    cursor = await connection.execute(_RETRY, (list(names),))
    return cursor.rowcount


async def retry_one(connection: Connection, name: str, target: UUID) -> None:
    """Lets what is postponed for one stream be tried again at once."""
    await connection.execute(_RETRY_ONE, (name, target))


async def listed(connection: Connection, names: Collection[str]) -> Sequence[PostponedTarget]:
    """The streams for which something is postponed, by reaction."""
    cursor = await connection.execute(_LIST, (list(names),))
    return [PostponedTarget(*row) for row in await cursor.fetchall()]
