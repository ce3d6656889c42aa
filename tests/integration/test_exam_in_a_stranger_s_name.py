"""A learner books for himself alone (139 art. 37), and one examination in a session."""

from datetime import UTC, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

import pytest
from msgspec.structs import replace

from cheguan.consultation import consultation
from domain.case.case import CASE
from domain.case.stage import Stage
from domain.case.state import Case
from domain.door.request import own_request
from domain.event_store.transaction import Connection
from domain.identifiers.licence_classes import LicenceClass
from domain.learner_permits.commands import EnterLearnerPermit
from domain.learner_permits.learner_permit import LEARNER_PERMIT
from domain.people import Role, system
from domain.register.learner_permit import ExamSitting, ExamSubject, LearnerPermitRecord
from domain.register.streams import permit_stream
from domain.vault import Purpose
from tests.kit.own_exam import announced, slot_in
from tests.kit.served import Service
from workers import checker

SERVICE: Final = "exam_booking"
HIS_OWN: Final = "410102198501012233"


async def learns(service: Service, body: dict[str, Any]) -> None:
    """The register has the permit of the applicant, with which he may sit the examination."""
    desk, ago = service.desk, timedelta(days=100)
    issued = desk.today - ago
    record = LearnerPermitRecord(
        holder=desk.names.of(Purpose.ID_NO, body["applicant"]["id_no"]),
        office="410100",
        wanted=LicenceClass.C1,
        issued_on=issued,
        valid_until=desk.today + timedelta(days=900),
        permit_no=desk.names.of(Purpose.PERMIT, body["permit"]["permit_no"]),
        sittings=(ExamSitting(ExamSubject.ONE, issued + timedelta(days=10), True),),
        accepted_at=datetime.combine(issued, time(2), UTC),
    )
    stream, enter = permit_stream(record.holder), EnterLearnerPermit(record=record)
    request = replace(own_request("import", stream, 0, enter), expected=None)
    await desk.door.handle(LEARNER_PERMIT, stream, enter, request)


async def booked(
    service: Service, connection: Connection, body: dict[str, Any], bearer: str
) -> Case:
    """The booking, after the checker has looked at it."""
    answer = await service.submit(body, str(uuid4()), bearer=bearer)
    assert answer.status_code == 201, answer.text
    await service.fold()
    desk = service.desk
    await checker.work_off(connection, desk.door, consultation(desk), ())
    opened, _ = await desk.door.open(CASE, UUID(answer.json()["id"]), system("test"))
    return opened.state


async def test_the_learner_himself_is_ranked_at_once(
    service: Service, connection: Connection
) -> None:
    body = await service.example(SERVICE)
    await learns(service, body)
    await announced(service.desk, slot_in(service.desk, 20), 2)
    case = await booked(service, connection, body, service.bearer_of(body))
    assert all(case.checks.values())
    assert case.booking


@pytest.mark.parametrize(
    ("role", "proven"),
    [(Role.APPLICANT, HIS_OWN), (Role.APPLICANT, None), (Role.PARTNER, None)],
)
async def test_a_stranger_with_all_his_numbers_waits_for_an_officer(
    service: Service, connection: Connection, role: Role, proven: str | None
) -> None:
    body = await service.example(SERVICE)
    await learns(service, body)
    await announced(service.desk, slot_in(service.desk, 20), 2)
    case = await booked(service, connection, body, service.bearer(role, id_no=proven))
    assert (case.stage, case.booking) == (Stage.SUBMITTED, None)
    assert all(case.checks.values())
    assert "C-ID" not in case.checks


async def test_of_two_examinations_of_one_session_a_learner_books_one(
    service: Service, connection: Connection
) -> None:
    body = await service.example(SERVICE)
    await learns(service, body)
    slot = slot_in(service.desk, 20)
    road = ExamSubject.THREE_ROAD
    for each in (slot, slot._replace(subject=road)):
        await announced(service.desk, each, 2)
    bearer = service.bearer_of(body)
    first = await booked(service, connection, body, bearer)
    second = await booked(service, connection, body | {"subject": road.value}, bearer)
    assert (first.stage, second.stage) == (Stage.ACCEPTED, Stage.LAPSED)
    assert all(second.checks.values())
