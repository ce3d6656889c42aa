"""The library's own recorder tests, run on our recorder and our table.

Their module also imports the library's cipher. We do not use it, because it binds a text to
nothing, and its package is not here: while they are imported a class stands in for it.
"""

import sys
from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any, Final
from unittest import TestCase
from unittest.mock import patch

import pytest
from eventsourcing.persistence import StoredEvent
from eventsourcing.postgres import PostgresDatastore

from domain.event_store.recorder import OrderedRecorder, datastore_of

_NO_CIPHER: Final = ModuleType("eventsourcing.cipher")
vars(_NO_CIPHER)["AESCipher"] = type("AESCipher", (), {})
with patch.dict(sys.modules, {_NO_CIPHER.__name__: _NO_CIPHER}):
    from eventsourcing.tests import persistence

_CONNECTIONS: Final = 10
"""The library's concurrent tests write from four threads and read from one."""


class OnOurTable(TestCase):
    """Gives each test a database of its own; the assertions are all the library's."""

    datastore: PostgresDatastore

    @pytest.fixture(autouse=True)
    def _on_a_fresh_database(self, database_url: str) -> Iterator[None]:
        self.datastore = datastore_of(database_url, connections=_CONNECTIONS)
        yield
        self.datastore.close()


class WithoutPositions(OrderedRecorder):
    """An aggregate recorder answers an insert with None, an application recorder with positions.

    Ours is an application recorder, so the one assertion of the aggregate tests that cannot
    hold on it as it stands is ``insert_events(...) is None``: the positions are dropped here.
    """

    def insert_events(self, stored_events: Sequence[StoredEvent], **kwargs: Any) -> None:
        super().insert_events(stored_events, **kwargs)


class TestAsAggregateRecorder(OnOurTable, persistence.AggregateRecorderTestCase):
    def create_recorder(self) -> WithoutPositions:
        return WithoutPositions(self.datastore)


class TestAsApplicationRecorder(
    OnOurTable, persistence.ApplicationRecorderTestCase[OrderedRecorder]
):
    def create_recorder(self) -> OrderedRecorder:
        return OrderedRecorder(self.datastore)

    def test_insert_subscribe(self) -> None:
        """The library leaves this one to whoever has a subscription."""
        self.optional_test_insert_subscribe()


class TestThatPositionsDoNotInterleave(
    OnOurTable, persistence.NonInterleavingNotificationIDsBaseCase
):
    def create_recorder(self) -> OrderedRecorder:
        return OrderedRecorder(self.datastore)
