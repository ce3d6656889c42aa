"""The day of an appointment, and what becomes of one to which nobody has come."""

from collections.abc import Sequence
from typing import Final

from domain.calendar import end_of_day
from domain.case.appointment.events import BookingLapsed, NoShowRecorded
from domain.case.booking import Booking
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.timer import Timer

APPOINTMENT_DAY: Final = "APPOINTMENT_DAY"
"""The name of the timer. It is no clock of the law, so no relief moves it."""


def until_the_day_is_over(stage: Stage, booking: Booking) -> Timer | None:
    """Nothing happens by itself to whoever has come, or at any other stage."""
    if stage not in (Stage.SUBMITTED, Stage.ACCEPTED) or booking.checked_in:
        return None
    return Timer(APPOINTMENT_DAY, end_of_day(booking.on))


def day_over(current: Case) -> Sequence[CaseEvent]:
    """Who had a confirmed appointment has missed it. To anybody else it was never promised, and
    whom a hold has kept away is not to blame.
    """
    missed = current.stage is Stage.ACCEPTED and not current.holds
    return [NoShowRecorded()] if missed else [BookingLapsed()]
