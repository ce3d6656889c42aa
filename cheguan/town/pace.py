"""How much time passes between one act and the next: as much as in February 2020, or none."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from random import Random
from typing import Final, Protocol

from domain.calendar import OFFICE_ZONE, Calendar

OPENS: Final = time(8, 30)
CLOSES: Final = time(17, 30)
_POST_FROM, _POST_TO = 7, 21
_DAY: Final = timedelta(days=1)
_CALENDAR: Final = Calendar()

EVENINGS: Final = (1, 1, 1, 0, 0, 1, 2, 4, 7, 9, 9, 8, 8, 6, 6, 7, 7, 8, 12, 18, 22, 20, 12, 5)
"""How often people apply in each hour of the day."""


class Pace(Protocol):
    """Each method gives the instant of an act that follows one at ``after``."""

    def machine(self, after: datetime) -> datetime: ...
    def online(self, after: datetime, least: int, most: int) -> datetime: ...
    def office(self, after: datetime, least: int, most: int) -> datetime: ...
    def citizen(self, after: datetime, least: int, most: int) -> datetime: ...
    def post(self, after: datetime, least: int, most: int) -> datetime: ...
    def not_before(self, after: datetime, instant: datetime) -> datetime: ...


@dataclass(frozen=True, slots=True)
class StoryPace:
    """Time as it passed. ``online`` counts seconds, ``office`` minutes of office hours, and the
    others hours.
    """

    draw: Random

    def machine(self, after: datetime) -> datetime:
        return after + timedelta(milliseconds=self.draw.randint(200, 900))

    def online(self, after: datetime, least: int, most: int) -> datetime:
        """Acts while he looks at the page."""
        return after + timedelta(seconds=self.draw.randint(least, most))

    def office(self, after: datetime, least: int, most: int) -> datetime:
        left = timedelta(seconds=self.draw.randint(60 * least, 60 * most))
        at = _in_office(after.astimezone(OFFICE_ZONE))
        while at + left > (closes := datetime.combine(at.date(), CLOSES, OFFICE_ZONE)):
            left -= closes - at
            at = _in_office(closes)
        return (at + left).astimezone(after.tzinfo)

    def citizen(self, after: datetime, least: int, most: int) -> datetime:
        """Acts within the first hour, or later at an hour at which people have time."""
        at = after + timedelta(seconds=self.draw.randint(3600 * least, 3600 * most))
        if at - after < timedelta(hours=2):
            return at
        return max(at, at_some_hour(at, self.draw))

    def post(self, after: datetime, least: int, most: int) -> datetime:
        """Acts on every day of the week, by daylight."""
        at = (after + timedelta(seconds=self.draw.randint(3600 * least, 3600 * most))).astimezone(
            OFFICE_ZONE
        )
        if not _POST_FROM <= at.hour < _POST_TO:
            day = at.date() if at.hour < _POST_FROM else at.date() + _DAY
            at = datetime.combine(day, time(_POST_FROM), OFFICE_ZONE)
            at += timedelta(seconds=self.draw.randint(0, 3 * 3600))
        return at.astimezone(after.tzinfo)

    def not_before(self, after: datetime, instant: datetime) -> datetime:
        return max(after, instant)


class LivePace:
    """No time passes, whoever acts. Only what must wait for a day still waits."""

    def machine(self, after: datetime) -> datetime:
        return after

    def online(self, after: datetime, least: int, most: int) -> datetime:
        return after

    def office(self, after: datetime, least: int, most: int) -> datetime:
        return after

    def citizen(self, after: datetime, least: int, most: int) -> datetime:
        return after

    def post(self, after: datetime, least: int, most: int) -> datetime:
        return after

    def not_before(self, after: datetime, instant: datetime) -> datetime:
        return max(after, instant)


def at_some_hour(instant: datetime, draw: Random) -> datetime:
    """An instant of the same local day, at an hour at which people apply."""
    local = instant.astimezone(OFFICE_ZONE)
    hour = draw.choices(range(24), EVENINGS)[0]
    drawn = local.replace(hour=hour, minute=draw.randrange(60), second=draw.randrange(60))
    return drawn.astimezone(instant.tzinfo)


def _in_office(at: datetime) -> datetime:
    """The first instant, from ``at`` on, at which officers are at work."""
    day = at.date()
    if at.time() >= CLOSES:
        day += _DAY
    day = _CALENDAR.working_day_from(day)
    return max(at, datetime.combine(day, OPENS, OFFICE_ZONE))
