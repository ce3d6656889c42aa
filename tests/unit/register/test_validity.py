"""Six years, ten years, long-term: by the points of the term that ends."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.periods import add_years
from domain.register.licence import Cycle, LicenceRecord
from domain.register.validity import Term, renewed_term
from tests.kit.register_records import normal_licence

TODAY = date(2020, 2, 24)


def licence(
    issued_on: date, years: int, *points: int, first_issued_on: date | None = None
) -> LicenceRecord:
    """A licence whose cycles had these points, oldest first."""
    first = first_issued_on or issued_on
    return replace(
        normal_licence(TODAY),
        first_issued_on=first,
        issued_on=issued_on,
        valid_until=add_years(issued_on, years),
        years=years,
        cycles=tuple(Cycle(add_years(first, n), each) for n, each in enumerate(points, start=1)),
    )


def renewed(record: LicenceRecord) -> Term:
    return renewed_term(record, judged_on=TODAY)


def test_six_years_without_twelve_points_are_followed_by_ten() -> None:
    record = licence(date(2014, 3, 1), 6, 0, 11, 3, 0, 9, 0)
    assert renewed(record) == Term(10, date(2030, 3, 1))


@pytest.mark.parametrize("cycle", range(6))
def test_twelve_points_in_any_cycle_mean_six_years_again(cycle: int) -> None:
    points = [0] * 6
    points[cycle] = 12
    assert renewed(licence(date(2014, 3, 1), 6, *points)) == Term(6, date(2026, 3, 1))


def test_ten_years_without_twelve_points_are_followed_by_no_end() -> None:
    assert renewed(licence(date(2010, 3, 1), 10, *[11] * 10)) == Term(None, None)


def test_twelve_points_in_ten_years_mean_ten_years_again() -> None:
    assert renewed(licence(date(2010, 3, 1), 10, *[0] * 9, 12)) == Term(10, date(2030, 3, 1))


def test_points_of_the_term_before_are_settled() -> None:
    points = [0, 0, 0, 0, 0, 12, *[0] * 10]
    record = licence(date(2010, 3, 1), 10, *points, first_issued_on=date(2004, 3, 1))
    assert renewed(record) == Term(None, None)


def test_a_long_term_licence_stays_what_it_is() -> None:
    record = replace(licence(date(2010, 3, 1), 10), years=None, valid_until=None)
    assert renewed(record) == Term(None, None)


def test_six_years_from_29_feb() -> None:
    assert licence(date(2016, 2, 29), 6).valid_until == date(2022, 2, 28)
    assert licence(date(2012, 2, 29), 10).valid_until == date(2022, 2, 28)
