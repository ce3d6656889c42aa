"""Plates that others have asked for and had, so that it is known how long they take."""

from datetime import UTC, datetime, timedelta
from typing import Final

from api.desk import Desk
from domain.event_store.store import PostgresEventStore
from tests.kit.plate_histories import plate_by_post
from tests.kit.stored import keep

_IN_MAY: Final = datetime(2020, 5, 6, 1, tzinfo=UTC)
_FIRST: Final = 2_000
"""A number that no other life of an office has."""


async def others_before(made: Desk) -> None:
    """Twenty in May, a day after one another."""
    assert isinstance(made.log, PostgresEventStore)
    lives = [
        plate_by_post(_FIRST + number, _IN_MAY + timedelta(days=number % 5)) for number in range(20)
    ]
    await keep(made.log, lives)
