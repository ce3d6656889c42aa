"""V07 and V08: the vehicle, the residence, the number, and where a used vehicle comes from."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from tests.unit.services.conftest import TODAY
from tests.unit.services.spoiled import GONE, spoiled

Defects = Callable[..., list[tuple[str, str]]]
NEW = CATALOGUE["new_vehicle_preselect"].example(TODAY)
USED = {
    **CATALOGUE["used_vehicle_preselect"].example(TODAY),
    "old_plate": {"plate_kind": "02", "plate_no": "豫A1B2C3"},
}


@pytest.mark.parametrize("body", [NEW, USED], ids=["new", "used"])
@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        ({"vehicle__vin": "LZYTBTD60L100012"}, "/vehicle/vin", "vin_length"),
        ({"vehicle__vin": "LZYTBTD60L100O123"}, "/vehicle/vin", "vin_characters"),
        ({"vehicle__vin": "LZYTBTD61L1000123"}, "/vehicle/vin", "vin_check_digit"),
        ({"vehicle__brand_model": "?!"}, "/vehicle/brand_model", "brand_model_characters"),
        ({"vehicle__use_nature": "racing"}, "/vehicle/use_nature", "choice"),
        ({"vehicle__engine_no": "EX1"}, "/vehicle/engine_no", "unknown_field"),
        ({"plate_kind": "01"}, "/plate_kind", "choice"),
        ({"plate_kind": "07"}, "/plate_kind", "choice"),
        ({"residence_region": "410100"}, "/residence_region", "region_not_county"),
        ({"residence_region": "110101"}, "/residence_region", "region_region"),
        ({"issuing_prefix": "豫O"}, "/issuing_prefix", "prefix_unknown"),
        ({"issuing_prefix": "京A"}, "/issuing_prefix", "prefix_unknown"),
        ({"issuing_prefix": "豫B"}, "/issuing_prefix", "prefix_not_of_residence"),
        ({"method": "lottery"}, "/method", "choice"),
        ({"method": GONE}, "/method", "missing"),
    ],
)
def test_what_is_wrong_with_the_choice_of_a_number_is_pointed_at(
    body: dict[str, Any], change: dict[str, Any], pointer: str, rule: str, defects: Defects
) -> None:
    assert (pointer, rule) in defects(spoiled(body, **change))


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"method": "random"}, "not_applicable"),
        ({"wanted_no": "豫A12345"}, "plate_serial"),
        ({"wanted_no": "豫AX12345"}, "plate_serial"),
        ({"wanted_no": "豫A12345D"}, "plate_serial"),
        ({"wanted_no": "豫BD12345"}, "wanted_no_of_another_prefix"),
        ({"plate_kind": "51"}, "plate_serial"),
    ],
)
def test_the_number_composed_has_the_form_of_its_kind_and_the_prefix(
    change: dict[str, Any], rule: str, defects: Defects
) -> None:
    assert defects(spoiled(NEW, **change)) == [("/wanted_no", rule)]


@pytest.mark.parametrize(
    ("kind", "number"),
    [("51", "豫A12345D"), ("51", "豫A12345F"), ("52", "豫AFA1234"), ("02", "豫A1B2C3")],
)
def test_numbers_of_every_kind_that_is_reserved_can_be_composed(
    kind: str, number: str, defects: Defects
) -> None:
    assert defects(spoiled(NEW, plate_kind=kind, wanted_no=number)) == []


def test_whoever_composes_a_number_may_name_it_in_the_session_only(defects: Defects) -> None:
    assert defects(spoiled(NEW, wanted_no=GONE)) == []


def test_the_prefix_of_jiyuan_belongs_to_its_own_code(defects: Defects) -> None:
    body = spoiled(
        NEW, residence_region="419001", issuing_prefix="豫U", method="random", wanted_no=GONE
    )
    assert defects(body) == []


def test_the_office_is_that_of_the_prefix() -> None:
    form = read_form(json.dumps(NEW).encode(), today=TODAY)
    assert form.office() == "410100"


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        ({"transfer_kind": "gift"}, "/transfer_kind", "choice"),
        ({"transfer_kind": "move_in"}, "/old_plate", "old_plate_local"),
        ({"old_plate__plate_no": "豫B1B2C3"}, "/old_plate", "old_plate_elsewhere"),
        ({"old_plate__plate_no": "京A1B2C3"}, "/old_plate", "old_plate_elsewhere"),
        ({"old_plate__plate_no": "豫A1O2C3"}, "/old_plate/plate_no", "plate_serial"),
        ({"old_plate__plate_no": "京A1"}, "/old_plate/plate_no", "old_plate_length"),
        ({"old_plate__plate_no": "美A1B2C3"}, "/old_plate/plate_no", "old_plate_characters"),
        ({"old_plate__plate_kind": "22"}, "/old_plate/plate_kind", "plate_temporary"),
        ({"certificate_no": "41001234567"}, "/certificate_no", "certificate_no_length"),
        ({"certificate_no": "41001234567X"}, "/certificate_no", "certificate_no_characters"),
        ({"sale_invoice_no": "123"}, "/sale_invoice_no", "format"),
        (
            {"old_plate": GONE, "certificate_no": GONE},
            "/certificate_no",
            "old_plate_or_certificate",
        ),
    ],
)
def test_what_is_wrong_with_a_used_vehicle_is_pointed_at(
    change: dict[str, Any], pointer: str, rule: str, defects: Defects
) -> None:
    assert defects(spoiled(USED, **change)) == [(pointer, rule)]


@pytest.mark.parametrize("number", ["京A1B2C3", "粤B12345", "豫B1B2C3", "浙AD12345"])
def test_a_vehicle_that_moves_in_has_a_plate_of_elsewhere(number: str, defects: Defects) -> None:
    kind = "52" if len(number) > 7 else "02"
    body = spoiled(
        USED,
        transfer_kind="move_in",
        old_plate__plate_no=number,
        old_plate__plate_kind=kind,
    )
    assert defects(body) == []


@pytest.mark.parametrize("gone", ["old_plate", "certificate_no"])
def test_one_of_plate_and_certificate_is_enough(gone: str, defects: Defects) -> None:
    assert defects(spoiled(USED, **{gone: GONE})) == []


def test_all_defects_are_told_at_once(defects: Defects) -> None:
    body = spoiled(
        USED,
        vehicle__vin="1",
        residence_region="410100",
        plate_kind="99",
        issuing_prefix="豫O",
        method="lottery",
        transfer_kind="gift",
        old_plate__plate_no="豫A",
        certificate_no="1",
        sale_invoice_no="x",
    )
    assert [pointer for pointer, _ in defects(body)] == [
        "/vehicle/vin",
        "/residence_region",
        "/plate_kind",
        "/issuing_prefix",
        "/method",
        "/transfer_kind",
        "/old_plate/plate_no",
        "/certificate_no",
        "/sale_invoice_no",
    ]
