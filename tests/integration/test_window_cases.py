"""What a clerk takes in at a window goes its way to the register, as what comes online does."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from msgspec.structs import replace

from cheguan.consultation import consultation
from domain.case.case import CASE
from domain.case.overlays.events import WithdrawalRequested
from domain.case.review.commands import RefuseCase, StartReview
from domain.case.stage import Stage
from domain.door.request import own_request
from domain.identifiers.licence_classes import LicenceClass
from domain.learner_permits.commands import EnterLearnerPermit
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.people import Role
from domain.register.contact import FiledContact
from domain.register.learner_permit import ExamSitting, ExamSubject, LearnerPermitRecord
from domain.register.streams import permit_stream, vehicle_stream
from domain.register.vehicle import Mortgage, VehicleRecord, VehicleState
from domain.vault import Purpose
from domain.vehicles.commands import EnterVehicle
from domain.vehicles.vehicle import VEHICLE
from tests.kit.offices import asked
from tests.kit.register_records import normal_vehicle
from tests.kit.served import Service
from tests.kit.window_cases import (
    READER,
    REVIEWER,
    ZHENGZHOU,
    approve,
    on_record,
    state,
    take_in,
    taken_in,
)


async def test_a_new_vehicle_is_registered_in_the_name_of_whoever_stood_there(
    service: Service,
) -> None:
    form = await service.example("reg_new")
    case = await taken_in(service, form)
    verdicts = await approve(service, case)
    assert verdicts["C-NEW"] is True
    vehicle = await on_record(service, form["new_vehicle"]["vin"])
    record = vehicle.record
    assert record.owner == service.desk.names.of(Purpose.ID_NO, form["applicant"]["id_no"])
    assert record.owner_name == service.desk.names.of(Purpose.NAME, form["applicant"]["name"])
    assert (record.office, record.registered_on) == (ZHENGZHOU, date(2020, 2, 24))
    assert record.inspected_until == date(2022, 2, 28)
    plate = f"02:{form['registration']['plate_no']}"
    assert record.plate_no == service.desk.names.of(Purpose.PLATE, plate)
    again = await take_in(service, await service.example("reg_new"))
    assert again.status_code == 409


async def test_a_transfer_gives_the_vehicle_to_the_new_owner_and_his_own_key(
    service: Service,
) -> None:
    form, names = await service.example("reg_transfer"), service.desk.names
    seller, before = b"the owner before", UUID(int=99)
    record = replace(normal_vehicle(service.desk.today), owner=seller, owner_name=b"seller")
    stream = vehicle_stream(names.of(Purpose.VIN, form["vehicle"]["vin"]))
    enter = EnterVehicle(record=record)
    await service.desk.door.handle(VEHICLE, stream, enter, own_request("import", stream, 0, enter))
    case = await taken_in(service, form)
    verdicts = await approve(service, case)
    assert verdicts["C-TRANSFER"] is True
    vehicle = await on_record(service, form["vehicle"]["vin"])
    assert vehicle.record.owner == names.of(Purpose.ID_NO, form["applicant"]["id_no"])
    plate = f"02:{form['new_plate']['plate_no']}"
    assert vehicle.record.plate_no == names.of(Purpose.PLATE, plate) != record.plate_no
    assert [each.case for each in vehicle.record.taken_back] == [case]
    assert vehicle.contact == FiledContact(case, "applicant")
    assert (await state(service, case)).key_id != before
    assert seller.hex() not in str(vehicle.record)


async def owned(service: Service, form: dict[str, Any]) -> VehicleRecord:
    """The vehicle of whoever stands at the window, as the register has it."""
    names, person, vehicle = service.desk.names, form["applicant"], form["vehicle"]
    vin = names.of(Purpose.VIN, vehicle["vin"])
    record = replace(
        normal_vehicle(service.desk.today),
        owner=names.of(Purpose.ID_NO, person["id_no"]),
        owner_name=names.of(Purpose.NAME, person["name"]),
        vin=vin,
        plate_no=names.of(Purpose.PLATE, f"02:{vehicle['plate_no']}"),
    )
    stream, enter = vehicle_stream(vin), EnterVehicle(record=record)
    await service.desk.door.handle(VEHICLE, stream, enter, own_request("import", stream, 0, enter))
    return record


async def test_a_mortgaged_vehicle_changes_hands_only_after_the_release(service: Service) -> None:
    form = await service.example("reg_mortgage")
    await owned(service, form)
    case = await taken_in(service, form)
    assert (await take_in(service, await service.example("reg_transfer"))).status_code == 409
    await approve(service, case)
    vin = form["vehicle"]["vin"]
    assert (await on_record(service, vin)).record.mortgage == Mortgage(
        mortgaged_on=service.desk.today, case=case
    )
    transfer = await service.example("reg_transfer")
    other = await taken_in(service, transfer)
    verdicts = (await consultation(service.desk)(other, await state(service, other))).verdicts
    assert verdicts["C-CHARGED"] is False
    for command in (StartReview(), RefuseCase(codes=("R-CHARGED",))):
        await service.desk.door.handle(CASE, other, command, asked(command, REVIEWER))
    released = await taken_in(service, await service.example("reg_mortgage_release"))
    assert (await approve(service, released))["C-RELEASE"] is True
    assert (await on_record(service, vin)).record.mortgage is None


async def test_a_vehicle_gets_its_mark_and_at_last_is_registered_no_longer(
    service: Service,
) -> None:
    form = await service.example("inspection_mark")
    record, vin = await owned(service, form), form["vehicle"]["vin"]
    verdicts = await approve(service, await taken_in(service, form))
    assert (verdicts["C-MARK-TIME"], verdicts["C-TAX"]) == (True, True)
    inspected = (await on_record(service, vin)).record
    assert record.inspected_until
    assert inspected.inspected_until
    assert inspected.inspected_until > record.inspected_until
    verdicts = await approve(service, await taken_in(service, await service.example("reg_cancel")))
    assert verdicts["C-VSTAT"] is True
    assert (await on_record(service, vin)).record.states == {VehicleState.CANCELLED}


@pytest.mark.parametrize(("score", "passed"), [(80, True), (79, False)])
async def test_a_result_counts_on_the_learner_s_permit(
    service: Service, score: int, passed: bool
) -> None:
    form, names = await service.example("exam_s2"), service.desk.names
    form["exam"]["score"] = score
    holder = names.of(Purpose.ID_NO, form["applicant"]["id_no"])
    permit = LearnerPermitRecord(
        holder=holder,
        office=ZHENGZHOU,
        wanted=LicenceClass.C1,
        issued_on=date(2020, 1, 6),
        valid_until=date(2023, 1, 6),
        sittings=(ExamSitting(ExamSubject.ONE, date(2020, 1, 10), passed=True),),
    )
    stream, enter = permit_stream(holder), EnterLearnerPermit(record=permit)
    await service.desk.door.handle(
        LEARNER_PERMIT, stream, enter, own_request("import", stream, 0, enter)
    )
    case = await taken_in(service, form)
    verdicts = await approve(service, case)
    assert verdicts == {
        "C-EXAM-PERMIT": True,
        "C-EXAM-ORDER": True,
        "C-EXAM-AGAIN": True,
        "C-DUP": True,
    }
    assert (await state(service, case)).stage is Stage.COMPLETED
    known = (await service.desk.door.open(LEARNER_PERMIT, stream, READER))[0].state.record
    assert known.sittings[-1] == ExamSitting(ExamSubject.TWO, date(2020, 2, 24), passed)


async def test_whoever_applied_at_a_window_withdraws_through_an_officer_of_it(
    service: Service,
) -> None:
    case = await taken_in(service, await service.example("reg_new"))

    async def asked_by(subject: str, office: str) -> int:
        answer = await service.http.post(
            f"/api/v1/applications/{case}/withdrawal",
            headers={"authorization": service.bearer(Role.CLERK, subject, office)},
        )
        return answer.status_code

    assert await asked_by("of-another-city", "410300") == 404
    assert await asked_by("another", ZHENGZHOU) == 200
    assert (await state(service, case)).withdrawal_requested
    recorded = (await service.desk.door.open(CASE, case, READER))[1][-1].envelope
    assert recorded.event == WithdrawalRequested(taken_in_by=recorded.by.person)
    assert recorded.by.id == "another"
