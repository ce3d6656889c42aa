"""The library's recorder on our table, ordered by our lock.

Every writer takes the same advisory lock and keeps it through its commit, and so does this
one. Therefore a reader that follows positions misses nothing. The library's own lock on the
table would wait for VACUUM, and would ask for the right to change what is stored.
"""

from collections.abc import Sequence
from typing import Any

from eventsourcing.persistence import ApplicationRecorder, StoredEvent, Subscription
from eventsourcing.postgres import (
    PostgresApplicationRecorder,
    PostgresDatastore,
    PostgresSubscription,
)
from psycopg.sql import SQL, Identifier

from domain.event_store.connection import refuse_database_functions
from domain.event_store.library import environment
from domain.event_store.transaction import LOCK, LOCK_TIMEOUT


class OrderedRecorder(PostgresApplicationRecorder):
    """Inserts without the library's retry after a lost connection.

    If the first insert had been committed, the retry would meet its own rows, and a stored
    command would be reported as a conflict. After a loss the outcome is unknown.
    """

    def __init__(
        self, datastore: PostgresDatastore, *, events_table_name: str = "stored_events"
    ) -> None:
        refuse_database_functions()
        super().__init__(datastore, events_table_name=events_table_name)
        self.lock_table_statements = [SQL(LOCK_TIMEOUT), SQL(LOCK)]

    def insert_events(
        self, stored_events: Sequence[StoredEvent], **kwargs: Any
    ) -> Sequence[int] | None:
        """Inserts once. Raises ``IntegrityError`` for a version that is taken."""
        once = PostgresApplicationRecorder.insert_events.__wrapped__
        ids: Sequence[int] | None = once(self, stored_events, **kwargs)
        return ids

    def subscribe(
        self, gt: int | None = None, topics: Sequence[str] = ()
    ) -> Subscription[ApplicationRecorder]:
        """Follows the events from the position ``gt`` on."""
        return _ListeningSubscription(recorder=self, gt=gt, topics=topics)


class _ListeningSubscription(PostgresSubscription):
    """Reads once more as soon as it listens.

    The library's reads first. What is stored between its reading and its LISTEN it tells of only
    with the next event, and of the last one never.
    """

    def _listen(self) -> None:
        try:
            with self._recorder.datastore.get_connection() as connection:
                channel = Identifier(self._recorder.channel_name)
                connection.execute(SQL("LISTEN {0}").format(channel))
                self._has_been_notified.set()
                while not self._has_been_stopped and not self._thread_error:
                    for _ in connection.notifies(timeout=0.1, stop_after=1):
                        self._has_been_notified.set()
        except BaseException as error:  # noqa: BLE001 - the thread that reads raises it
            self._thread_error = self._thread_error or error
            self.stop()


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
