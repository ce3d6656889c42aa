"""What a window case had changed in the register is undone with its decision, and not held
against the case itself when it is judged anew.
"""

from datetime import date
from typing import Any, Final
from uuid import UUID

from cheguan.consultation import consultation
from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.case.remedies.commands import ReopenCase, RevokeDecision
from domain.case.remedies.reasons import ReopeningCause
from domain.door.request import own_request
from domain.identifiers.licence_classes import LicenceClass
from domain.learner_permits.commands import EnterLearnerPermit
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.message import Command
from domain.people import Actor, Role
from domain.register.learner_permit import ExamSitting, ExamSubject, LearnerPermitRecord
from domain.register.streams import permit_stream, vehicle_stream
from domain.vault import Purpose
from domain.vehicles.commands import EnterVehicle
from domain.vehicles.vehicle import VEHICLE
from tests.kit.offices import asked
from tests.kit.register_records import normal_vehicle
from tests.kit.served import Service
from tests.kit.window_cases import READER, ZHENGZHOU, approve, on_record, state, taken_in
from workers.concerned import CONCERNED
from workers.reactor import Reactor

LEADER: Final = Actor(Role.SUPERVISOR, "leader", ZHENGZHOU)
REOPEN: Final = ReopenCase(cause=ReopeningCause.OWN_CORRECTION)
REVOKE: Final = RevokeDecision(codes=("R-FALSE-MATERIAL",))
PASSED_BEFORE: Final = ExamSitting(ExamSubject.ONE, date(2020, 1, 10), passed=True)


async def give(service: Service, case: UUID, command: Command) -> None:
    """The duty leader decides, and the register hears of it."""
    await service.desk.door.handle(CASE, case, command, asked(command, LEADER))
    reactor = Reactor(service.url, CODEC, service.desk.door, CONCERNED)
    await reactor.catch_up()
    await reactor.close()


async def judged_anew(service: Service, case: UUID) -> dict[str, bool | None]:
    answer = await consultation(service.desk)(case, await state(service, case))
    return dict(answer.verdicts)


async def a_permit(service: Service, form: dict[str, Any]) -> UUID:
    holder = service.desk.names.of(Purpose.ID_NO, form["applicant"]["id_no"])
    permit = LearnerPermitRecord(
        holder=holder,
        office=ZHENGZHOU,
        wanted=LicenceClass.C1,
        issued_on=date(2020, 1, 6),
        valid_until=date(2023, 1, 6),
        sittings=(PASSED_BEFORE,),
    )
    stream, enter = permit_stream(holder), EnterLearnerPermit(record=permit)
    request = own_request("import", stream, 0, enter)
    await service.desk.door.handle(LEARNER_PERMIT, stream, enter, request)
    return stream


async def sittings(service: Service, permit: UUID) -> tuple[ExamSitting, ...]:
    opened, _ = await service.desk.door.open(LEARNER_PERMIT, permit, READER)
    return opened.state.record.sittings


async def test_a_reopened_examination_does_not_fail_by_its_own_sitting(service: Service) -> None:
    form = await service.example("exam_s2")
    permit = await a_permit(service, form)
    case = await taken_in(service, form)
    await approve(service, case)
    assert len(await sittings(service, permit)) == 2
    await give(service, case, REOPEN)
    assert (await judged_anew(service, case))["C-EXAM-AGAIN"] is True
    assert len(await sittings(service, permit)) == 2


async def test_a_revoked_examination_counts_no_more(service: Service) -> None:
    form = await service.example("exam_s2")
    permit = await a_permit(service, form)
    case = await taken_in(service, form)
    await approve(service, case)
    await give(service, case, REVOKE)
    assert await sittings(service, permit) == (PASSED_BEFORE,)


async def test_a_registration_that_is_judged_anew_does_not_fail_by_its_own_entry(
    service: Service,
) -> None:
    form = await service.example("reg_new")
    case = await taken_in(service, form)
    await approve(service, case)
    assert (await judged_anew(service, case))["C-NEW"] is True


async def test_a_revoked_transfer_gives_the_vehicle_its_number_back(service: Service) -> None:
    form, names = await service.example("reg_transfer"), service.desk.names
    record = normal_vehicle(service.desk.today)
    stream = vehicle_stream(names.of(Purpose.VIN, form["vehicle"]["vin"]))
    enter = EnterVehicle(record=record)
    await service.desk.door.handle(VEHICLE, stream, enter, own_request("import", stream, 0, enter))
    case = await taken_in(service, form)
    await approve(service, case)
    given = (await on_record(service, form["vehicle"]["vin"])).record
    assert given.plate_no != record.plate_no
    assert [each.case for each in given.taken_back] == [case]
    await give(service, case, REVOKE)
    again = (await on_record(service, form["vehicle"]["vin"])).record
    assert (again.owner, again.plate_no, again.taken_back) == (record.owner, record.plate_no, ())


async def test_a_revoked_registration_leaves_a_vehicle_of_nobody(service: Service) -> None:
    form = await service.example("reg_new")
    case = await taken_in(service, form)
    await approve(service, case)
    await give(service, case, REVOKE)
    record = (await on_record(service, form["new_vehicle"]["vin"])).record
    assert (record.owner, record.plate_no, record.registered_on) == (b"", None, None)
    assert [each.case for each in record.void] == [case]
