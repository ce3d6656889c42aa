"""The lengths of legal periods, each counted in its own way.

The starting day is never counted, and the day found is inclusive: a breach
begins at 00:00 of the day after it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias, assert_never

from domain.calendar import Calendar
from domain.periods import add_months


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Duties of an office: the short limits of the licensing law and of the ministry's orders."""

    count: int


@dataclass(frozen=True, slots=True)
class Days:
    """Calendar days; negative for a day before the start."""

    count: int


@dataclass(frozen=True, slots=True)
class Months:
    """To the corresponding day, or the last of a shorter month; negative to go back."""

    count: int


@dataclass(frozen=True, slots=True)
class Years:
    count: int


Term: TypeAlias = WorkingDays | Days | Months | Years


def deadline(start: date, term: Term, calendar: Calendar) -> date:
    """Raises ``OutsideCalendar`` when working days run beyond the published calendar."""
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
