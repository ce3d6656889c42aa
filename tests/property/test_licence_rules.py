"""Whatever a licence shows: what follows from age and points never contradicts itself."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from domain.identifiers.licence_classes import LicenceClass, LicenceClasses, parse
from domain.periods import add_years
from domain.register.age_limits import AGE_LIMITS, age_exchange
from domain.register.licence import Cycle, LicenceRecord
from domain.register.validity import renewed_term
from tests.kit.register_records import normal_licence

ON = date(2020, 2, 24)
CLASSES = st.frozensets(st.sampled_from(LicenceClass), min_size=1)
AGES = st.integers(18, 100)
POINTS = st.lists(st.integers(0, 24), min_size=16, max_size=16)


def _printed(classes: tuple[LicenceClass, ...]) -> LicenceClasses:
    return parse("".join(classes))


@given(CLASSES, AGES)
def test_what_age_leaves_may_be_driven_and_was_driven_before(
    classes: frozenset[LicenceClass], age: int
) -> None:
    held = _printed(tuple(each for each in LicenceClass if each in classes))
    for choice in age_exchange(classes, age, ON).choices:
        left = _printed(choice)
        limits = [AGE_LIMITS.on(ON)[each].age for each in choice if each in AGE_LIMITS.on(ON)]
        assert all(age < limit for limit in limits)
        assert left.permitted <= held.permitted


@given(CLASSES, AGES)
def test_nothing_is_exchanged_twice_at_one_age(classes: frozenset[LicenceClass], age: int) -> None:
    for choice in age_exchange(classes, age, ON).choices:
        again = age_exchange(choice, age, ON)
        assert (again.lost, again.choices) == (frozenset(), (choice,))


@given(CLASSES, AGES, AGES)
def test_nobody_regains_a_class_by_growing_older(
    classes: frozenset[LicenceClass], age: int, later: int
) -> None:
    first, last = sorted((age, later))
    assert age_exchange(classes, first, ON).lost <= age_exchange(classes, last, ON).lost


def _licence(issued_on: date, years: int, points: list[int]) -> LicenceRecord:
    return replace(
        normal_licence(ON),
        first_issued_on=issued_on,
        issued_on=issued_on,
        valid_until=add_years(issued_on, years),
        years=years,
        cycles=tuple(Cycle(add_years(issued_on, n), points[n - 1]) for n in range(1, years + 1)),
    )


@given(st.dates(date(2004, 5, 1), date(2019, 12, 31)), st.sampled_from((6, 10)), POINTS)
def test_a_renewal_lasts_longer_exactly_if_no_cycle_reached_twelve_points(
    issued_on: date, years: int, points: list[int]
) -> None:
    term = renewed_term(_licence(issued_on, years, points), judged_on=ON)
    clean = max(points[:years]) < 12
    assert term.years == ({6: 10, 10: None}[years] if clean else years)
    assert (term.valid_until is None) == (term.years is None)
    if term.years and term.valid_until:
        assert term.valid_until == add_years(add_years(issued_on, years), term.years)


@given(st.dates(date(2004, 5, 1), date(2019, 12, 31)), st.sampled_from((6, 10)), POINTS)
def test_more_points_never_give_a_longer_term(
    issued_on: date, years: int, points: list[int]
) -> None:
    def valid_until(scored: list[int]) -> date:
        return (
            renewed_term(_licence(issued_on, years, scored), judged_on=ON).valid_until or date.max
        )

    assert valid_until([each + 5 for each in points]) <= valid_until(points)
