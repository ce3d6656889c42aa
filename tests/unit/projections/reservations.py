"""A number that was reserved, and what became of it ten days later."""

from datetime import date, datetime, timedelta
from uuid import UUID

from domain.case.reservation.events import NumberConfirmed, ReservationExpired
from domain.message import Event
from domain.people import Actor, Role
from domain.recorded_event import Envelope, RecordedEvent
from tests.unit.case.reserved import HELD, NOW

CASE = UUID(int=7)
CONFIRMED = NumberConfirmed(registration=UUID(int=9))
EXPIRED = ReservationExpired(reconsider_by=date(2020, 6, 1), sue_by=date(2020, 10, 1))


def told(*later: Event) -> list[RecordedEvent]:
    """The history of the case, as it lies in the log."""
    by = Actor(Role.APPLICANT, "citizen")
    history = []
    for version, event in enumerate((*HELD, *later), start=1):
        at: datetime = NOW + timedelta(days=10) if event in later else NOW
        envelope = Envelope(
            event=event,
            at=at,
            by=by,
            office="410100",
            channel="online_app",
            rules="test",
            build="test",
            cause=CASE,
        )
        history.append(RecordedEvent(CASE, version, version, envelope))
    return history
