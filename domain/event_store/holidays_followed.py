"""Remembers up to which year the cases follow the published holidays."""

from typing import Final, LiteralString

from domain.event_store.transaction import Connection

_TO_FOLLOW: Final[LiteralString] = """
SELECT NOT EXISTS (
    SELECT FROM holidays_followed
    WHERE last_year >= %s AND (first_at < clock_timestamp() - interval '1 day'
        OR looked_at > clock_timestamp() - interval '10 minutes')
)"""
_FOLLOWED: Final[LiteralString] = """
INSERT INTO holidays_followed (last_year) VALUES (%s)
ON CONFLICT (last_year) DO UPDATE SET looked_at = clock_timestamp()"""


async def to_follow(connection: Connection, last_year: int) -> bool:
    """Whether there may be days that were counted without a notice known up to this year.

    For a day after its publication that is asked again and again, because a process that has
    not been started since goes on counting without it.
    """
    cursor = await connection.execute(_TO_FOLLOW, (last_year,))
    return bool((await cursor.fetchall())[0][0])


async def followed(connection: Connection, last_year: int) -> None:
    """Says that every case has been looked at."""
    await connection.execute(_FOLLOWED, (last_year,))
