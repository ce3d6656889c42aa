"""D01: the window of the renewal, the photo, the medical certificate and the delivery."""

from collections.abc import Callable
from typing import Any

import pytest

from domain.services.catalogue import CATALOGUE
from tests.unit.services.conftest import TODAY

Defects = Callable[..., list[tuple[str, str]]]
PAPER = {"sha256": "a" * 64, "media_type": "image/jpeg", "size": 1000}
OF_1955 = "410102195503154210"
SIXTY_NEXT_MONTH = "411327196003012041"


@pytest.fixture
def renewal() -> dict[str, Any]:
    return dict(CATALOGUE["licence_renewal"].example(TODAY))


def paper(kind: str) -> dict[str, Any]:
    return PAPER | {"kind": kind}


@pytest.mark.parametrize(
    ("field", "value", "rule"),
    [
        ("licence_no", OF_1955, "licence_no_is_id_no"),
        ("file_no", "41010012345", "file_no_length"),
        ("file_no", "990100123456", "file_no_region"),
        ("classes", "C9", "classes_characters"),
        ("classes", "C1C1", "classes_duplicate"),
        ("classes", "DC1", "classes_order"),
        ("valid_until", None, "renewal_long_term"),
        ("valid_until", "2020-05-25", "renewal_too_early"),
        ("valid_until", "2016-02-23", "renewal_too_late"),
        ("valid_until", "9999-12-31", "date_range"),
        ("valid_until", "2020-02-30", "date"),
    ],
)
def test_a_licence_that_cannot_be_renewed_is_refused(
    field: str, value: str | None, rule: str, renewal: dict[str, Any], defects: Defects
) -> None:
    renewal["licence"][field] = value
    assert defects(renewal) == [(f"/licence/{field}", rule)]


@pytest.mark.parametrize("valid_until", ["2020-05-24", "2020-02-24", "2020-01-31", "2016-02-24"])
def test_the_window_opens_ninety_days_before_and_a_deferral_may_hold_it_open(
    valid_until: str, renewal: dict[str, Any], defects: Defects
) -> None:
    renewal["licence"]["valid_until"] = valid_until
    assert defects(renewal) == []


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        ({"photo": "selfie"}, "/photo", "choice"),
        ({"photo": None}, "/photo", "choice"),
        ({"medical": "later"}, "/medical", "choice"),
        ({"user_kind": "web_registered"}, "/user_kind", "real_name_required"),
        ({"payment": {"method": "barter"}}, "/payment/method", "choice"),
        ({"delivery": {"mode": "pigeon"}}, "/delivery/mode", "choice"),
        ({"reason": "expired"}, "/reason", "unknown_field"),
        ({"documents": None}, "/documents", "type"),
    ],
)
def test_a_choice_that_is_not_offered_is_pointed_at(
    change: dict[str, Any], pointer: str, rule: str, renewal: dict[str, Any], defects: Defects
) -> None:
    assert defects(renewal | change) == [(pointer, rule)]


def test_what_is_left_out_is_named(renewal: dict[str, Any], defects: Defects) -> None:
    body = {name: value for name, value in renewal.items() if name not in ("photo", "medical")}
    assert defects(body) == [("/photo", "missing"), ("/medical", "missing")]


def test_a_new_photo_and_a_certificate_of_ones_own_are_uploaded(
    renewal: dict[str, Any], defects: Defects
) -> None:
    renewal |= {"photo": "new", "medical": "upload"}
    assert defects(renewal) == [
        ("/documents", "document_missing_medical_certificate"),
        ("/documents", "document_missing_portrait"),
    ]
    renewal["documents"] = [paper("portrait"), paper("medical_certificate")]
    assert defects(renewal) == []


def test_whoever_has_reached_the_age_limit_of_a_class_exchanges_the_licence_instead(
    renewal: dict[str, Any], defects: Defects
) -> None:
    renewal["licence"]["classes"] = "A2D"
    for id_no, rules in {SIXTY_NEXT_MONTH: [], OF_1955: ["overage_first"]}.items():
        renewal["applicant"]["id_no"] = renewal["licence"]["licence_no"] = id_no
        assert defects(renewal) == [("/licence/classes", rule) for rule in rules]
    renewal["licence"]["classes"] = "C1"
    assert defects(renewal) == []


def test_the_age_of_whoever_has_no_resident_number_is_left_to_the_check(
    renewal: dict[str, Any], defects: Defects
) -> None:
    renewal["applicant"] |= {"id_type": "passport", "id_no": "E12345678"}
    renewal["licence"] |= {"licence_no": "E12345678", "classes": "A2D"}
    assert defects(renewal) == []


def test_a_counter_lies_in_the_prefecture_that_issued_the_licence(
    renewal: dict[str, Any], defects: Defects
) -> None:
    renewal["delivery"] = {"mode": "pickup", "pickup_office_id": "410100.br1"}
    assert defects(renewal) == []
    renewal["licence"]["file_no"] = "410300123456"
    assert defects(renewal) == [("/delivery/pickup_office_id", "pickup_office_elsewhere")]


def test_a_licence_of_another_province_is_renewed_at_any_counter_of_henan(
    renewal: dict[str, Any], defects: Defects
) -> None:
    renewal["licence"]["file_no"] = "110100123456"
    renewal["delivery"] = {"mode": "pickup", "pickup_office_id": "411300"}
    assert defects(renewal) == []


def test_all_defects_of_a_renewal_are_told_at_once(
    renewal: dict[str, Any], defects: Defects
) -> None:
    renewal["licence"] |= {"file_no": "990100123456", "valid_until": None}
    renewal |= {"photo": "new", "medical": "upload", "payment": {}}
    del renewal["delivery"]["address"]
    assert defects(renewal) == [
        ("/licence/file_no", "file_no_region"),
        ("/licence/valid_until", "renewal_long_term"),
        ("/delivery/address", "missing"),
        ("/payment/method", "missing"),
        ("/documents", "document_missing_medical_certificate"),
        ("/documents", "document_missing_portrait"),
    ]
