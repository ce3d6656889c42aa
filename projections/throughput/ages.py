"""How long cases have been in hand, in working days since their submission."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from domain.calendar import Calendar
from projections.throughput.spans import BEGINNING, DayRange

AGES: Final[Mapping[str, int | None]] = {"0-1": 1, "2-3": 3, "4-7": 7, "8-15": 15, "16+": None}
"""Each span of working days with its longest age."""
_CALENDAR: Final = Calendar()
_DAY: Final = timedelta(days=1)


def submitted_at_age(today: date) -> dict[str, DayRange]:
    """On which days the cases were submitted that have each age today."""
    found, last = {}, today
    for age, longest in AGES.items():
        first = BEGINNING if longest is None else _earliest(today, longest)
        found[age] = DayRange(first, last)
        last = first - _DAY
    return found


def _earliest(today: date, age: int) -> date:
    """The first day since which no more working days than ``age`` have followed."""
    return _CALENDAR.add(today + _DAY, -(age + 1))
