"""V04: what is wrong with a form, told all at once."""

from collections.abc import Callable
from typing import Any

import pytest

from domain.services.catalogue import CATALOGUE
from tests.unit.services.conftest import TODAY

Defects = Callable[..., list[tuple[str, str]]]
SERVICE = CATALOGUE["temp_plate"]


@pytest.fixture
def temporary() -> dict[str, Any]:
    return dict(SERVICE.example(TODAY))


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        ({"vin": "LGXC16DF4L000001"}, "/vehicle/vin", "vin_length"),
        ({"vin": "LGXC16DF4L0O00019"}, "/vehicle/vin", "vin_characters"),
        ({"vin": "LGXC16DF5L0000019"}, "/vehicle/vin", "vin_check_digit"),
        ({"engine_no": "?"}, "/vehicle/engine_no", "engine_no_characters"),
        ({"brand_model": "BYD<7152>"}, "/vehicle/brand_model", "brand_model_characters"),
        ({"origin": "moon"}, "/vehicle/origin", "choice"),
        ({"vehicle_type": "balloon"}, "/vehicle/vehicle_type", "choice"),
        ({"seats": 10}, "/vehicle/seats", "seats_of_type"),
        ({"seats": 0}, "/vehicle/seats", "seats_of_type"),
        ({"seats": 5, "vehicle_type": "large_passenger"}, "/vehicle/seats", "seats_of_type"),
        ({"seats": 2, "vehicle_type": "trailer"}, "/vehicle/seats", "seats_of_type"),
        ({"seats": 120}, "/vehicle/seats", "range"),
        ({"plate_no": "豫A1B2C3"}, "/vehicle/plate_no", "unknown_field"),
    ],
)
def test_a_wrong_vehicle_is_pointed_at(
    change: dict[str, Any], pointer: str, rule: str, temporary: dict[str, Any], defects: Defects
) -> None:
    temporary["vehicle"] |= change
    assert (pointer, rule) in defects(temporary)


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        ({"case_kind": "joyride"}, "/case_kind", "choice"),
        ({"case_kind": "special"}, "/case_kind", "special_type"),
        ({"travel_area": "abroad"}, "/travel_area", "choice"),
        ({"valid_from": "2020-02-23"}, "/valid_from", "valid_from_past"),
        ({"valid_from": "2020-03-11"}, "/valid_from", "valid_from_far"),
        ({"valid_from": "2020-02-30"}, "/valid_from", "date"),
        ({"office_id": "440100"}, "/office_id", "temp_plate_office_unknown"),
        (
            {"delivery": {"mode": "pickup", "pickup_office_id": "410300"}},
            "/delivery/pickup_office_id",
            "pickup_office_elsewhere",
        ),
    ],
)
def test_a_wrong_field_is_pointed_at(
    change: dict[str, Any], pointer: str, rule: str, temporary: dict[str, Any], defects: Defects
) -> None:
    assert (pointer, rule) in defects(temporary | change)


def test_the_last_day_to_begin_is_fifteen_days_ahead(
    temporary: dict[str, Any], defects: Defects
) -> None:
    assert defects(temporary | {"valid_from": "2020-03-10"}) == []


def test_the_check_digit_of_an_imported_vehicle_is_no_defect_and_an_officer_is_told(
    temporary: dict[str, Any], defects: Defects
) -> None:
    temporary["vehicle"] |= {"origin": "imported", "vin": "LGXC16DF5L0000019"}
    assert defects(temporary) == [("/documents", "document_missing_import_certificate")]


@pytest.mark.parametrize(
    ("kind", "origin", "missing"),
    [
        ("unsold", "domestic", ["factory_certificate"]),
        ("unsold", "imported", ["import_certificate"]),
        ("not_registered", "domestic", ["factory_certificate", "purchase_invoice"]),
        ("not_registered", "imported", ["import_certificate", "purchase_invoice"]),
        ("test", "domestic", ["safety_inspection", "written_application"]),
        ("special", "domestic", ["factory_certificate"]),
    ],
)
def test_each_situation_is_proved_with_its_papers(
    kind: str, origin: str, missing: list[str], temporary: dict[str, Any], defects: Defects
) -> None:
    temporary["documents"] = temporary["documents"][:3]
    temporary["vehicle"] |= {"origin": origin, "vehicle_type": "truck", "seats": 3}
    assert defects(temporary | {"case_kind": kind}) == [
        ("/documents", f"document_missing_{paper}") for paper in missing
    ]


def test_all_that_is_wrong_is_told_at_once(temporary: dict[str, Any], defects: Defects) -> None:
    temporary["vehicle"] |= {"vin": "LGXC16DF5L0000019", "brand_model": "!!", "seats": 12}
    temporary |= {"case_kind": "special", "valid_from": "2020-01-01", "office_id": "410199"}
    temporary["documents"] = []
    assert defects(temporary) == [
        ("/vehicle/vin", "vin_check_digit"),
        ("/vehicle/brand_model", "brand_model_characters"),
        ("/vehicle/seats", "seats_of_type"),
        ("/case_kind", "special_type"),
        ("/valid_from", "valid_from_past"),
        ("/office_id", "temp_plate_office_unknown"),
        ("/documents", "document_missing_id_back"),
        ("/documents", "document_missing_id_front"),
        ("/documents", "document_missing_insurance_policy"),
    ]
