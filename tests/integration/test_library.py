"""The event store stays an ordinary store of the eventsourcing library."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from eventsourcing.application import Application
from eventsourcing.persistence import IntegrityError, StoredEvent

from domain.event_store.connection import DatabaseFunctionsEnabled
from domain.event_store.library import environment
from domain.event_store.mapper import EnvelopeMapper, StoredEnvelope
from domain.event_store.recorder import CaseRecorder, datastore_of
from domain.event_store.store import open_store
from tests.envelopes import an_acceptance, pending


@pytest.fixture
def recorder(database_url: str) -> Iterator[CaseRecorder]:
    datastore = datastore_of(database_url)
    yield CaseRecorder(datastore)
    datastore.close()


async def test_a_stock_application_pages_through_our_log_and_agrees(database_url: str) -> None:
    streams = [uuid4() for _ in range(30)]
    async with open_store(database_url) as store:
        for stream in streams:
            await store.append(pending(stream, after=0, count=3))
        ours = [recorded for stream in streams for recorded in await store.load(stream)]

    class Stored(Application[UUID]):
        """Nothing of its own; the name makes the library's table name ours."""

    application = Stored(env=environment(database_url))
    theirs = [
        (notification.id, application.mapper.to_domain_event(notification))
        for section in range(0, 90, 10)
        for notification in application.recorder.select_notifications(section + 1, 10)
    ]
    application.close()

    assert [(e.position, e.stream, e.version, e.envelope) for e in ours] == [
        (position, e.originator_id, e.originator_version, e.envelope)
        for position, e in theirs
        if isinstance(e, StoredEnvelope)
    ]


def test_the_recorder_orders_its_appends_with_ours(recorder: CaseRecorder) -> None:
    stored = EnvelopeMapper.to_stored_event(
        EnvelopeMapper.__new__(EnvelopeMapper), StoredEnvelope(uuid4(), 1, an_acceptance())
    )

    assert recorder.insert_events([stored]) == [1]
    assert recorder.max_notification_id() == 1


def test_a_version_that_is_taken_is_a_conflict_at_once(recorder: CaseRecorder) -> None:
    event = StoredEvent(uuid4(), 1, "CaseAccepted", b"{}")
    recorder.insert_events([event])

    with pytest.raises(IntegrityError):
        recorder.insert_events([event])


def test_appends_through_database_functions_are_refused(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("POSTGRES_ENABLE_DB_FUNCTIONS", "yes")
    datastore = datastore_of(database_url)

    with pytest.raises(DatabaseFunctionsEnabled):
        CaseRecorder(datastore)
    datastore.close()
