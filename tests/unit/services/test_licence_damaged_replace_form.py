"""D03: the licence that is damaged, and the photo of it."""

from collections.abc import Callable
from typing import Any

import pytest

from domain.services.catalogue import CATALOGUE
from tests.unit.services.conftest import TODAY

Defects = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def damaged() -> dict[str, Any]:
    return dict(CATALOGUE["licence_damaged_replace"].example(TODAY))


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("licence_no", "410102199202291235", "licence_no_check_digit"),
        ("file_no", "41010012345", "file_no_length"),
        ("classes", "C1A1", "classes_order"),
        ("valid_until", "2020-02-23", "licence_expired"),
    ],
)
def test_a_licence_that_cannot_be_replaced_is_refused(
    field: str, value: str, rule: str, damaged: dict[str, Any], defects: Defects
) -> None:
    damaged["licence"][field] = value
    assert defects(damaged) == [(f"/licence/{field}", rule)]


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        ({"damaged_on": "2020-02-25"}, "/damaged_on", "in_future"),
        ({"damaged_on": "2020-02-31"}, "/damaged_on", "date"),
        ({"damage_note": " 破 "}, "/damage_note", "length"),
        ({"damage_note": "破" * 201}, "/damage_note", "length"),
        ({"damage_note": "泡水\t褪色"}, "/damage_note", "note_characters"),
        ({"damage_note": None}, "/damage_note", "type"),
        ({"photo": "new"}, "/documents", "document_missing_portrait"),
        ({"documents": []}, "/documents", "document_missing_licence_photo"),
        ({"loss_declared": True}, "/loss_declared", "unknown_field"),
    ],
)
def test_a_damage_that_cannot_be_is_pointed_at(
    change: dict[str, Any], pointer: str, rule: str, damaged: dict[str, Any], defects: Defects
) -> None:
    assert defects(damaged | change) == [(pointer, rule)]


@pytest.mark.parametrize("damaged_on", [None, "2020-02-24", "2020-01-25", "2020-01-01"])
def test_a_damage_of_any_day_is_taken_even_after_the_thirty_days(
    damaged_on: str | None, damaged: dict[str, Any], defects: Defects
) -> None:
    assert defects(damaged | {"damaged_on": damaged_on}) == []


def test_all_defects_of_a_replacement_are_told_at_once(
    damaged: dict[str, Any], defects: Defects
) -> None:
    damaged["licence"] |= {"file_no": "1", "valid_until": "2019-02-24"}
    damaged |= {"photo": "new", "damaged_on": "2020-02-25", "damage_note": "破", "documents": []}
    damaged["declaration"] |= {"agreed_at": None}
    assert defects(damaged) == [
        ("/declaration/agreed_at", "not_agreed"),
        ("/licence/file_no", "file_no_length"),
        ("/licence/valid_until", "licence_expired"),
        ("/damaged_on", "in_future"),
        ("/damage_note", "length"),
        ("/documents", "document_missing_licence_photo"),
        ("/documents", "document_missing_portrait"),
    ]
