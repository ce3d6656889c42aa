"""People by their age: they fit the example, and nobody is in two cohorts."""

from datetime import date, timedelta
from random import Random

import pytest

from cheguan.town.cohorts import cohort
from domain.periods import add_years, age_on

DAYS = [date(2020, 2, 3), date(2020, 2, 29), date(2023, 12, 31), date(2026, 12, 25)]


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize(
    ("age", "least", "most"),
    [
        (17, 18, 25),
        (18, 18, 25),
        (28, 26, 59),
        (59, 26, 59),
        (60, 60, 69),
        (70, 70, 79),
        (95, 70, 79),
    ],
)
def test_everyone_is_of_the_ages_asked_for_and_stays_so_for_a_year(
    day: date, age: int, least: int, most: int
) -> None:
    drawn = cohort(add_years(day, -age), day, Random(7))
    born = [date.fromisoformat(text) for text in (drawn[0], drawn[-1])]
    assert least <= min(age_on(each, day) for each in born)
    assert max(age_on(each, day + timedelta(days=364)) for each in born) <= most


def test_nobody_is_in_two_cohorts() -> None:
    drawn = [
        tuple(cohort(add_years(day, -age), day, Random(n)))
        for n in range(40)
        for day in DAYS
        for age in (20, 40, 65, 75)
    ]
    each = set(drawn)
    assert len(set().union(*each)) == sum(map(len, each))
    assert all(len(days) * 999 > 1_000_000 for days in each)
