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
"""Per cent a day."""


def fine_due(received_on: date, *, judged_on: date, calendar: Calendar) -> date:
    """Calendar days; a last day that is a holiday moves to the first working day (PSP 35)."""
    last = deadline(received_on, FINE_DUE.on(judged_on), calendar)
    return calendar.working_day_from(last)


def additional_penalty(fine: int, days_late: int, *, judged_on: date) -> int:
    """In fen, never more than the fine itself; the day after the due day is the first day late."""
    return min(fine, fine * FINE_ADD.on(judged_on) * max(days_late, 0) // 100)
