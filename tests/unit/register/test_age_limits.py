"""What age takes from a licence, and what it leaves."""

from datetime import date

import pytest

from domain.identifiers.licence_classes import ALSO_PERMITS, LicenceClass, parse
from domain.register.age_limits import AGE_LIMITS, age_exchange

TODAY = date(2020, 2, 24)


@pytest.mark.parametrize(
    ("code", "permits", "stops_at", "becomes"),
    [
        ("A1", "A3 B1 B2 C1 C2 C3 C4 M", 60, "C1 C2"),
        ("A2", "B1 B2 C1 C2 C3 C4 M", 60, "C1 C2"),
        ("A3", "C1 C2 C3 C4", 60, "C1 C2"),
        ("B1", "C1 C2 C3 C4 M", 60, "C1 C2"),
        ("B2", "C1 C2 C3 C4 M", 60, "C1 C2"),
        ("C1", "C2 C3 C4", None, ""),
        ("C2", "", None, ""),
        ("C3", "C4", 70, ""),
        ("C4", "", 70, ""),
        ("C5", "", None, ""),
        ("D", "E F", 70, "F"),
        ("E", "F", 70, "F"),
        ("F", "", None, ""),
        ("M", "", 70, ""),
        ("N", "", 60, ""),
        ("P", "", 60, ""),
    ],
)
def test_a_class_permits_others_up_to_an_age(
    code: str, permits: str, stops_at: int | None, becomes: str
) -> None:
    held = LicenceClass(code)
    limit = AGE_LIMITS.on(TODAY).get(held)
    assert ALSO_PERMITS.get(held, frozenset()) == set(permits.split())
    assert (limit and limit.age) == stops_at
    assert list(limit.becomes if limit else ()) == becomes.split()


def after(printed: str, age: int, on: date = TODAY) -> tuple[set[str], list[str]]:
    found = age_exchange(parse(printed).classes, age, on)
    return set(found.lost), ["".join(choice) for choice in found.choices]


@pytest.mark.parametrize(
    ("printed", "age", "lost", "choices"),
    [
        ("A1", 59, set(), ["A1"]),
        ("A1", 60, {"A1"}, ["C1", "C2"]),
        ("A1A2", 60, {"A1", "A2"}, ["C1", "C2"]),
        ("A2D", 60, {"A2"}, ["C1D", "C2D"]),
        ("A2D", 70, {"A2", "D"}, ["C1F", "C2F"]),
        ("B1B2", 65, {"B1", "B2"}, ["C1", "C2"]),
        ("B2C1", 60, {"B2"}, ["C1"]),
        ("B2C2", 60, {"B2"}, ["C1", "C2"]),
        ("C1N", 60, {"N"}, ["C1"]),
        ("B2P", 60, {"B2", "P"}, ["C1", "C2"]),
        ("C1D", 69, set(), ["C1D"]),
        ("C1D", 70, {"D"}, ["C1F"]),
        ("DM", 70, {"D", "M"}, ["F"]),
        ("E", 70, {"E"}, ["F"]),
        ("C1C3", 70, {"C3"}, ["C1"]),
        ("C2", 90, set(), ["C2"]),
        ("C5", 90, set(), ["C5"]),
    ],
)
def test_the_classes_that_remain_at_an_age(
    printed: str, age: int, lost: set[str], choices: list[str]
) -> None:
    assert after(printed, age) == (lost, choices)


@pytest.mark.parametrize(("printed", "age"), [("NP", 60), ("N", 60), ("C3M", 70), ("C4", 70)])
def test_a_licence_of_which_nothing_is_left_has_no_exchange(printed: str, age: int) -> None:
    lost, choices = after(printed, age)
    assert lost
    assert choices == []


def test_since_2022_a_wheeled_machine_is_driven_up_to_sixty() -> None:
    assert after("C1M", 60, date(2022, 3, 31)) == (set(), ["C1M"])
    assert after("C1M", 60, date(2022, 4, 1)) == ({"M"}, ["C1"])
