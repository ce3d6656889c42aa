"""Appointments that were confirmed, and what became of them."""

from domain.case.appointment import commands
from domain.case.appointment.day import APPOINTMENT_DAY
from domain.message import PassDeadline
from tests.kit.booked import Booked
from tests.kit.life import CHECKER, CLERK, TIMEKEEPER


def booked() -> Booked:
    return Booked("inspection_booking", 1).does(CHECKER, commands.ConfirmBooking())


def kept() -> Booked:
    """Somebody came on the day."""
    return booked().after(days=7).does(CLERK, commands.CheckIn(), commands.RecordAttendance())


def missed() -> Booked:
    """Nobody did."""
    return booked().after(days=8).does(TIMEKEEPER, PassDeadline(clock=APPOINTMENT_DAY))
