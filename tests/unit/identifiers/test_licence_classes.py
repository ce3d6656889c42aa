"""The classes of a driving licence."""

import pytest

from domain.identifiers import licence_classes
from domain.identifiers.invalid import InvalidIdentifier
from domain.identifiers.licence_classes import LicenceClass


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("C1", ["C1"]),
        ("A1A2", ["A1", "A2"]),
        ("B2D", ["B2", "D"]),
        ("c1e", ["C1", "E"]),
        ("A2C5NP", ["A2", "C5", "N", "P"]),
    ],
)
def test_classes_are_read_as_printed(text: str, classes: list[str]) -> None:
    found = licence_classes.parse(text)
    assert found.text == text.upper()
    assert list(found.classes) == classes


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "length"),
        ("A1" * 40, "length"),
        ("C6", "characters"),
        ("A4", "characters"),
        ("A1_A2", "characters"),
        ("C1C1", "duplicate"),
        ("DB2", "order"),
    ],
)
def test_wrong_classes_are_refused_with_the_reason(text: str, rule: str) -> None:
    with pytest.raises(InvalidIdentifier) as refusal:
        licence_classes.parse(text)
    assert refusal.value.rule == rule


def test_a_class_permits_what_annex_1_says() -> None:
    assert licence_classes.parse("C2").permitted == {LicenceClass.C2}
    assert licence_classes.parse("C1D").permitted == {"C1", "C2", "C3", "C4", "D", "E", "F"}
    assert licence_classes.parse("B1").permitted == {"B1", "C1", "C2", "C3", "C4", "M"}


def test_what_a_permitted_class_permits_is_permitted_too() -> None:
    for held, implied in licence_classes.ALSO_PERMITS.items():
        for other in implied:
            assert licence_classes.ALSO_PERMITS.get(other, frozenset()) <= implied, held
