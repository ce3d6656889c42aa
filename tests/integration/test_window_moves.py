"""A registered vehicle is altered, corrected, moves out, and comes back, from the window to the
register.
"""

from typing import Any

import pytest
from msgspec.structs import replace

from domain.door.request import own_request
from domain.register.streams import vehicle_stream
from domain.register.vehicle import UseNature, VehicleState
from domain.vault import Purpose
from domain.vehicles.commands import EnterVehicle
from domain.vehicles.vehicle import VEHICLE
from tests.kit.register_records import normal_vehicle
from tests.kit.served import Service
from tests.kit.window_cases import approve, on_record, take_in, taken_in


async def owned(service: Service, form: dict[str, Any]) -> str:
    """The vehicle of whoever stands at the window."""
    names, person, vehicle = service.desk.names, form["applicant"], form["vehicle"]
    vin = names.of(Purpose.VIN, vehicle["vin"])
    record = replace(
        normal_vehicle(service.desk.today),
        owner=names.of(Purpose.ID_NO, person["id_no"]),
        owner_name=names.of(Purpose.NAME, person["name"]),
        vin=vin,
        plate_no=names.of(Purpose.PLATE, f"{vehicle['plate_kind']}:{vehicle['plate_no']}"),
    )
    stream, enter = vehicle_stream(vin), EnterVehicle(record=record)
    await service.desk.door.handle(VEHICLE, stream, enter, own_request("import", stream, 0, enter))
    return str(vehicle["vin"])


@pytest.mark.parametrize(
    ("code", "changed", "field", "value"),
    [
        (
            "reg_change",
            {"altered": {"alteration": "use", "use_nature": "taxi"}},
            "use",
            UseNature.TAXI,
        ),
        ("reg_correct", {"corrected": {"seats": 7}}, "seats", 7),
        ("reg_move_out", {}, "states", {VehicleState.MOVED_OUT}),
    ],
)
async def test_the_record_says_it_once_another_officer_has_approved(
    service: Service, code: str, changed: dict[str, Any], field: str, value: Any
) -> None:
    form = await service.example(code) | changed
    vin = await owned(service, form)
    verdicts = await approve(service, await taken_in(service, form))
    assert False not in verdicts.values()
    assert getattr((await on_record(service, vin)).record, field) == value


async def test_a_vehicle_from_elsewhere_is_registered_here_with_its_first_day(
    service: Service,
) -> None:
    form = await service.example("reg_move_in")
    await approve(service, await taken_in(service, form))
    record = (await on_record(service, form["new_vehicle"]["vin"])).record
    assert record.registered_on
    assert record.registered_on.isoformat() == form["first_registered_on"]
    number = f"02:{form['registration']['plate_no']}"
    assert record.plate_no == service.desk.names.of(Purpose.PLATE, number)


async def test_a_vehicle_is_in_one_case_of_its_registration_at_a_time(service: Service) -> None:
    form = await service.example("reg_change")
    await taken_in(service, form)
    leaving = await service.example("reg_move_out") | {"vehicle": form["vehicle"]}
    assert (await take_in(service, leaving)).status_code == 409
