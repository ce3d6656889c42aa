"""A plate beside the VIN of another vehicle is found out before anything is approved."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from msgspec.structs import replace

from cheguan.consultation import consultation
from domain.case.case import CASE
from domain.case.stage import Stage
from domain.door.request import own_request
from domain.event_store.connection import connect
from domain.people import system
from domain.register.streams import vehicle_stream
from domain.vault import Purpose
from domain.vehicles.commands import EnterVehicle
from domain.vehicles.vehicle import VEHICLE
from tests.kit.register_records import normal_vehicle
from tests.kit.served import Service
from workers import checker

CONTACT = "vehicle_contact_change"


async def entered(service: Service, body: dict[str, Any], plate: str | None) -> None:
    """The vehicle of the application stands in the register under its VIN, with this plate."""
    desk, named = service.desk, service.desk.names.of
    record = replace(
        normal_vehicle(desk.today),
        owner=named(Purpose.ID_NO, body["applicant"]["id_no"]),
        owner_name=named(Purpose.NAME, body["applicant"]["name"]),
        vin=named(Purpose.VIN, body["vehicle"]["vin"]),
        plate_no=named(Purpose.PLATE, plate) if plate else None,
    )
    stream = vehicle_stream(named(Purpose.VIN, body["vehicle"]["vin"]))
    command = EnterVehicle(record=record)
    await desk.door.handle(VEHICLE, stream, command, own_request("import", stream, 0, command))


@pytest.mark.parametrize(
    ("plate", "verdict", "stage"),
    [
        ("02:豫A1B2C3", True, Stage.COMPLETED),
        ("02:豫A54321", False, Stage.SUBMITTED),
        ("01:豫A1B2C3", False, Stage.SUBMITTED),
        (None, None, Stage.SUBMITTED),
    ],
)
async def test_nothing_is_approved_for_a_plate_that_is_not_that_of_the_vin(
    service: Service, plate: str | None, verdict: bool | None, stage: Stage
) -> None:
    body = await service.example(CONTACT)
    await entered(service, body, plate)
    answer = await service.submit(body, str(uuid4()), "owner")
    assert answer.status_code == 201, answer.text
    await service.fold()
    async with await connect(service.url) as connection:
        await checker.work_off(connection, service.desk.door, consultation(service.desk), ())
    opened, _ = await service.desk.door.open(CASE, UUID(answer.json()["id"]), system("test"))
    assert opened.state.checks.get("C-OWN") is verdict
    assert opened.state.stage is stage
