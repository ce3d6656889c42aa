"""V05: what is wrong with a form, told all at once, and what the register learns."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from domain.register.changes import InspectionExtended
from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from tests.unit.services.conftest import TODAY

Defects = Callable[..., list[tuple[str, str]]]
SERVICE = CATALOGUE["exempt_inspection_mark"]


@pytest.fixture
def exempt() -> dict[str, Any]:
    return dict(SERVICE.example(TODAY))


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        ({"insurance_start": "2020-02-25"}, "/insurance_start", "insurance_not_begun"),
        ({"insurance_end": "2020-02-23"}, "/insurance_end", "insurance_ended"),
        ({"insurance_end": "2019-08-24"}, "/insurance_end", "insurance_order"),
        ({"insurance_end": "2020-08-25"}, "/insurance_end", "insurance_too_long"),
        ({"insurance_end": "2020-02-30"}, "/insurance_end", "date"),
        ({"tax_status": "owed"}, "/tax_status", "choice"),
        ({"tax_status": "exempt"}, "/documents", "document_missing_tax_proof"),
        ({"payment": {"method": "online"}}, "/payment", "unknown_field"),
        ({"user_kind": "web_registered"}, "/user_kind", "real_name_required"),
        (
            {"delivery": {"mode": "pickup", "pickup_office_id": "410300"}},
            "/delivery/pickup_office_id",
            "pickup_office_elsewhere",
        ),
    ],
)
def test_a_wrong_field_is_pointed_at(
    change: dict[str, Any], pointer: str, rule: str, exempt: dict[str, Any], defects: Defects
) -> None:
    assert defects(exempt | change) == [(pointer, rule)]


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        (
            {"plate_kind": "01", "plate_no": "豫A12345"},
            "/vehicle/plate_kind",
            "exempt_plate_kind",
        ),
        ({"plate_kind": "22", "plate_no": "豫A12345临"}, "/vehicle/plate_kind", "plate_temporary"),
        ({"use_nature": "taxi"}, "/vehicle/use_nature", "exempt_use"),
    ],
)
def test_a_vehicle_that_is_never_exempt_is_told_so_at_once(
    change: dict[str, Any], pointer: str, rule: str, exempt: dict[str, Any], defects: Defects
) -> None:
    exempt["vehicle"] |= change
    assert defects(exempt) == [(pointer, rule)]


def test_a_policy_of_a_whole_year_is_taken_on_its_first_and_last_day(
    exempt: dict[str, Any], defects: Defects
) -> None:
    first = {"insurance_start": "2020-02-24", "insurance_end": "2021-02-24"}
    last = {"insurance_start": "2019-02-25", "insurance_end": "2020-02-24"}
    assert defects(exempt | first) == defects(exempt | last) == []


def test_all_that_is_wrong_is_told_at_once(exempt: dict[str, Any], defects: Defects) -> None:
    exempt["vehicle"] |= {"use_nature": "freight", "vin": "1"}
    exempt |= {
        "insurance_start": "2021-01-01",
        "insurance_end": "2019-01-01",
        "tax_status": "exempt",
        "documents": [],
    }
    assert defects(exempt) == [
        ("/vehicle/vin", "vin_length"),
        ("/vehicle/use_nature", "exempt_use"),
        ("/insurance_start", "insurance_not_begun"),
        ("/insurance_end", "insurance_ended"),
        ("/documents", "document_missing_driving_permit"),
        ("/documents", "document_missing_insurance_policy"),
        ("/documents", "document_missing_tax_proof"),
    ]


def test_the_mark_is_good_for_twenty_four_months_more() -> None:
    facts = read_form(msgspec.json.encode(SERVICE.example(TODAY)), today=TODAY).facts()
    assert SERVICE.change(facts, TODAY) == (InspectionExtended(months=24),)
