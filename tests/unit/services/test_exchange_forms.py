"""V09 and V10: the plate that is exchanged, the new number, the place and the time."""

from collections.abc import Callable
from typing import Any

import pytest

from domain.services.catalogue import CATALOGUE
from tests.unit.services.conftest import TODAY
from tests.unit.services.spoiled import GONE, spoiled

Defects = Callable[..., list[tuple[str, str]]]
BOOKING = CATALOGUE["nev_swap_booking"].example(TODAY)
NUMBER = CATALOGUE["nev_swap_select"].example(TODAY)
NEV_PLATE = {"vehicle__plate_kind": "52", "vehicle__plate_no": "豫AD12345"}


@pytest.mark.parametrize("body", [BOOKING, NUMBER], ids=["booking", "number"])
@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        (NEV_PLATE, "/vehicle/plate_kind", "plate_already_nev"),
        ({"vehicle__plate_kind": "07"}, "/vehicle/plate_kind", "plate_not_exchangeable"),
        ({"vehicle__plate_kind": "15"}, "/vehicle/plate_kind", "plate_not_exchangeable"),
        ({"vehicle__plate_kind": "22"}, "/vehicle/plate_kind", "plate_temporary"),
        ({"vehicle__plate_no": "京A1B2C3"}, "/vehicle/plate_no", "plate_province"),
        ({"vehicle__plate_no": "豫AD12345"}, "/vehicle/plate_no", "plate_serial"),
        ({"vehicle__vin": "LZYTBTD61L1000123"}, "/vehicle/vin", "vin_check_digit"),
        ({"energy": "fuel"}, "/energy", "choice"),
        ({"energy": GONE}, "/energy", "missing"),
    ],
)
def test_only_an_ordinary_plate_of_a_new_energy_car_is_exchanged(
    body: dict[str, Any], change: dict[str, Any], pointer: str, rule: str, defects: Defects
) -> None:
    assert (pointer, rule) in defects(spoiled(body, **change))


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        ({"select_at_hall": False}, "/new_number_reference", "number_not_chosen"),
        ({"select_at_hall": "yes"}, "/select_at_hall", "type"),
        (
            {"new_number_reference": "4F7K-0000-0000-0"},
            "/new_number_reference",
            "not_applicable",
        ),
        (
            {"select_at_hall": False, "new_number_reference": "4F7K-0000"},
            "/new_number_reference",
            "reference_length",
        ),
        (
            {"select_at_hall": False, "new_number_reference": "4F7K-0000-0000-1"},
            "/new_number_reference",
            "reference_check_digit",
        ),
        ({"outlet_id": "410100.noc"}, "/outlet_id", "place_unknown"),
        ({"outlet_id": "410100.exs1"}, "/outlet_id", "place_unknown"),
        ({"outlet_id": "somewhere"}, "/outlet_id", "place_unknown"),
        ({"outlet_id": "410300"}, "/outlet_id", "place_elsewhere"),
        ({"slot_date": "2020-02-24"}, "/slot_date", "slot_not_ahead"),
        ({"slot_date": "2020-03-26"}, "/slot_date", "slot_too_far"),
        ({"slot_date": "2020-02-30"}, "/slot_date", "date"),
        ({"slot_period": "12"}, "/slot_period", "choice"),
    ],
)
def test_what_is_wrong_with_the_appointment_is_pointed_at(
    change: dict[str, Any], pointer: str, rule: str, defects: Defects
) -> None:
    assert defects(spoiled(BOOKING, **change)) == [(pointer, rule)]


@pytest.mark.parametrize("day", ["2020-02-25", "2020-03-25"])
def test_the_first_and_the_last_day_of_appointments_can_be_chosen(
    day: str, defects: Defects
) -> None:
    assert defects(spoiled(BOOKING, slot_date=day)) == []


@pytest.mark.parametrize("place", ["410100", "410100.br1", "410100.st3", "410122"])
def test_plates_are_exchanged_at_offices_branches_and_stations(
    place: str, defects: Defects
) -> None:
    assert defects(spoiled(BOOKING, outlet_id=place)) == []


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        ({"new_plate_kind": "51"}, "/new_plate_kind", "new_plate_kind_of_another_size"),
        ({"new_plate_kind": "02"}, "/new_plate_kind", "choice"),
        ({"vehicle__plate_kind": "01"}, "/new_plate_kind", "new_plate_kind_of_another_size"),
        ({"method": "self_composed"}, "/method", "choice"),
        ({"wanted_no": "豫AD12345"}, "/wanted_no", "unknown_field"),
    ],
)
def test_the_new_number_is_drawn_and_has_the_size_of_the_old_one(
    change: dict[str, Any], pointer: str, rule: str, defects: Defects
) -> None:
    assert defects(spoiled(NUMBER, **change)) == [(pointer, rule)]


def test_the_size_is_compared_although_the_vehicle_has_another_defect(defects: Defects) -> None:
    body = spoiled(NUMBER, vehicle__vin="1", new_plate_kind="51")
    assert defects(body) == [
        ("/vehicle/vin", "vin_length"),
        ("/new_plate_kind", "new_plate_kind_of_another_size"),
    ]


def test_all_defects_of_an_appointment_are_told_at_once(defects: Defects) -> None:
    body = spoiled(
        BOOKING,
        vehicle__vin="1",
        vehicle__engine_no="?",
        energy="steam",
        select_at_hall=False,
        outlet_id="410300",
        slot_date="2020-02-01",
        slot_period="12",
        documents=[{"kind": "mandate"}],
    )
    assert [pointer for pointer, _ in defects(body)] == [
        "/documents/0/sha256",
        "/documents/0/media_type",
        "/documents/0/size",
        "/vehicle/vin",
        "/vehicle/engine_no",
        "/energy",
        "/new_number_reference",
        "/outlet_id",
        "/slot_date",
        "/slot_period",
    ]
