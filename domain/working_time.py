"""How much of the hours of the office has passed, for every instant there is."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from itertools import accumulate

from domain.holidays import is_weekday
from domain.office_hours import OFFICE_HOURS, Hours


class WorkingTime:
    """The seconds worked since the ``first`` day of the years that have a notice.

    Of each day up to the ``last`` of them it keeps what was worked before, and its own hours. All
    other days are worked from Monday to Friday.
    """

    def __init__(self, first: date, last: date, is_working_day: Callable[[date], bool]) -> None:
        self.last = last
        self._first = first.toordinal()
        count = last.toordinal() - self._first + 1
        days = [first + timedelta(days=n) for n in range(count)]
        self._hours = [OFFICE_HOURS.on(day) if is_working_day(day) else () for day in days]
        self._before = list(accumulate(map(_seconds, self._hours), initial=0))

    def until(self, local: datetime) -> int:
        """What was worked until an instant, which is told by the clock on the office's wall.

        It is negative before the first day.
        """
        place = local.toordinal() - self._first
        if 0 <= place < len(self._hours):
            worked, hours = self._before[place], self._hours[place]
        else:
            worked, hours = self._without_notice(local.date())
        now = 3600 * local.hour + 60 * local.minute + local.second
        for opens, closes in hours:
            if now > opens:
                worked += (now if now < closes else closes) - opens
        return worked

    def _without_notice(self, day: date) -> tuple[int, Sequence[Hours]]:
        early = day.toordinal() < self._first
        hours = OFFICE_HOURS.rules[0 if early else -1].value
        known = 0 if early else len(self._hours)
        weekdays = _weekdays_before(day.toordinal()) - _weekdays_before(self._first + known)
        return self._before[known] + weekdays * _seconds(hours), hours if is_weekday(day) else ()


def _weekdays_before(ordinal: int) -> int:
    """How many weekdays lie before a day, counted from the first day of all, a Monday."""
    weeks, days = divmod(ordinal - 1, 7)
    return 5 * weeks + min(days, 5)


def _seconds(hours: Sequence[Hours]) -> int:
    return sum(closes - opens for opens, closes in hours)
