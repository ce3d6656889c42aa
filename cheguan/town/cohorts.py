"""People by their age, where the law asks for it: a licence ends at 60 and 70 for some classes.

Nobody belongs to two cohorts. So no two people have the same number, whatever ages are asked for.
"""

from bisect import bisect
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Final

from domain.periods import add_years, age_on

_LIMITS: Final = (18, 26, 60, 70, 80)
"""From 26 on somebody may drive any class. From 60 and from 70 on it is fewer (139 art. 59)."""
_YEARS: Final = 3
"""The years of birth in a cohort. They give numbers to a million people."""


def cohort(like: date, day: date, draw: Random) -> Sequence[str]:
    """Birthdays, as yyyymmdd, of people who are on ``day`` in the ages of one born on ``like``.

    They stay in those ages for a year.
    """
    place = min(max(bisect(_LIMITS, age_on(like, day)), 1), len(_LIMITS) - 1)
    return _birthdays(draw.choice(_first_years(day, _LIMITS[place - 1], _LIMITS[place])))


@cache
def _first_years(day: date, least: int, below: int) -> Sequence[int]:
    """The first years of birth of the cohorts that lie within these ages."""
    first, last = add_years(day, 1 - below), add_years(day, -least)
    begins = first.year + 1 + -(first.year + 1) % _YEARS
    return range(begins, last.year - _YEARS + 1, _YEARS)


@cache
def _birthdays(first_year: int) -> Sequence[str]:
    first, after = date(first_year, 1, 1), date(first_year + _YEARS, 1, 1)
    days = (first + timedelta(days=n) for n in range((after - first).days))
    return [f"{day:%Y%m%d}" for day in days]
