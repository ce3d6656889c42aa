"""Connections of whoever writes read models."""

from domain.event_store.connection import connect
from domain.event_store.transaction import Connection

_PATIENT = "SET idle_in_transaction_session_timeout = '60s'"


async def session(url: str) -> Connection:
    """One that may fold a large batch within a transaction, on a busy machine too.

    The locks it holds meanwhile keep nobody waiting but another writer of the read model.
    """
    connection = await connect(url)
    await connection.execute(_PATIENT)
    return connection
