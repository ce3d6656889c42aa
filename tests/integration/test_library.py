"""The event store stays an ordinary store of the eventsourcing library."""

import asyncio
import threading
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, Final
from uuid import UUID, uuid4

import pytest
from eventsourcing.application import Application
from eventsourcing.persistence import IntegrityError, Notification, StoredEvent
from eventsourcing.postgres import PostgresDatastore

from domain.aggregates import CODEC
from domain.event_store.connection import DatabaseFunctionsEnabled
from domain.event_store.library import environment
from domain.event_store.log import read_log
from domain.event_store.mapper import EnvelopeMapper, StoredEnvelope
from domain.event_store.recorder import OrderedRecorder, datastore_of
from domain.event_store.store import open_store
from domain.event_store.transaction import Connection
from domain.recorded_event import RecordedEvent
from tests.kit.envelopes import an_acceptance, pending


@pytest.fixture
def recorder(database_url: str) -> Iterator[OrderedRecorder]:
    datastore = datastore_of(database_url)
    yield OrderedRecorder(datastore)
    datastore.close()


EVENTS: Final = 10_000


class Stored(Application[UUID]):
    """Nothing of its own; the name makes the library's table name ours."""


def whole_log(application: Application[UUID]) -> list[RecordedEvent]:
    """Section by section, as the library links them, through the application's mapper."""
    read, section_id = [], "1,10"
    while section_id:
        section = application.notification_log[section_id]
        for notification in section.items:
            stored = application.mapper.to_domain_event(notification)
            assert isinstance(stored, StoredEnvelope)
            read.append(
                RecordedEvent(
                    stored.originator_id,
                    stored.originator_version,
                    int(notification.id),
                    stored.envelope,
                )
            )
        section_id = section.next_id or ""
    return read


async def test_a_stock_application_pages_through_our_log_and_agrees(
    database_url: str, connection: Connection
) -> None:
    streams = [uuid4() for _ in range(EVENTS // 4)]
    async with open_store(database_url, CODEC, queue_max=EVENTS) as store:
        for after in (0, 2):
            asked = [pending(stream, after=after, count=2) for stream in streams]
            await asyncio.gather(*map(store.append, asked))
    ours = await read_log(connection, CODEC, 0, EVENTS + 1)

    application = Stored(env=environment(database_url))
    try:
        theirs = await asyncio.to_thread(whole_log, application)
        of_one_stream = application.recorder.select_events(streams[7])
    finally:
        application.close()

    assert len(ours) == EVENTS
    assert theirs == list(ours)
    assert [event.originator_version for event in of_one_stream] == [1, 2, 3, 4]


def test_the_recorder_orders_its_appends_with_ours(recorder: OrderedRecorder) -> None:
    stored = EnvelopeMapper.to_stored_event(
        EnvelopeMapper.__new__(EnvelopeMapper), StoredEnvelope(uuid4(), 1, an_acceptance())
    )

    assert recorder.insert_events([stored]) == [1]
    assert recorder.max_notification_id() == 1


def test_a_version_that_is_taken_is_a_conflict_at_once(recorder: OrderedRecorder) -> None:
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
        OrderedRecorder(datastore)
    datastore.close()


class SlowToListen(OrderedRecorder):
    """One whose subscription listens only after something else has been stored."""

    def __init__(self, datastore: PostgresDatastore) -> None:
        self.read, self.stored = threading.Event(), threading.Event()
        super().__init__(datastore)

    def select_notifications(self, *args: Any, **kwargs: Any) -> Sequence[Notification]:
        found: Sequence[Notification] = super().select_notifications(*args, **kwargs)
        self.read.set()
        return found

    @property
    def channel_name(self) -> str:
        """Asked by whoever tells of an event, and by the thread that listens."""
        if threading.current_thread() is not threading.main_thread():
            assert self.stored.wait(60)
        return "stored_events"

    @channel_name.setter
    def channel_name(self, name: str) -> None:
        assert name == "stored_events"


def test_a_subscription_misses_nothing_that_is_stored_before_it_listens(
    database_url: str,
) -> None:
    datastore = datastore_of(database_url, connections=5)
    recorder = SlowToListen(datastore)
    with recorder.subscribe(gt=0) as subscription:
        assert recorder.read.wait(60)
        recorder.insert_events([StoredEvent(uuid4(), 1, "CaseAccepted", b"{}")])
        recorder.stored.set()
        late = threading.Timer(60, subscription.stop)
        late.start()
        assert [each.topic for each in islice(subscription, 1)] == ["CaseAccepted"]
        late.cancel()
    datastore.close()
