"""V01: the vehicle, the reason, the delivery and the uploads."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from domain.services.reader import read_form

Defects = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("kind", "number", "rule"),
    [
        ("02", "豫A1O234", "plate_serial"),
        ("02", "豫AI1234", "plate_serial"),
        ("02", "豫AB2C3D", "plate_serial"),
        ("02", "豫O12345", "plate_issuing_letter"),
        ("02", "豫T12345", "plate_issuing_letter"),
        ("02", "京A12345", "plate_province"),
        ("52", "豫AB12345", "plate_serial"),
    ],
)
def test_a_plate_number_that_cannot_be_is_refused(
    kind: str, number: str, rule: str, plates: dict[str, Any], defects: Defects
) -> None:
    plates["vehicle"] |= {"plate_kind": kind, "plate_no": number}
    assert defects(plates) == [("/vehicle/plate_no", rule)]


def test_a_temporary_plate_is_not_reissued(plates: dict[str, Any], defects: Defects) -> None:
    plates["vehicle"] |= {"plate_kind": "22", "plate_no": "豫A12345临"}
    assert defects(plates) == [("/vehicle/plate_kind", "plate_temporary")]


def test_a_plate_in_small_full_width_letters_is_understood(
    plates: dict[str, Any], defects: Defects
) -> None:
    plates["vehicle"]["plate_no"] = "豫ａ１b2c3"
    assert defects(plates) == []


@pytest.mark.parametrize(
    ("vin", "rule"),
    [
        ("LZYTBTD60L100012", "vin_length"),
        ("LZYTBTD60L10O0123", "vin_characters"),
        ("LZYTBTD61L1000123", "vin_check_digit"),
    ],
)
def test_a_vin_that_cannot_be_is_refused(
    vin: str, rule: str, plates: dict[str, Any], defects: Defects
) -> None:
    plates["vehicle"]["vin"] = vin
    assert defects(plates) == [("/vehicle/vin", rule)]


def test_the_check_digit_of_an_imported_vin_is_let_pass(
    plates: dict[str, Any], defects: Defects
) -> None:
    plates["vehicle"] |= {"vin": "LZYTBTD61L1000123", "imported": True}
    assert defects(plates) == []


@pytest.mark.parametrize(
    ("business", "reason", "fits"),
    [
        ("reissue", "lost", True),
        ("reissue", "destroyed", True),
        ("reissue", "damaged", False),
        ("replace", "lost", False),
        ("replace", "destroyed", False),
    ],
)
def test_what_is_gone_is_reissued_and_what_is_damaged_replaced(
    business: str, reason: str, fits: bool, plates: dict[str, Any], defects: Defects
) -> None:
    found = defects(plates | {"business": business, "reason": reason})
    assert found == ([] if fits else [("/reason", "business_reason")])


def test_a_damaged_plate_is_shown_in_a_photo(plates: dict[str, Any], defects: Defects) -> None:
    plates |= {"business": "replace", "reason": "damaged"}
    assert defects(plates) == [("/documents", "document_missing_plate_photo")]


def test_post_needs_recipient_region_and_address(plates: dict[str, Any], defects: Defects) -> None:
    plates["delivery"] = {"mode": "post"}
    assert defects(plates) == [
        ("/delivery/recipient_name", "missing"),
        ("/delivery/recipient_mobile", "missing"),
        ("/delivery/region_code", "missing"),
        ("/delivery/address", "missing"),
    ]


@pytest.mark.parametrize(
    ("region", "rule"), [("110105", "region_region"), ("410100", "region_not_county")]
)
def test_post_goes_to_a_county_of_henan(
    region: str, rule: str, plates: dict[str, Any], defects: Defects
) -> None:
    plates["delivery"]["region_code"] = region
    assert defects(plates) == [("/delivery/region_code", rule)]


def test_an_address_of_two_characters_is_refused(plates: dict[str, Any], defects: Defects) -> None:
    plates["delivery"]["address"] = "家里"
    assert defects(plates) == [("/delivery/address", "length")]


@pytest.mark.parametrize(
    ("office", "rules"),
    [
        ("410100", []),
        ("410122", []),
        ("410100.st1", []),
        ("410200", ["pickup_office_elsewhere"]),
        ("410100.noc", ["pickup_office_unknown"]),
        ("41", ["pickup_office_unknown"]),
        ("999999", ["pickup_office_unknown"]),
    ],
)
def test_pickup_is_at_a_counter_of_the_vehicles_prefecture(
    office: str, rules: list[str], plates: dict[str, Any], defects: Defects
) -> None:
    plates["delivery"] = {"mode": "pickup", "pickup_office_id": office}
    assert defects(plates) == [("/delivery/pickup_office_id", rule) for rule in rules]


def test_pickup_needs_an_office_and_no_address(plates: dict[str, Any], defects: Defects) -> None:
    plates["delivery"] = {"mode": "pickup", "address": "郑州市金水区示例路1号"}
    assert defects(plates) == [
        ("/delivery/pickup_office_id", "missing"),
        ("/delivery/address", "unknown_field"),
    ]


@pytest.mark.parametrize(
    ("delivery", "rule"), [({}, "missing"), ({"mode": "carrier_pigeon"}, "choice")]
)
def test_a_delivery_says_how(
    delivery: dict[str, str], rule: str, plates: dict[str, Any], defects: Defects
) -> None:
    assert defects(plates | {"delivery": delivery}) == [("/delivery/mode", rule)]


def test_uploads_left_out_are_named_each(plates: dict[str, Any], defects: Defects) -> None:
    del plates["documents"]
    assert defects(plates) == [
        ("/documents", "document_missing_id_back"),
        ("/documents", "document_missing_id_front"),
        ("/documents", "document_missing_registration_certificate"),
    ]


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        ({"sha256": "G" * 64}, "/documents/0/sha256", "format"),
        ({"media_type": "image/gif"}, "/documents/0/media_type", "choice"),
        ({"size": 5 * 1024 * 1024 + 1}, "/documents/0/size", "document_too_large"),
        ({"size": 0}, "/documents/0/size", "range"),
    ],
)
def test_an_upload_that_cannot_be_taken_is_pointed_at(
    change: dict[str, Any], pointer: str, rule: str, plates: dict[str, Any], defects: Defects
) -> None:
    plates["documents"][0] |= change
    assert defects(plates) == [(pointer, rule)]


def test_two_uploads_of_one_kind_are_refused(plates: dict[str, Any], defects: Defects) -> None:
    plates["documents"].append(dict(plates["documents"][1]))
    assert defects(plates) == [("/documents/3/kind", "document_twice")]


def test_more_than_twenty_uploads_are_refused(plates: dict[str, Any], defects: Defects) -> None:
    proof = plates["documents"][0] | {"kind": "deferral_proof"}
    plates["documents"] += [proof] * 18
    assert defects(plates) == [("/documents", "length")]


@pytest.mark.parametrize(
    ("outlet", "rules"),
    [
        ("410100.st1", []),
        ("410100", []),
        (None, []),
        ("410300", ["place_elsewhere"]),
        ("410100.ps1", ["place_unknown"]),
        ("999999", ["place_unknown"]),
    ],
)
def test_plates_are_fitted_at_an_outlet_of_the_prefecture_if_at_any(
    outlet: str | None, rules: list[str], plates: dict[str, Any], defects: Defects
) -> None:
    plates["mounting_outlet_id"] = outlet
    assert defects(plates) == [("/mounting_outlet_id", rule) for rule in rules]


def test_the_outlet_where_plates_are_fitted_is_a_fact(plates: dict[str, Any]) -> None:
    named = plates | {"mounting_outlet_id": " 410100.ST1 "}
    facts = [
        read_form(json.dumps(each).encode(), today=date(2020, 2, 24)).facts()
        for each in (plates, named)
    ]
    assert [getattr(each, "mounting_outlet", "") for each in facts] == [None, "410100.st1"]
