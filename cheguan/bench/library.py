"""The peer: the library's own application and projection runner, on the same events.

The runner commits once for each event, because the library is made so. Its projection does a
part of what one of our read models does: it keeps one row for each case.
"""

import time
from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

import msgspec
import psycopg
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate
from eventsourcing.persistence import Tracking
from eventsourcing.postgres import PostgresDatastore, PostgresTrackingRecorder
from eventsourcing.projection import Projection, ProjectionRunner
from psycopg.sql import SQL, Identifier

from cheguan.bench.scratch import LIBRARY_SCHEMA, library_settings
from cheguan.registry import REGISTRY
from domain.recorded_event import RecordedEvent

_WITHIN_S: Final = 120.0
_PART: Final = 50


class Recorded(Aggregate.Event):
    """An event of the library with the content of ours."""

    body: dict[str, Any]


class Histories(Application[UUID]):
    """An application of the library that holds these events."""


class CaseAspect(PostgresTrackingRecorder):
    """A row for each case, written in the transaction of the position. ``moved_at`` is when."""

    moved_at = 0.0

    def __init__(self, datastore: PostgresDatastore, **names: Any) -> None:
        super().__init__(datastore, **names)
        table = Identifier(LIBRARY_SCHEMA, "case_view")
        self.check_identifier_length("case_view")
        self.sql_create_statements.append(
            SQL(
                "CREATE TABLE IF NOT EXISTS {} (case_id uuid PRIMARY KEY, kind text NOT NULL,"
                " office text NOT NULL, version bigint NOT NULL, moved_at text NOT NULL)"
            ).format(table)
        )
        self._upsert = SQL(
            "INSERT INTO {} VALUES (%s, %s, %s, %s, %s) ON CONFLICT (case_id) DO UPDATE SET"
            " (kind, office, version, moved_at) ="
            " (excluded.kind, excluded.office, excluded.version, excluded.moved_at)"
        ).format(table)

    def put(self, event: Recorded, tracking: Tracking) -> None:
        body = event.body
        row = (
            event.originator_id,
            body["event"]["type"],
            body["office"],
            event.originator_version,
            body["at"],
        )
        with self.datastore.transaction(commit=True) as cursor:
            self._insert_tracking(cursor, tracking)
            cursor.execute(self._upsert, row, prepare=True)
        self.moved_at = time.perf_counter()


class CaseProjection(Projection[CaseAspect]):
    """A projection in which every event changes its case's row."""

    name = "caseprojection"

    def process_event(self, domain_event: Any, tracking: Tracking) -> None:
        self.view.put(domain_event, tracking)


def fill(url: str, log: Sequence[RecordedEvent]) -> int:
    """Stores the events as the library's, and returns the mean size of one in bytes.

    They are stored in small parts, because the library's pipeline waits for ever on a
    statement that fills both socket buffers.
    """
    with Histories(library_settings(url)) as app:
        stored = [app.mapper.to_stored_event(_translated(recorded)) for recorded in log]
        for first in range(0, len(stored), _PART):
            app.recorder.insert_events(stored[first : first + _PART])
    return sum(len(event.state) for event in stored) // len(stored)


def _translated(recorded: RecordedEvent) -> Recorded:
    return Recorded(
        originator_id=recorded.stream,
        originator_version=recorded.version,
        timestamp=recorded.at,
        body=msgspec.json.decode(REGISTRY.codec.encode(recorded.envelope)),  # type: ignore[call-arg]  # made by a metaclass
    )


def catch_up(url: str, last: int) -> float:
    """Seconds that the runner takes from the beginning to position ``last``."""
    with psycopg.connect(url, autocommit=True) as connection:
        _forget(connection)
    started = time.perf_counter()
    with ProjectionRunner(
        application_class=Histories,
        projection_class=CaseProjection,
        view_class=CaseAspect,
        env=dict(library_settings(url)),
    ) as runner:
        runner.wait(last, timeout=_WITHIN_S)
        return runner.view.moved_at - started


def _forget(connection: psycopg.Connection[Any]) -> None:
    for table in ("case_view", "caseprojection_tracking"):
        connection.execute(SQL("DROP TABLE IF EXISTS {}").format(Identifier(LIBRARY_SCHEMA, table)))
