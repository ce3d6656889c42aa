"""The connections of whoever writes read models."""

from typing import Final

from domain.event_store.connection import begin, connect
from domain.event_store.transaction import Connection

REBUILD_LOCK: Final = 7304
"""The number of the advisory locks that rebuilds hold, one for each read model."""
_PATIENT: Final = "SET idle_in_transaction_session_timeout = '60s'"
_SHORT: Final = "SET transaction_timeout = '30s'"
_TRANSACTION_TIMEOUT_SINCE: Final = 170_000


async def session(url: str) -> Connection:
    """Opens a connection that may fold a large batch in one transaction, on a busy machine too.

    Its locks keep nobody waiting but another writer of the same read model.
    """
    connection = await connect(url)
    await begin(connection, _PATIENT)
    return connection


async def short_session(url: str) -> Connection:
    """Opens a connection whose writer, if it sleeps in a transaction, holds up nobody for long.

    To the server half a pipeline is no idle transaction, so the age of the whole is limited.
    """
    connection = await session(url)
    if connection.info.server_version >= _TRANSACTION_TIMEOUT_SINCE:
        await begin(connection, _SHORT)
    return connection
