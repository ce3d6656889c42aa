"""A plate number is given to one vehicle only, however many windows give it at the same time."""

import asyncio
import json
from random import Random
from typing import Any
from uuid import UUID

from msgspec.structs import replace

from api.pages.counter.entered import window_questions
from domain.case.case import CASE
from domain.case.review.commands import RefuseCase, StartReview
from domain.door.request import own_request
from domain.numbers.number import NUMBER
from domain.numbers.state import PlateNumber, plate_number
from domain.register.streams import vehicle_stream
from domain.services.blocks.fresh_numbers import with_fresh_numbers
from domain.vault import Purpose
from domain.vehicles.commands import EnterVehicle
from domain.vehicles.vehicle import VEHICLE
from tests.integration.test_counter import entered, send
from tests.kit.filled_in import entries_of
from tests.kit.offices import asked
from tests.kit.page_reading import Page
from tests.kit.register_records import normal_vehicle
from tests.kit.served import Service
from tests.kit.window_cases import READER, REVIEWER, approve, on_record, take_in, taken_in

CLIENTS = 20
PLATE = {"plate_kind": "02", "plate_no": "豫A9K9K9"}


async def a_registration(service: Service, number: int, plate: dict[str, str] = PLATE) -> Any:
    """That of another person and another vehicle each time."""
    form = with_fresh_numbers(await service.example("reg_new"), Random(number))
    return form | {"registration": form["registration"] | plate}


async def the_number(service: Service, plate: dict[str, str] = PLATE) -> PlateNumber:
    index = service.desk.names.of(Purpose.PLATE, f"{plate['plate_kind']}:{plate['plate_no']}")
    return (await service.desk.door.open(NUMBER, plate_number(index), READER))[0].state


def vehicle(service: Service, form: Any) -> UUID:
    return vehicle_stream(service.desk.names.of(Purpose.VIN, form["new_vehicle"]["vin"]))


async def test_twenty_windows_give_one_number_to_one_vehicle(service: Service) -> None:
    forms = [await a_registration(service, number) for number in range(CLIENTS)]
    answers = await asyncio.gather(
        *(take_in(service, form, key=f"window-{n}") for n, form in enumerate(forms))
    )
    codes = sorted(answer.status_code for answer in answers)
    assert codes == [201, *[409] * (CLIENTS - 1)], codes
    refused = [json.loads(answer.content) for answer in answers if answer.status_code == 409]
    assert {each["type"] for each in refused} == {"/problems/plate-number-taken"}
    (won,) = (n for n, answer in enumerate(answers) if answer.status_code == 201)
    assert (await the_number(service)).vehicle == vehicle(service, forms[won])


async def test_a_number_is_free_again_if_the_case_is_refused(service: Service) -> None:
    first = await a_registration(service, 1)
    case = await taken_in(service, first)
    for command in (StartReview(), RefuseCase(codes=("R-FALSE-MATERIAL",))):
        await service.desk.door.handle(CASE, case, command, asked(command, REVIEWER))
    assert (await the_number(service)).vehicle is None
    second = await a_registration(service, 2)
    await approve(service, await taken_in(service, second))
    assert (await the_number(service)).vehicle == vehicle(service, second)


async def test_a_vehicle_keeps_its_number_until_it_is_registered_no_longer(
    service: Service,
) -> None:
    form = await a_registration(service, 1)
    await approve(service, await taken_in(service, form))
    assert (await take_in(service, await a_registration(service, 2))).status_code == 409
    ends = await service.example("reg_cancel")
    ends["applicant"] = form["applicant"]
    ends["vehicle"] = ends["vehicle"] | PLATE | {"vin": form["new_vehicle"]["vin"]}
    await approve(service, await taken_in(service, ends))
    kept = await take_in(service, await a_registration(service, 3))
    assert kept.status_code == 409
    assert kept.json()["type"] == "/problems/plate-number-kept"
    assert kept.json()["free_on"] == "2021-02-25"
    typed = entries_of(await a_registration(service, 3), window_questions())
    told = await send(service, "reg_new", "check", {**await entered(service, "reg_new"), **typed})
    assert told.status_code == 409
    assert "自2021年2月25日起" in Page(told.text).text.replace(" ", "")
    again = await a_registration(service, 4) | {"applicant": form["applicant"]}
    await taken_in(service, again)


async def test_a_transfer_takes_another_number_and_leaves_the_one_before(
    service: Service,
) -> None:
    form, names = await service.example("reg_transfer"), service.desk.names
    old = {"plate_kind": "02", "plate_no": form["vehicle"]["plate_no"]}
    vin = names.of(Purpose.VIN, form["vehicle"]["vin"])
    stream = vehicle_stream(vin)
    record = replace(
        normal_vehicle(service.desk.today),
        owner=b"seller",
        vin=vin,
        plate_no=names.of(Purpose.PLATE, f"02:{old['plate_no']}"),
    )
    enter = EnterVehicle(record=record)
    await service.desk.door.handle(VEHICLE, stream, enter, own_request("import", stream, 0, enter))
    assert (await the_number(service, old)).vehicle == stream
    other = await a_registration(service, 1, old)
    assert (await take_in(service, other)).status_code == 409
    await approve(service, await taken_in(service, form))
    left = await the_number(service, old)
    assert (left.vehicle, left.kept_for_index) == (None, b"seller")
    assert (await the_number(service, form["new_plate"])).vehicle == stream
    bears = (await on_record(service, form["vehicle"]["vin"])).record.plate_no
    assert bears == names.of(Purpose.PLATE, f"02:{form['new_plate']['plate_no']}")
