"""Connections of those who read."""

from psycopg_pool import AsyncConnectionPool

from api.desk import ReadPool
from domain.event_store.connection import NETWORK
from domain.event_store.liveness import check_usable


def pool(url: str, size: int) -> ReadPool:
    """A pool that says within a second that all connections are in use or the server is away.

    An attempt to connect again is given up as soon, and then another is begun. The pool's own
    attempts would come ever more seldom. It also counts those who have stopped waiting until it
    has a connection, so whoever asks next is refused and begins none.
    """
    return AsyncConnectionPool(
        url,
        min_size=1,
        max_size=size,
        timeout=0.9,
        max_waiting=4 * size,
        reconnect_timeout=1,
        reconnect_failed=_begin_again,
        check=check_usable,
        open=False,
        kwargs={
            **NETWORK,
            "autocommit": True,
            "options": "-c statement_timeout=5000 -c TimeZone=UTC",
        },
    )


async def _begin_again(pool: ReadPool) -> None:
    """A check lets a pool without connections try for one."""
    await pool.check()
