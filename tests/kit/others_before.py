"""Plates that others have had, so that it is known how long they take, and a case that is late."""

from datetime import UTC, datetime, timedelta
from typing import Final

from api.desk import Desk
from domain.case.warnings.commands import RaiseDeadlineWarning
from domain.clocks.clock import Clock
from domain.event_store.store import PostgresEventStore
from tests.kit.life import TIMEKEEPER, Life
from tests.kit.page_office import NOW
from tests.kit.plate_histories import plate_by_post
from tests.kit.stored import keep

_IN_MAY: Final = datetime(2020, 5, 6, 1, tzinfo=UTC)
_FIRST: Final = 2_000
"""A number that no other life of an office has."""


def _late(number: int) -> Life:
    """It was to be accepted a day after its submission, and the city was told that it was not."""
    life = Life("vehicle_contact_change", number, NOW - timedelta(days=6))
    waited = life.state.deadline
    assert waited is not None
    return life.after(days=3).does(
        TIMEKEEPER, RaiseDeadlineWarning(clock=Clock(waited.clock), due_on=waited.on)
    )


async def others_before(made: Desk) -> None:
    """Twenty in May, a day after one another, and one that nobody has accepted in time."""
    assert isinstance(made.log, PostgresEventStore)
    lives = [
        plate_by_post(_FIRST + number, _IN_MAY + timedelta(days=number % 5)) for number in range(20)
    ]
    await keep(made.log, [*lives, _late(_FIRST + len(lives))])
