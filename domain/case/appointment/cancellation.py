"""Until when an appointment is cancelled or put off."""

from collections.abc import Sequence
from datetime import timedelta

from domain.case.appointment.events import BookingCancelled
from domain.case.appointment.refusals import TooLateToChange
from domain.case.at_his_window import entered_by
from domain.case.booking import Booking
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances


def cancelled(booking: Booking, at: Circumstances) -> Sequence[CaseEvent]:
    """It is free in time. Whoever only waits gives nobody's seat away, so he may at any time."""
    if booking.number is not None:
        in_time(booking, at)
    return [BookingCancelled(taken_in_by=entered_by(at))]


def in_time(booking: Booking, at: Circumstances) -> None:
    """Raises :class:`TooLateToChange` from the day itself on. No law says so, it is practice."""
    if at.today >= booking.on:
        raise TooLateToChange(until=booking.on - timedelta(days=1))
