"""Working days of China, the hours of the office, and its local day.

An office that is closed by an epidemic has no holiday: its cases rest, or a relief extends
their terms. So such days do not stand here.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

from chinese_calendar import holidays, workdays

from domain.office_hours import OFFICE_HOURS, Hours

OFFICE_ZONE: Final = ZoneInfo("Asia/Shanghai")
FIRST_YEAR: Final[int] = min(holidays).year
LAST_YEAR: Final[int] = max(holidays).year
HENAN_OVERRIDES: Final[Mapping[date, bool]] = MappingProxyType({date(2020, 2, 1): False})
"""Whether a day was worked, where the package is wrong or Henan differs.

2020-02-01 was a make-up day until 国办发明电〔2020〕1号 prolonged the holiday.
"""

_SATURDAY: Final = 5
_DAY: Final = timedelta(days=1)
_SUMMER_TIME_ENDED: Final = 1991
_AHEAD: Final = timedelta(hours=8)
"""Of UTC, since then the whole year. To add it takes a third of a look at the zone."""
_FIRST_DAY: Final = date(FIRST_YEAR, 1, 1)
_FIRST_ORDINAL: Final = _FIRST_DAY.toordinal()


class OutsideCalendar(LookupError):
    """The State Council's holiday notice for the year of this day is not known."""

    def __init__(self, day: date) -> None:
        super().__init__(f"no working-day calendar for {day.year}, only {FIRST_YEAR}-{LAST_YEAR}")
        self.day = day


def local_day(instant: datetime) -> date:
    """The day on the office's wall calendar, on which statutory days begin and end.

    Raises ``ValueError`` for an instant without a zone.
    """
    return _local(instant).date()


def _local(instant: datetime) -> datetime:
    """What the clock on the office's wall shows. Its zone is not to be asked."""
    if instant.tzinfo is UTC and instant.year > _SUMMER_TIME_ENDED:
        return instant + _AHEAD
    if instant.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return instant.astimezone(OFFICE_ZONE)


def start_of_day(day: date) -> datetime:
    """00:00 of ``day`` in the office's zone, as an instant in UTC."""
    return datetime.combine(day, time(), OFFICE_ZONE).astimezone(UTC)


def end_of_day(day: date) -> datetime:
    """The first instant after ``day``, in UTC. From then on a deadline on ``day`` is breached."""
    return start_of_day(day + _DAY)


class Calendar:
    """Working days: Monday to Friday without public holidays, and the make-up days.

    Overrides come first. Every method raises ``OutsideCalendar`` when it meets a day for
    which no calendar is published, because it would have to guess.
    """

    def __init__(self, overrides: Mapping[date, bool] = HENAN_OVERRIDES) -> None:
        self._overrides = dict(overrides)

    def is_working_day(self, day: date) -> bool:
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise OutsideCalendar(day)
        if (override := self._overrides.get(day)) is not None:
            return override
        return day in workdays or (day.weekday() < _SATURDAY and day not in holidays)

    def add(self, start: date, working_days: int) -> date:
        """The n-th working day after ``start``, which itself is not counted.

        A negative number counts backwards. 0 gives ``start``, whether it is worked or not.
        """
        step = _DAY if working_days > 0 else -_DAY
        day, left = start, abs(working_days)
        while left:
            day += step
            left -= self.is_working_day(day)
        return day

    def between(self, start: date, end: date) -> int:
        """How many working days follow ``start``, up to and including ``end``.

        The number is negative when ``end`` is earlier.
        """
        if end < start:
            return -self.between(end, start)
        days = (end - start).days
        return sum(self.is_working_day(start + n * _DAY) for n in range(1, days + 1))

    def working_day_from(self, day: date) -> date:
        """``day`` if it is worked, otherwise the first working day after it."""
        while not self.is_working_day(day):
            day += _DAY
        return day

    def working_seconds(self, start: datetime, end: datetime) -> int:
        """How much of the office hours lies between two instants.

        Negative when ``end`` is earlier.
        """
        return self._worked_until(end) - self._worked_until(start)

    def _worked_until(self, instant: datetime) -> int:
        """Seconds of office hours from the first day of the calendar to ``instant``."""
        local = _local(instant)
        if not FIRST_YEAR <= local.year <= LAST_YEAR:
            raise OutsideCalendar(local.date())
        worked, hours = self._work[local.toordinal() - _FIRST_ORDINAL]
        now = 3600 * local.hour + 60 * local.minute + local.second
        for opens, closes in hours:
            if now > opens:
                worked += (now if now < closes else closes) - opens
        return worked

    @cached_property
    def _work(self) -> Sequence[tuple[int, Sequence[Hours]]]:
        """For each day of the calendar the seconds worked before it, and its own hours."""
        count = (date(LAST_YEAR, 12, 31) - _FIRST_DAY).days + 1
        days = [_FIRST_DAY + n * _DAY for n in range(count)]
        hours = [OFFICE_HOURS.on(day) if self.is_working_day(day) else () for day in days]
        seconds = [sum(closes - opens for opens, closes in of_day) for of_day in hours]
        return list(zip(accumulate(seconds, initial=0), hours, strict=False))
