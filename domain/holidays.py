"""The holiday notices of the State Council, each for one year and published in the autumn before.

The years that chinesecalendar knows come with the software. Whoever runs the service gives the
notice of a later year in a file, before an update of the software has it.
"""

from collections.abc import Iterable
from datetime import date
from typing import Final

import msgspec
from chinese_calendar import holidays, workdays

FIRST_YEAR: Final[int] = min(holidays).year
LAST_YEAR: Final[int] = max(holidays).year
"""The last year whose notice comes with the software."""


class HolidayNoticeInvalid(ValueError):
    """A notice contradicts itself, or the year before it is not known."""


class HolidayNotice(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The days off of a year, and the days at weekends on which people work in exchange.

    ``basis`` is the number of the document, such as 国办发明电〔2019〕16号.
    """

    year: int
    basis: str
    off: frozenset[date]
    worked: frozenset[date]


class Published:
    """Every notice that is known, and the last year that has one. No year between lacks its own."""

    def __init__(self) -> None:
        self.last_year = LAST_YEAR
        self._given: dict[date, tuple[int, bool]] = {}

    def adopt(self, notices: Iterable[HolidayNotice]) -> None:
        """Adds notices, which win over what the software knows of the same days.

        Raises :class:`HolidayNoticeInvalid`, and then none of them is added.
        """
        ordered = sorted(notices, key=lambda notice: notice.year)
        last, given = self.last_year, dict(self._given)
        for notice in ordered:
            _check(notice, last)
            last = max(last, notice.year)
            given |= dict.fromkeys(notice.off, (notice.year, False))
            given |= dict.fromkeys(notice.worked, (notice.year, True))
        self.last_year, self._given = last, given

    def is_working_day(self, day: date, known: int) -> bool:
        """Whether a day is worked by the notices of all years up to ``known``."""
        notice, worked = self._given.get(day, (None, False))
        if notice is not None and notice <= known:
            return worked
        return day in workdays or (is_weekday(day) and day not in holidays)


def is_weekday(day: date) -> bool:
    """Monday to Friday. This is the rule of a year that has no notice."""
    return day.weekday() < 5


def _check(notice: HolidayNotice, last: int) -> None:
    """A notice may move a few days at the end of the year before."""
    if not FIRST_YEAR <= notice.year <= last + 1:
        raise HolidayNoticeInvalid(f"{notice.year}: the notice of {last + 1} is to come first")
    if both := notice.off & notice.worked:
        raise HolidayNoticeInvalid(f"{notice.year}: {min(both)} is both off and worked")
    for day in notice.off | notice.worked:
        if day.year != notice.year and (day.year, day.month) != (notice.year - 1, 12):
            raise HolidayNoticeInvalid(f"{notice.year}: {day} is in another year")
    if not any(day.year == notice.year and is_weekday(day) for day in notice.off):
        raise HolidayNoticeInvalid(f"{notice.year}: no weekday is off")


PUBLISHED: Final = Published()
"""What this process knows. The composition root adds what the operator gives, at the start."""
