"""The lengths of legal periods, each counted in its own way.

The day on which a period starts is never counted (PSP art. 35). The day that is found belongs
to the period: a breach begins at 00:00 of the day after it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias, assert_never

from domain.calendar import Calendar
from domain.periods import add_months


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """The short terms of an office, by the licensing law (art. 82) and the ministry's orders."""

    count: int


@dataclass(frozen=True, slots=True)
class Days:
    """Calendar days. A negative count leads to a day before the start."""

    count: int


@dataclass(frozen=True, slots=True)
class Months:
    """A period to the corresponding day, or to the last day of a shorter month.

    A negative count goes back.
    """

    count: int


@dataclass(frozen=True, slots=True)
class Years:
    count: int


Term: TypeAlias = WorkingDays | Days | Months | Years


def deadline(start: date, term: Term, calendar: Calendar) -> date:
    """The last day of a term that begins on ``start``.

    It is provisional when working days run into a year without a holiday notice.
    """
    match term:
        case WorkingDays(count):
            return calendar.add(start, count)
        case Days(count):
            return start + timedelta(days=count)
        case Months(count):
            return add_months(start, count)
        case Years(count):
            return add_months(start, 12 * count)
        case _:
            assert_never(term)
