"""Points cycles of a licence (139 art. 65), and the windows for review and medical certificate."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import Final

from domain.calendar import Calendar
from domain.clocks.clock import Clock
from domain.clocks.table import due
from domain.clocks.terms import Months
from domain.dated import Dated, Rule
from domain.periods import add_months

CYCLE: Final = Dated(Clock.POINTS_CYCLE, Rule(Months(12), date(2016, 4, 1), "139:65"))

C5_CYCLES: Final = Dated(Clock.LIC_MEDICAL_C5, Rule(3, date(2016, 4, 1), "139:72"))
"""After so many cycles each the holder of class C5 brings a medical certificate."""


@dataclass(frozen=True, slots=True)
class Window:
    """A span of days. Both its first and its last day belong to it."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def cycle_end(first_issued_on: date, number: int, *, judged_on: date) -> date:
    """The day at whose end cycle ``number``, from 1 on, is over.

    Cycles count from the first issue, whatever was reissued or renewed since. They never
    count from the end before: so 29 February comes back in leap years.
    """
    return add_months(first_issued_on, number * CYCLE.on(judged_on).count)


def cycle_end_from(first_issued_on: date, day: date, *, judged_on: date) -> date:
    """The end of the cycle that ``day`` is in. ``day`` must not be before the first issue."""
    ends = (cycle_end(first_issued_on, number, judged_on=judged_on) for number in count(1))
    return next(end for end in ends if end >= day)


def window_after(clock: Clock, end: date, *, judged_on: date, calendar: Calendar) -> Window:
    """The days on which ``LIC_REVIEW`` or ``LIC_MEDICAL`` can be met, after the end of a cycle."""
    last = due(clock, end, judged_on=judged_on, calendar=calendar)
    return Window(end + timedelta(days=1), last)
