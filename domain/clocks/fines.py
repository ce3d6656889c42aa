"""When a fine is due, and what is added when it is paid late."""

from datetime import date
from typing import Final

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.terms import Days, deadline
from domain.dated import Dated, Rule

_SAFETY_LAW: Final = date(2004, 5, 1)
FINE_DUE: Final = Dated(Clock.FINE_DUE, Rule(Days(15), _SAFETY_LAW, "RTSL:108"))
FINE_ADD: Final = Dated(Clock.FINE_ADD, Rule(3, _SAFETY_LAW, "RTSL:109, 105:52"))
"""Per cent of the fine for each day."""


def fine_due(received_on: date, *, judged_on: date, calendar: Calendar) -> date:
    """The last day to pay. If it is a holiday, it moves to the next working day (PSP art. 35)."""
    last = deadline(received_on, FINE_DUE.on(judged_on), calendar)
    return calendar.working_day_from(last)


def additional_penalty(fine: int, days_late: int, *, judged_on: date) -> int:
    """What is added, in fen. It is never more than the fine itself.

    The day after the due day is the first day late.
    """
    return min(fine, fine * FINE_ADD.on(judged_on) * max(days_late, 0) // 100)


def days_to_the_most(judged_on: date) -> int:
    """The first day late on which what is added is as much as the fine, and grows no more."""
    return -(-100 // FINE_ADD.on(judged_on))
