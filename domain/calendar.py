"""Working days of China, the hours of the office, and its local day.

An office that is closed by an epidemic has no holiday: its cases rest, or a relief extends
their terms. So such days do not stand here.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

from domain.holidays import FIRST_YEAR, PUBLISHED, Published, is_weekday
from domain.working_time import WorkingTime

OFFICE_ZONE: Final = ZoneInfo("Asia/Shanghai")
HENAN_OVERRIDES: Final[Mapping[date, bool]] = MappingProxyType({date(2020, 2, 1): False})
"""Whether a day was worked, where the package is wrong or Henan differs.

2020-02-01 was a make-up day until 国办发明电〔2020〕1号 prolonged the holiday.
"""

_DAY: Final = timedelta(days=1)
_SUMMER_TIME_ENDED: Final = 1991
_AHEAD: Final = timedelta(hours=8)
"""Of UTC, since then the whole year. To add it takes a third of a look at the zone."""
_FIRST_DAY: Final = date(FIRST_YEAR, 1, 1)
_EDITION: Final = re.compile(r"\+holidays-(\d{4})$")


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


@cache
def holidays_known(rules: str) -> int | None:
    """The last year with a notice when a decision was made, by the ``rules`` of its envelope.

    Envelopes that do not say it are of builds that decided nothing without a notice.
    """
    found = _EDITION.search(rules)
    return int(found[1]) if found else None


class Calendar:
    """Working days: Monday to Friday without public holidays, and the make-up days.

    A year without a notice has Monday to Friday (ADR 27). What is counted in it is provisional,
    because it changes with the notice. Overrides come first. ``until`` leaves out the notices of
    later years.
    """

    def __init__(
        self,
        overrides: Mapping[date, bool] = HENAN_OVERRIDES,
        published: Published = PUBLISHED,
        until: int | None = None,
    ) -> None:
        self._overrides = dict(overrides)
        self._published = published
        self._until = until
        self._worked: WorkingTime | None = None
        self._as_known: dict[int, Calendar] = {}

    @property
    def last_year(self) -> int:
        """The last year with a notice."""
        known = self._published.last_year
        return known if self._until is None else min(known, self._until)

    @property
    def edition(self) -> str:
        """What an envelope says of the notices that were known; see :func:`holidays_known`."""
        return f"+holidays-{self.last_year}"

    def as_known(self, last_year: int | None) -> "Calendar":
        """The calendar as it was when ``last_year`` was the last year with a notice."""
        if last_year is None or last_year >= self.last_year:
            return self
        if last_year not in self._as_known:
            self._as_known[last_year] = Calendar(self._overrides, self._published, last_year)
        return self._as_known[last_year]

    def is_published(self, day: date) -> bool:
        """Whether the notice for the year of this day is known."""
        return FIRST_YEAR <= day.year <= self.last_year

    def is_working_day(self, day: date) -> bool:
        if (override := self._overrides.get(day)) is not None:
            return override
        if self.is_published(day):
            return self._published.is_working_day(day, self.last_year)
        return is_weekday(day)

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

    def is_at_work(self, instant: datetime) -> bool:
        """Whether the hours of the office run at that instant."""
        return self.working_seconds(instant, instant + timedelta(seconds=1)) > 0

    def working_seconds(self, start: datetime, end: datetime) -> int:
        """How much of the office hours lies between two instants.

        Negative when ``end`` is earlier.
        """
        worked = self._worked
        if worked is None or worked.last.year != self.last_year:
            last = date(self.last_year, 12, 31)
            worked = self._worked = WorkingTime(_FIRST_DAY, last, self.is_working_day)
        return worked.until(_local(end)) - worked.until(_local(start))
