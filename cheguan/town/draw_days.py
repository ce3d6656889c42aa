"""The days on which people of the town have numbers drawn: committed to a week ahead, then told.

While the story is told no worker does that. So the days on which nobody chooses a number are left
out, of which there would be thousands.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple

from cheguan.town.fates import Plan
from domain.calendar import end_of_day, local_day, start_of_day
from domain.services.archetype import Archetype
from domain.services.catalogue import EVERY_SERVICE
from workers.draws.timetable import AHEAD

_A_MOMENT: Final = timedelta(minutes=1)


class DayOfDraws(NamedTuple):
    """A prefecture and a day on which numbers are drawn there."""

    region: str
    day: date


class DrawAct(NamedTuple):
    """The office binds itself to the draws of a day, or tells what they followed from."""

    at: datetime
    of: DayOfDraws
    reveals: bool


def day_of_draws(plan: Plan, at: datetime) -> DayOfDraws | None:
    """When numbers are drawn for whoever applies at ``at``, if his service chooses one."""
    chooses = EVERY_SERVICE[plan.service].archetype is Archetype.RESERVATION
    return DayOfDraws(plan.city.code, local_day(at)) if chooses else None


def draw_acts(days: Iterable[DayOfDraws]) -> Iterator[DrawAct]:
    for each in days:
        bound = start_of_day(each.day - timedelta(days=AHEAD))
        yield DrawAct(bound + _A_MOMENT, each, reveals=False)
        yield DrawAct(end_of_day(each.day) + _A_MOMENT, each, reveals=True)
