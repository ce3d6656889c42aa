"""Connections to the event store, with the settings that each of them must have."""

import os
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from psycopg import AsyncConnection
from psycopg.abc import Query

from domain.event_store import arrays
from domain.event_store.transaction import PREPARE, Connection

Connect = Callable[[], Awaitable[Connection]]

_SERVER_KEEPALIVES: Final = (
    "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=3 -c tcp_keepalives_count=3"
    " -c tcp_user_timeout=10000"
)
_SETTINGS: Final = (
    "-c synchronous_commit=on -c idle_in_transaction_session_timeout=5000 -c TimeZone=UTC"
    f" {_SERVER_KEEPALIVES}"
)
_WRITING: Final = (
    f"{_SETTINGS} -c statement_timeout=0 -c lock_timeout=1800ms"
    " -c plan_cache_mode=force_generic_plan -c enable_seqscan=off"
)
"""A commit is never cancelled, whatever timeouts the role or the database has been given.

Planning anew would take a third of PostgreSQL's time for a lone command. The plan that is
kept may be made while the tables are empty, and must use their indexes all the same.
"""
_TRANSACTION_TIMEOUT_SINCE: Final = 170_000

NETWORK: Final[Mapping[str, Any]] = {
    "connect_timeout": 2,
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 3,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
"""By these settings a dead network is noticed within 15 seconds."""


class DatabaseFunctionsEnabled(Exception):
    """``POSTGRES_ENABLE_DB_FUNCTIONS`` is set, with which a reader misses events.

    The library then inserts without the lock that orders commits: 8 writers of 9,600
    events were followed by a reader that never saw 114 of them.
    """

    def __init__(self) -> None:
        super().__init__(
            "POSTGRES_ENABLE_DB_FUNCTIONS is set; appends through database functions lose "
            "events for readers. Unset it and start again."
        )


def refuse_database_functions(environment: dict[str, str] | None = None) -> None:
    """Raises :class:`DatabaseFunctionsEnabled` if the library would use database functions."""
    value = (environment or dict(os.environ)).get("POSTGRES_ENABLE_DB_FUNCTIONS", "")
    if value.lower() in {"y", "yes", "t", "true", "on", "1"}:
        raise DatabaseFunctionsEnabled


async def connect(url: str) -> Connection:
    """Opens a connection in autocommit."""
    connection = await AsyncConnection.connect(url, autocommit=True, options=_SETTINGS, **NETWORK)
    arrays.register(connection)
    return connection


async def connect_to_write(url: str) -> Connection:
    """Opens a connection to a server that accepts writes.

    A process that is stopped in the middle of a transaction must not keep the append lock.
    To the server, half a pipeline is no idle transaction, so the age of the whole
    transaction is limited too, from PostgreSQL 17 on.
    """
    connection = await AsyncConnection.connect(
        url, autocommit=True, options=_WRITING, target_session_attrs="read-write", **NETWORK
    )
    arrays.register(connection)
    await begin(connection, PREPARE)
    if connection.info.server_version >= _TRANSACTION_TIMEOUT_SINCE:
        await begin(connection, "SET transaction_timeout = '5s'")
    return connection


async def begin(connection: Connection, statement: Query) -> None:
    """Sets up a connection that nobody else knows of yet: it is closed if this fails."""
    try:
        await connection.execute(statement)
    except BaseException:
        await connection.close()
        raise


def connector(url: str, opened: Callable[[str], Awaitable[Connection]] = connect) -> Connect:
    async def connecting() -> Connection:
        return await opened(url)

    return connecting
