"""D02: the licence that is lost, and the statement of the loss."""

from collections.abc import Callable
from typing import Any

import pytest

from domain.services.catalogue import CATALOGUE
from tests.unit.services.conftest import TODAY

Defects = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def lost() -> dict[str, Any]:
    return dict(CATALOGUE["licence_lost_reissue"].example(TODAY))


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("licence_no", "410102195503154210", "licence_no_is_id_no"),
        ("file_no", "4101001234X6", "file_no_characters"),
        ("classes", "", "length"),
        ("valid_until", "2020-02-23", "licence_expired"),
        ("valid_until", "1949-12-31", "date_range"),
    ],
)
def test_a_licence_that_cannot_be_reissued_is_refused(
    field: str, value: str, rule: str, lost: dict[str, Any], defects: Defects
) -> None:
    lost["licence"][field] = value
    assert defects(lost) == [(f"/licence/{field}", rule)]


@pytest.mark.parametrize("valid_until", ["2020-02-24", "2029-12-31", None])
def test_a_licence_is_reissued_up_to_its_last_day(
    valid_until: str | None, lost: dict[str, Any], defects: Defects
) -> None:
    lost["licence"]["valid_until"] = valid_until
    assert defects(lost) == []


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        ({"loss_date": "2020-02-25"}, "/loss_date", "in_future"),
        ({"loss_date": "1949-12-31"}, "/loss_date", "date_range"),
        ({"loss_date": "yesterday"}, "/loss_date", "date"),
        ({"loss_place": "家"}, "/loss_place", "length"),
        ({"loss_place": "家" * 201}, "/loss_place", "length"),
        ({"loss_place": "郑州\n火车站"}, "/loss_place", "note_characters"),
        ({"loss_declared": "yes"}, "/loss_declared", "type"),
        ({"loss_declared": False}, "/documents", "document_missing_loss_statement"),
        ({"photo": "new"}, "/documents", "document_missing_portrait"),
    ],
)
def test_a_loss_that_cannot_be_is_pointed_at(
    change: dict[str, Any], pointer: str, rule: str, lost: dict[str, Any], defects: Defects
) -> None:
    assert defects(lost | change) == [(pointer, rule)]


def test_day_and_place_of_the_loss_may_be_left_out(lost: dict[str, Any], defects: Defects) -> None:
    assert defects(lost | {"loss_date": None, "loss_place": None}) == []
    assert defects({name: lost[name] for name in lost if not name.startswith("loss_d")}) == [
        ("/loss_declared", "missing")
    ]


def test_a_statement_on_paper_stands_for_that_in_the_form(
    lost: dict[str, Any], defects: Defects
) -> None:
    statement = {
        "kind": "loss_statement",
        "sha256": "b" * 64,
        "media_type": "application/pdf",
        "size": 1000,
    }
    assert defects(lost | {"loss_declared": False, "documents": [statement]}) == []


def test_all_defects_of_a_reissue_are_told_at_once(lost: dict[str, Any], defects: Defects) -> None:
    lost["applicant"]["mobile"] = "1380000123"
    lost["licence"] |= {"classes": "X1", "valid_until": "2020-01-31"}
    lost |= {"loss_declared": False, "loss_date": "2020-03-01", "loss_place": "家"}
    assert defects(lost) == [
        ("/applicant/mobile", "mobile_length"),
        ("/licence/classes", "classes_characters"),
        ("/licence/valid_until", "licence_expired"),
        ("/loss_date", "in_future"),
        ("/loss_place", "length"),
        ("/documents", "document_missing_loss_statement"),
    ]
