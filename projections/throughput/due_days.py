"""On which days cases are due that are due today, tomorrow, in three days, or near their end."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from domain.calendar import Calendar
from projections.throughput.spans import BEGINNING, DayRange

LATE: Final = "late"
TODAY: Final = "today"
TOMORROW: Final = "tomorrow"
IN_THREE_DAYS: Final = "in_three_days"
NEAR: Final = "near"
_CALENDAR: Final = Calendar()
_DAY: Final = timedelta(days=1)


def due_days(today: date, near: int) -> Mapping[str, DayRange]:
    """The days of each, ``near`` being so many working days from today on.

    They overlap: what is due tomorrow is due in three days as well.
    """
    return {
        LATE: DayRange(BEGINNING, today - _DAY),
        TODAY: DayRange(today, today),
        TOMORROW: DayRange(today + _DAY, today + _DAY),
        IN_THREE_DAYS: DayRange(today, today + 3 * _DAY),
        NEAR: DayRange(today, _CALENDAR.add(today, near)),
    }
