"""The library's recorder on our table, ordered by our lock.

Every writer takes the same advisory lock and keeps it through its commit, this
one too, so a reader that follows positions misses nothing (trust.md F3). It does
not wait for VACUUM, and needs no right to change what is stored.
"""

from collections.abc import Sequence
from typing import Any

from eventsourcing.persistence import StoredEvent
from eventsourcing.postgres import (
    PostgresApplicationRecorder,
    PostgresDatastore,
)
from psycopg.sql import SQL

from domain.event_store.connection import refuse_database_functions
from domain.event_store.library import environment
from domain.event_store.transaction import LOCK, LOCK_TIMEOUT


class CaseRecorder(PostgresApplicationRecorder):
    """Without the blanket retry: a lost connection leaves an unknown outcome (trust.md F1, F5)."""

    def __init__(
        self, datastore: PostgresDatastore, *, events_table_name: str = "stored_events"
    ) -> None:
        refuse_database_functions()
        super().__init__(datastore, events_table_name=events_table_name)
        self.lock_table_statements = [SQL(LOCK_TIMEOUT), SQL(LOCK)]

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **kwargs: Any
    ) -> Sequence[int] | None:
        """Once. Raises ``IntegrityError`` for a version that is taken."""
        once = PostgresApplicationRecorder.insert_events.__wrapped__
        ids: Sequence[int] | None = once(self, stored_events, **kwargs)
        return ids


def datastore_of(url: str, *, connections: int = 1) -> PostgresDatastore:
    """The library's own connection pool to the database of a libpq URL."""
    env = environment(url)
    return PostgresDatastore(
        dbname=env["POSTGRES_DBNAME"],
        host=env["POSTGRES_HOST"],
        port=env["POSTGRES_PORT"],
        user=env["POSTGRES_USER"],
        password=env["POSTGRES_PASSWORD"],
        lock_timeout=int(env["POSTGRES_LOCK_TIMEOUT"]),
        pool_size=connections,
    )
