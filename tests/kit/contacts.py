"""Changes of the contact of a vehicle's owner or of the holder of a licence, and the register."""

from typing import Any, Final
from uuid import UUID, uuid4

from msgspec.structs import replace

from cheguan.registry import REGISTRY
from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase
from domain.case.review.commands import ApproveCase, RecordCheck, StartReview
from domain.door.request import own_request
from domain.licences.commands import EnterLicence
from domain.licences.licence import LICENCE
from domain.people import Actor, Role
from domain.register.streams import licence_stream, vehicle_stream
from domain.vault import Purpose
from domain.vehicles.commands import EnterVehicle
from domain.vehicles.vehicle import VEHICLE
from tests.kit.offices import asked
from tests.kit.register_records import normal_licence, normal_vehicle
from tests.kit.served import Service
from workers.concerned import CONCERNED
from workers.reactor import Reactor

OF_A_VEHICLE: Final = "vehicle_contact_change"
CONTACTS: Final = (OF_A_VEHICLE, "driver_contact_change")
_FIRST, _SECOND = (Actor(Role.CLERK, f"clerk-{n}", "410100") for n in (1, 2))


async def on_record(service: Service, code: str = OF_A_VEHICLE, owner: str | None = None) -> None:
    """The register has the vehicle or the licence of the example, of its applicant or another."""
    desk, body = service.desk, await service.example(code)
    who = body["applicant"]
    holder = desk.names.of(Purpose.ID_NO, owner or who["id_no"])
    name = desk.names.of(Purpose.NAME, who["name"])
    if "vehicle" in body:
        plate = f"{body['vehicle']['plate_kind']}:{body['vehicle']['plate_no']}"
        vin = desk.names.of(Purpose.VIN, body["vehicle"]["vin"])
        vehicle = replace(
            normal_vehicle(desk.today),
            owner=holder,
            owner_name=name,
            plate_no=desk.names.of(Purpose.PLATE, plate),
            vin=vin,
        )
        stream = vehicle_stream(vin)
        enter = EnterVehicle(record=vehicle)
        request = replace(own_request("import", stream, 0, enter), expected=None)
        await desk.door.handle(VEHICLE, stream, enter, request)
    else:
        file_no = desk.names.of(Purpose.FILE, body["licence"]["file_no"])
        licence = replace(
            normal_licence(desk.today), holder=holder, holder_name=name, file_no=file_no
        )
        stream = licence_stream(desk.names.of(Purpose.LICENCE, body["licence"]["licence_no"]))
        put = EnterLicence(record=licence)
        request = replace(own_request("import", stream, 0, put), expected=None)
        await desk.door.handle(LICENCE, stream, put, request)


async def contact_changed(
    service: Service, number: str | None = None, code: str = OF_A_VEHICLE, **said: Any
) -> UUID:
    """A change of contact that officers have approved, perhaps to a new number."""
    new = {} if number is None else {"new_mobile": number}
    body = await service.example(code) | new | said
    answer = await service.submit(body, str(uuid4()))
    assert answer.status_code == 201, answer.text
    case = UUID(answer.json()["id"])
    checks = service.desk.catalogue[code].checks
    recorded = [RecordCheck(check=check.code, passed=True) for check in checks]
    for by, commands in (
        (_FIRST, [AcceptCase()]),
        (_SECOND, [StartReview(), *recorded, ApproveCase()]),
    ):
        for command in commands:
            await service.desk.door.handle(CASE, case, command, asked(command, by))
    return case


async def carried_out(service: Service) -> None:
    """What was approved has reached the register."""
    reactor = Reactor(service.url, REGISTRY.codec, service.desk.door, CONCERNED)
    await reactor.catch_up()
    await reactor.close()
