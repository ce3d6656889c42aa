"""Connections to the event store, with what every one of them must have."""

import os

from psycopg import AsyncConnection

from domain.event_store import arrays
from domain.event_store.appender import Connect
from domain.event_store.transaction import Connection

_SETTINGS = "-c synchronous_commit=on -c idle_in_transaction_session_timeout=5000 -c TimeZone=UTC"


class DatabaseFunctionsEnabled(Exception):
    """``POSTGRES_ENABLE_DB_FUNCTIONS`` is set: with it a reader misses events (trust.md F2)."""

    def __init__(self) -> None:
        super().__init__(
            "POSTGRES_ENABLE_DB_FUNCTIONS is set; appends through database functions lose "
            "events for readers. Unset it and start again."
        )


def refuse_database_functions(environment: dict[str, str] | None = None) -> None:
    """Raise :class:`DatabaseFunctionsEnabled` if the library would be told to use them."""
    value = (environment or dict(os.environ)).get("POSTGRES_ENABLE_DB_FUNCTIONS", "")
    if value.lower() in {"y", "yes", "t", "true", "on", "1"}:
        raise DatabaseFunctionsEnabled


async def connect(url: str) -> Connection:
    """One connection, in autocommit, that notices a dead network within 15 seconds."""
    connection = await AsyncConnection.connect(
        url,
        autocommit=True,
        options=_SETTINGS,
        connect_timeout=2,
        keepalives=1,
        keepalives_idle=5,
        keepalives_interval=3,
        keepalives_count=3,
        tcp_user_timeout=10_000,
    )
    arrays.register(connection)
    return connection


def connector(url: str) -> Connect:
    async def opened() -> Connection:
        return await connect(url)

    return opened
