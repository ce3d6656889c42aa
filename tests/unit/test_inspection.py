"""Inspections of vehicles, by the rows of RTSR art. 16, judged in February 2020."""

from datetime import date
from itertools import islice, pairwise

import pytest

from domain.clocks.inspection import (
    InspectedAs,
    needs_no_test,
    next_validity,
    opens_on,
    validities,
    validity_on,
)

TODAY = date(2020, 2, 24)
REGISTERED = date(2010, 5, 20)


@pytest.mark.parametrize(
    ("group", "ages"),
    [
        (InspectedAs.OPERATING_PASSENGER, [12, 24, 36, 48, 60, 66, 72]),
        (InspectedAs.HEAVY, [12, 24, 36, 48, 60, 72, 84, 96, 108, 120, 126, 132]),
        (
            InspectedAs.SMALL_PASSENGER,
            [24, 48, 72, 84, 96, 108, 120, 132, 144, 156, 168, 180, 186, 192],
        ),
        (InspectedAs.MOTORCYCLE, [24, 48, 60, 72]),
        (InspectedAs.OTHER, [12, 24, 36]),
        (InspectedAs.SCHOOL_BUS, [6, 12, 18]),
    ],
    ids=[
        "operating passenger: 5 years yearly, then every 6 months",
        "trucks, large and medium non-operating passenger: 10 years yearly, then every 6 months",
        "small non-operating passenger: 6 years every 2, then yearly, after 15 every 6 months",
        "motorcycles: 4 years every 2, then yearly",
        "tractors and others: yearly",
        "school buses: every 6 months",
    ],
)
def test_inspections_fall_due_at_these_ages_in_months(group: InspectedAs, ages: list[int]) -> None:
    ends = list(islice(validities(group, REGISTERED, judged_on=TODAY), len(ages)))
    assert [12 * (end.year - 2010) + end.month - 5 for end in ends] == ages
    for earlier, later in pairwise(ends):
        assert next_validity(group, REGISTERED, earlier, judged_on=TODAY) == later


@pytest.mark.parametrize(
    ("valid_until", "opens"),
    [
        (date(2020, 5, 31), date(2020, 3, 1)),
        (date(2020, 2, 29), date(2019, 11, 30)),
        (date(2021, 2, 28), date(2020, 11, 29)),
    ],
    ids=["validity 2020-05", "validity 2020-02", "validity 2021-02"],
)
def test_the_mark_can_be_applied_for_three_months_before(valid_until: date, opens: date) -> None:
    assert opens_on(valid_until, judged_on=TODAY) == opens


def test_a_validity_ends_with_its_month_also_in_february() -> None:
    small = InspectedAs.SMALL_PASSENGER
    assert validity_on(small, date(2018, 2, 3), TODAY, judged_on=TODAY) == date(2020, 2, 29)
    assert validity_on(small, date(2016, 2, 29), TODAY, judged_on=TODAY) == date(2020, 2, 29)
    assert validity_on(small, date(2018, 2, 3), date(2020, 3, 1), judged_on=TODAY) == date(
        2022, 2, 28
    )


@pytest.mark.parametrize(
    ("valid_until", "free"),
    [
        (date(2012, 5, 31), True),
        (date(2014, 5, 31), True),
        (date(2016, 5, 31), False),
        (date(2017, 5, 31), False),
    ],
    ids=["2 years: mark only", "4 years: mark only", "6 years: inspection", "7 years: inspection"],
)
def test_the_inspections_of_two_and_four_years_need_no_test(valid_until: date, free: bool) -> None:
    assert needs_no_test(REGISTERED, valid_until, judged_on=date(2016, 1, 4)) is free


def test_since_november_2020_a_small_car_is_inspected_every_two_years_up_to_ten() -> None:
    small, later = InspectedAs.SMALL_PASSENGER, date(2020, 11, 20)
    at_six = date(2016, 5, 31)
    assert next_validity(small, REGISTERED, at_six, judged_on=TODAY) == date(2017, 5, 31)
    assert next_validity(small, REGISTERED, at_six, judged_on=later) == date(2018, 5, 31)
