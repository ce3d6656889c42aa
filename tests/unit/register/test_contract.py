"""Persons of a register elsewhere are indexed as a form writes them."""

from datetime import date

import msgspec
import pytest

from domain.register.vehicle import VehicleRecord
from domain.services.given import Numbers
from domain.vault import BlindIndex, Purpose
from tests.kit.register_records import normal_permit, normal_vehicle
from workers.registers.contract import extract

NAMES = BlindIndex(bytes(32))


@pytest.mark.parametrize(
    ("there", "here"),
    [
        ("0012345678(B)", "0012345678B"),
        ("h-1234567", "H1234567"),
        ("410102 19920229 1236", "410102199202291236"),
        ("91410000MA40000000", "91410000MA40000000"),
    ],
)
def test_the_number_of_a_person_has_the_normal_form_of_a_form(there: str, here: str) -> None:
    permit = msgspec.to_builtins(normal_permit(date(2020, 2, 24)))
    permit["holder"] = {"id_no": there, "name": "张三"}
    said = extract(msgspec.json.encode({"at": "2020-02-24T00:00:00Z", "permit": permit}), NAMES)
    assert said.permit
    assert said.permit.holder == NAMES.of(Purpose.ID_NO, here)


@pytest.mark.parametrize("there", ["豫A·12345", "豫a 12345", "豫A12345"])
def test_a_plate_has_the_normal_form_of_a_form_with_its_kind(there: str) -> None:
    said = _told(plate_no=there, vin="lsvfa49j232037048")
    assert said.plate_no == NAMES.of(Purpose.PLATE, "02:豫A12345")
    assert said.vin == NAMES.of(Purpose.VIN, "LSVFA49J232037048")


def test_a_plate_without_its_kind_is_off_the_contract() -> None:
    with pytest.raises(msgspec.ValidationError, match="kind"):
        _told(plate_no="豫A12345", plate_kind=None)


def test_a_register_need_not_tell_any_number() -> None:
    said = _told()
    assert (said.plate_no, said.vin) == (None, None)


def _told(**numbers: str | None) -> VehicleRecord:
    vehicle = msgspec.to_builtins(normal_vehicle(date(2020, 2, 24)))
    del vehicle["owner_name"]
    left = {name: each for name, each in vehicle.items() if name not in Numbers._fields}
    entry = left | {"owner": {"id_no": "410102199202291236", "name": "张三"}} | numbers
    body = msgspec.json.encode({"at": "2020-02-24T00:00:00Z", "vehicle": entry})
    said = extract(body, NAMES).vehicle
    assert said
    return said
