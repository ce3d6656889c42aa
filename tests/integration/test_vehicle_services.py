"""What a service for vehicles changes in the register is what the next application meets."""

from datetime import date

import pytest
from msgspec.structs import replace

from domain.aggregates import CODEC
from domain.door.request import own_request
from domain.people import system
from domain.register.streams import vehicle_stream
from domain.register.vehicle import TemporaryPlate, VehicleRecord
from domain.vault import Purpose
from domain.vehicles.commands import EnterVehicle
from domain.vehicles.vehicle import VEHICLE
from tests.kit.document_case import DocumentCase, applied_for
from tests.kit.register_records import normal_vehicle
from tests.kit.served import Service
from workers.concerned import CONCERNED
from workers.reactor import Reactor

READER = system("test")


async def brought(service: Service, code: str, serial: int = 1) -> DocumentCase:
    """An application that went through to its end, and reached the register."""
    case = await applied_for(service, await service.example(code))
    await case.deliver(serial)
    await case.settle()
    reactor = Reactor(service.url, CODEC, service.desk.door, CONCERNED)
    await reactor.catch_up()
    await reactor.close()
    return case


async def on_record(service: Service, code: str) -> VehicleRecord:
    vin = (await service.example(code))["vehicle"]["vin"]
    stream = vehicle_stream(service.desk.names.of(Purpose.VIN, vin))
    return (await service.desk.door.open(VEHICLE, stream, READER))[0].state.record


async def entered(service: Service, code: str) -> None:
    """The vehicle of the example, registered two years ago in the name of its applicant."""
    desk, about = service.desk, await service.example(code)
    record = replace(
        normal_vehicle(desk.today),
        owner=desk.names.of(Purpose.ID_NO, about["applicant"]["id_no"]),
        owner_name=desk.names.of(Purpose.NAME, about["applicant"]["name"]),
        vin=desk.names.of(Purpose.VIN, about["vehicle"]["vin"]),
        plate_no=desk.names.of(Purpose.PLATE, "02:豫A1B2C3"),
        registered_on=date(2018, 4, 10),
        inspected_until=date(2020, 4, 30),
    )
    stream = vehicle_stream(desk.names.of(Purpose.VIN, about["vehicle"]["vin"]))
    command = EnterVehicle(record=record)
    await desk.door.handle(VEHICLE, stream, command, own_request("import", stream, 0, command))


@pytest.mark.requirement("R35")
async def test_a_fourth_temporary_plate_is_refused_by_the_register(service: Service) -> None:
    for number in (1, 2, 3):
        case = await applied_for(service, await service.example("temp_plate"))
        assert (await case.consult()).get("C-TEMP") is True
        await case.deliver(number)
        reactor = Reactor(service.url, CODEC, service.desk.door, CONCERNED)
        await reactor.catch_up()
        await reactor.close()
    record = await on_record(service, "temp_plate")
    assert record.temporary_plates == (TemporaryPlate(date(2020, 2, 24), date(2020, 3, 25)),) * 3
    fourth = await applied_for(service, await service.example("temp_plate"))
    assert (await fourth.consult())["C-TEMP"] is False


async def test_an_exempt_mark_is_good_for_two_years_more_and_not_asked_for_twice(
    service: Service,
) -> None:
    await entered(service, "exempt_inspection_mark")
    await brought(service, "exempt_inspection_mark")
    record = await on_record(service, "exempt_inspection_mark")
    assert record.inspected_until == date(2022, 4, 30)
    again = await applied_for(service, await service.example("exempt_inspection_mark"))
    checks = await again.consult()
    assert checks["C-INSPOPEN"] is False
    assert checks["C-EXAGE"] is True


async def test_plates_are_reissued_online_once_and_the_temporary_one_is_not_counted(
    service: Service,
) -> None:
    await entered(service, "plate_reissue")
    await brought(service, "plate_reissue")
    record = await on_record(service, "plate_reissue")
    assert [document.service for document in record.issued] == ["plate_reissue"]
    assert record.temporary_plates == (
        TemporaryPlate(date(2020, 2, 24), date(2020, 3, 10), counted=False),
    )
    again = await applied_for(service, await service.example("plate_reissue"))
    assert (await again.consult())["C-ONCE"] is False
