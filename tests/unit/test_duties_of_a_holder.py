"""After which points cycles a holder owes a review or a medical certificate."""

from datetime import date
from itertools import islice

import pytest

from domain.clocks.duties import around, cycle_ends, medical_ends, owes_medical
from domain.identifiers.licence_classes import LicenceClass

TODAY = date(2020, 2, 24)
C1, C5 = LicenceClass.C1, LicenceClass.C5


def ends(classes: tuple[LicenceClass, ...], born_on: date | None, count: int) -> list[str]:
    found = medical_ends(date(2014, 4, 20), classes, born_on, judged_on=TODAY)
    return [str(end) for end in islice(found, count)]


def test_cycles_end_on_the_anniversary_of_the_first_issue() -> None:
    found = [str(end) for end in islice(cycle_ends(date(2012, 2, 29), judged_on=TODAY), 8)]
    assert found[5:] == ["2018-02-28", "2019-02-28", "2020-02-29"]


def test_from_seventy_years_on_a_certificate_is_due_after_every_cycle() -> None:
    """Xinyang, turns 70 on 2020-04-15: the cycle that ends five days later is the first."""
    assert ends((C1,), date(1950, 4, 15), 3) == ["2020-04-20", "2021-04-20", "2022-04-20"]


def test_a_birthday_on_the_last_day_of_the_cycle_counts() -> None:
    assert ends((C1,), date(1950, 4, 20), 1) == ["2020-04-20"]
    assert ends((C1,), date(1950, 4, 21), 1) == ["2021-04-20"]


def test_a_holder_of_c5_owes_one_after_every_third_cycle_and_with_seventy_after_each() -> None:
    assert ends((C5,), date(1990, 1, 1), 2) == ["2017-04-20", "2020-04-20"]
    assert ends((C5,), date(1949, 4, 1), 4) == [
        "2017-04-20",
        "2019-04-20",
        "2020-04-20",
        "2021-04-20",
    ]


def test_whose_age_nobody_knows_may_owe_one_after_each_cycle() -> None:
    assert ends((C1,), None, 2) == ["2015-04-20", "2016-04-20"]


@pytest.mark.parametrize(
    ("classes", "born_on", "owes"),
    [
        ((C1,), date(1950, 2, 24), True),
        ((C1,), date(1950, 2, 25), False),
        ((C1, C5), date(1990, 1, 1), True),
        ((C1,), None, True),
    ],
)
def test_who_owes_certificates_at_all(
    classes: tuple[LicenceClass, ...], born_on: date | None, owes: bool
) -> None:
    assert owes_medical(classes, born_on, TODAY, judged_on=TODAY) is owes


def test_the_ends_around_a_day_are_the_last_before_it_and_the_next() -> None:
    found = [date(2018, 5, 1), date(2019, 5, 1), date(2020, 5, 1)]
    assert around(found, date(2019, 5, 1)) == (date(2018, 5, 1), date(2019, 5, 1))
    assert around(found, date(2019, 5, 2)) == (date(2019, 5, 1), date(2020, 5, 1))
    assert around(found, date(2018, 5, 1)) == (date(2018, 5, 1),)
    assert around(found, date(2020, 5, 2)) == (date(2020, 5, 1),)
    assert around([], date(2020, 5, 2)) == ()
