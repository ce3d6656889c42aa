"""What a network office centre will have in hand, by who and what is there and by what comes in.

Nobody orders these figures. They are practice: on a working day comes in what came in on the
working days of the last four weeks, and on a day of rest what came in on those.
"""

import math
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from domain.calendar import Calendar
from domain.centres.state import Centre

LOOKED_BACK: Final = timedelta(days=28)
HORIZON: Final = 30
_CALENDAR: Final = Calendar()
_DAY: Final = timedelta(days=1)


class ForecastDay(NamedTuple):
    """So many applications can be handled and will come in on a day, and are left at its end.

    Of today that is what can still be handled and what is still to come in.
    """

    day: date
    capacity: int
    arrivals: int
    backlog: int


class CentreWait(NamedTuple):
    """So many applications are in hand, and so many can be handled on a day. ``ahead`` begins
    today.
    """

    backlog: int
    capacity: int
    ahead: tuple[ForecastDay, ...] = ()

    @property
    def to_come(self) -> int:
        """How many are still expected today."""
        return self.ahead[0].arrivals if self.ahead else 0

    @property
    def days(self) -> int | None:
        """How many working days whoever applies last today waits. None while nothing can be
        handled. The first comes first, so what comes in later makes nobody wait.
        """
        if not self.capacity and not any(each.capacity for each in self.ahead):
            return None
        left, days = self.backlog + self.to_come, 0
        for each in self.ahead:
            if left <= 0:
                break
            if each.capacity or _CALENDAR.is_working_day(each.day):
                days += 1
                left -= each.capacity
        pace = self.capacity or max(each.capacity for each in self.ahead)
        return max(1, days + math.ceil(max(left, 0) / pace))


def usual_arrivals(arrived: Mapping[date, int], today: date) -> Mapping[bool, int]:
    """How many come in on a working day (True) and on a day of rest, rounded.

    Days before the first of which anything is known do not count.
    """
    known = [day for day in arrived if today - LOOKED_BACK <= day < today]
    if not known:
        return {True: 0, False: 0}
    first = min(known)
    every = [first + number * _DAY for number in range((today - first).days)]
    return {
        works: _mean(
            [arrived.get(day, 0) for day in every if _CALENDAR.is_working_day(day) is works]
        )
        for works in (True, False)
    }


def forecast(
    centre: Centre, backlog: int, arrived: Mapping[date, int], decided: int, today: date
) -> tuple[ForecastDay, ...]:
    """Day by day from today on. ``decided`` were decided today, and ``arrived`` came in by day.

    On a day of rest a centre works only if somebody is rostered for that very day.
    """
    usual, found = usual_arrivals(arrived, today), list[ForecastDay]()
    rostered = {each.day for each in centre.shifts}
    for number in range(HORIZON):
        day = today + number * _DAY
        works = _CALENDAR.is_working_day(day)
        capacity = (centre.capacity_on(day) or 0) if works or day in rostered else 0
        arrivals = usual[works]
        if day == today:
            capacity = max(0, capacity - decided)
            arrivals = max(0, arrivals - arrived.get(today, 0))
        backlog = max(0, backlog + arrivals - capacity)
        found.append(ForecastDay(day, capacity, arrivals, backlog))
    return tuple(found)


def _mean(counts: Sequence[int]) -> int:
    return round(sum(counts) / len(counts)) if counts else 0
