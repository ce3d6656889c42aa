"""D04: the age, the classes that end with it, and those that stand for them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from domain.services.catalogue import CATALOGUE
from tests.unit.services.conftest import TODAY

Defects = Callable[..., list[tuple[str, str]]]
BORN_1960_03_01 = "411327196003012041"
BORN_1950_04_15 = "411502195004150015"
BORN_1948_02_29 = "410102194802294219"


@pytest.fixture
def overage() -> dict[str, Any]:
    return dict(CATALOGUE["licence_overage_exchange"].example(TODAY))


def of(body: dict[str, Any], id_no: str, classes: str, target: str, today: date) -> dict[str, Any]:
    """The same application of another person, sent on that day."""
    fresh = CATALOGUE["licence_overage_exchange"].example(today)
    fresh["applicant"]["id_no"] = fresh["licence"]["licence_no"] = id_no
    fresh["licence"]["classes"] = classes
    return body | fresh | {"target_classes": target}


@pytest.mark.parametrize(
    ("classes", "target", "rule"),
    [
        ("A2", "A2", "target_classes_choice"),
        ("A2", "C3", "target_classes_choice"),
        ("A2", "C1C2", "target_classes_choice"),
        ("A2", "C1F", "target_classes_choice"),
        ("A2D", "C1", "target_classes_choice"),
        ("A2D", "C1F", "target_classes_choice"),
        ("C1D", "C1D", "age_not_reached"),
        ("C1", "C2", "age_not_reached"),
        ("N", "C1", "no_class_left"),
        ("NP", "C2", "no_class_left"),
        ("A2", "C9", "classes_characters"),
        ("A2", "FC1", "classes_order"),
    ],
)
def test_classes_that_do_not_remain_cannot_be_asked_for(
    classes: str, target: str, rule: str, overage: dict[str, Any], defects: Defects
) -> None:
    overage["licence"]["classes"] = classes
    assert defects(overage | {"target_classes": target}) == [("/target_classes", rule)]


@pytest.mark.parametrize(
    ("classes", "target"),
    [("A1A2", "C1"), ("A1A2", "C2"), ("B2D", "C1D"), ("B2D", "C2D"), ("C1N", "C1")],
)
def test_whoever_is_over_sixty_chooses_between_the_car_classes(
    classes: str, target: str, overage: dict[str, Any], defects: Defects
) -> None:
    overage["licence"]["classes"] = classes
    assert defects(overage | {"target_classes": target}) == []


@pytest.mark.parametrize(
    ("id_no", "classes", "target", "today", "rules"),
    [
        (BORN_1960_03_01, "B2", "C1", date(2020, 2, 29), ["age_not_reached"]),
        (BORN_1960_03_01, "B2", "C1", date(2020, 3, 1), []),
        (BORN_1950_04_15, "C1E", "C1F", date(2020, 4, 14), ["age_not_reached"]),
        (BORN_1950_04_15, "C1E", "C1F", date(2020, 4, 15), []),
        (BORN_1950_04_15, "C3M", "C1", date(2020, 4, 15), ["no_class_left"]),
        (BORN_1948_02_29, "D", "F", date(2018, 2, 27), ["age_not_reached"]),
        (BORN_1948_02_29, "D", "F", date(2018, 2, 28), []),
    ],
)
def test_a_class_ends_on_the_birthday(
    id_no: str,
    classes: str,
    target: str,
    today: date,
    rules: list[str],
    overage: dict[str, Any],
    defects: Defects,
) -> None:
    body = of(overage, id_no, classes, target, today)
    assert defects(body, today) == [("/target_classes", rule) for rule in rules]


def test_the_age_of_whoever_has_no_resident_number_is_left_to_the_register(
    overage: dict[str, Any], defects: Defects
) -> None:
    overage["applicant"] |= {"id_type": "passport", "id_no": "E12345678"}
    overage["licence"] |= {"licence_no": "E12345678", "classes": "C1"}
    assert defects(overage) == []


def test_all_defects_of_an_exchange_are_told_at_once(
    overage: dict[str, Any], defects: Defects
) -> None:
    overage["licence"] |= {"file_no": "990100123456"}
    overage |= {"photo": "none", "target_classes": "A2", "medical": "upload"}
    del overage["delivery"]["region_code"]
    assert defects(overage) == [
        ("/licence/file_no", "file_no_region"),
        ("/photo", "choice"),
        ("/delivery/region_code", "missing"),
        ("/target_classes", "target_classes_choice"),
        ("/documents", "document_missing_medical_certificate"),
    ]
