"""V11: the vehicle, the station, the time, and who brings it."""

from collections.abc import Callable
from typing import Any

import pytest

from domain.services.catalogue import CATALOGUE
from tests.unit.services.conftest import TODAY
from tests.unit.services.spoiled import GONE, spoiled

Defects = Callable[..., list[tuple[str, str]]]
BOOKING = CATALOGUE["inspection_booking"].example(TODAY)


@pytest.mark.parametrize(
    ("change", "pointer", "rule"),
    [
        ({"vehicle__plate_no": "豫A1O2C3"}, "/vehicle/plate_no", "plate_serial"),
        ({"vehicle__vin": "LZYTBTD61L1000123"}, "/vehicle/vin", "vin_check_digit"),
        ({"station_id": "410100"}, "/station_id", "place_unknown"),
        ({"station_id": "410100.exs1"}, "/station_id", "place_unknown"),
        ({"station_id": "410300.ins1"}, "/station_id", "place_elsewhere"),
        ({"slot_date": "2020-02-24"}, "/slot_date", "slot_not_ahead"),
        ({"slot_date": "2020-12-24"}, "/slot_date", "slot_too_far"),
        ({"slot_date": "next week"}, "/slot_date", "date"),
        ({"slot_period": "8 o'clock"}, "/slot_period", "choice"),
        ({"contact_name": "张3"}, "/contact_name", "name_characters"),
        ({"contact_name": GONE}, "/contact_name", "missing"),
        ({"contact_mobile": "1380000123"}, "/contact_mobile", "mobile_length"),
        ({"contact_mobile": "23800001234"}, "/contact_mobile", "mobile_characters"),
        ({"applicant__capacity": "learner"}, "/applicant/capacity", "choice"),
        ({"applicant__capacity": "agent"}, "/applicant/capacity", "agent_online"),
    ],
)
def test_what_is_wrong_with_an_appointment_is_pointed_at(
    change: dict[str, Any], pointer: str, rule: str, defects: Defects
) -> None:
    assert (pointer, rule) in defects(spoiled(BOOKING, **change))


@pytest.mark.parametrize("capacity", ["owner", "driver"])
def test_the_owner_or_a_driver_brings_the_vehicle(capacity: str, defects: Defects) -> None:
    assert defects(spoiled(BOOKING, applicant__capacity=capacity)) == []


def test_all_defects_are_told_at_once(defects: Defects) -> None:
    body = spoiled(
        BOOKING,
        vehicle__plate_no="京A12345",
        station_id="nowhere",
        slot_date="2020-02-24",
        slot_period="12",
        contact_name="张3",
        contact_mobile="110",
    )
    assert defects(body) == [
        ("/vehicle/plate_no", "plate_province"),
        ("/station_id", "place_unknown"),
        ("/slot_date", "slot_not_ahead"),
        ("/slot_period", "choice"),
        ("/contact_name", "name_characters"),
        ("/contact_mobile", "mobile_length"),
    ]
