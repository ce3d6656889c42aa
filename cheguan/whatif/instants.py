"""When an act would have come, if what it follows had come at another instant.

The same time passes as did: working days before an act of the office, days on which the window
was open before a visit, and days before everything else.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from domain.calendar import Calendar, local_day, start_of_day

_DAY: Final = timedelta(days=1)

Counts = Callable[[date], bool]
"""Whether a day is one of those that are counted."""


class Passed(NamedTuple):
    """An act came at ``then``, after something at ``since``."""

    since: datetime
    then: datetime


def every_day(day: date) -> bool:
    return True


def worked(calendar: Calendar, on: date) -> Counts:
    """Working days, or every day if the act itself was on a day that is none."""
    return calendar.is_working_day if calendar.is_working_day(on) else every_day


def moved(
    passed: Passed, since: datetime, counted: Counts, counts: Counts, upto: date
) -> datetime | None:
    """The instant after ``since`` that has as many counted days before it as there were.

    ``counted`` says which days were counted, and ``counts`` which are. The hour stays. None if
    there is no such day up to ``upto``.
    """
    before, then = local_day(passed.since), local_day(passed.then)
    left = sum(counted(before + n * _DAY) for n in range((then - before).days))
    day = local_day(since)
    while day <= upto:
        if counts(day):
            if not left:
                return _at_its_hour(passed, since, day)
            left -= 1
        day += _DAY
    return None


def _at_its_hour(passed: Passed, since: datetime, day: date) -> datetime:
    """Never before what it follows, unless it was told so."""
    hour = passed.then - start_of_day(local_day(passed.then))
    if passed.then < passed.since:
        return since + (passed.then - passed.since)
    return max(start_of_day(day) + hour, since)
