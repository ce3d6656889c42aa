"""Months, years and ages."""

from datetime import date

import pytest

from domain.periods import add_months, add_years, age_on


def test_a_period_ends_on_the_corresponding_day() -> None:
    assert add_months(date(2019, 8, 20), 6) == date(2020, 2, 20)


def test_a_month_without_the_day_ends_the_period_on_its_last_day() -> None:
    assert add_months(date(2019, 8, 31), 6) == date(2020, 2, 29)
    assert add_years(date(2016, 2, 29), 6) == date(2022, 2, 28)
    assert add_years(date(2012, 2, 29), 10) == date(2022, 2, 28)


def test_a_period_may_be_counted_backwards_over_a_new_year() -> None:
    assert add_months(date(2020, 1, 31), -2) == date(2019, 11, 30)


def test_a_period_ends_at_the_end_of_all_days() -> None:
    assert add_years(date(9999, 12, 31), 3) == date.max
    assert add_months(date(1, 1, 1), -1) == date.min


@pytest.mark.parametrize(
    ("born_on", "day", "age"),
    [
        (date(1948, 2, 29), date(2018, 2, 27), 69),
        (date(1948, 2, 29), date(2018, 2, 28), 70),
        (date(1960, 3, 1), date(2020, 2, 29), 59),
        (date(1960, 3, 1), date(2020, 3, 1), 60),
        (date(2020, 3, 1), date(2020, 3, 1), 0),
        (date(2020, 3, 2), date(2020, 3, 1), -1),
    ],
)
def test_a_year_of_life_is_completed_on_the_birthday(born_on: date, day: date, age: int) -> None:
    assert age_on(born_on, day) == age
