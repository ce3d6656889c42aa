"""What is made for each service has its own name wherever an applicant follows his case."""

import json
from typing import Any

import pytest

from domain.case.case import CASE
from domain.case.delivery.commands import HandToPost, RecordDelivery
from domain.case.intake.commands import AcceptCase
from domain.case.production.commands import OrderProduction, RecordProduction
from domain.case.review.commands import ApproveCase, RecordCheck, StartReview
from domain.case.stage import Stage
from domain.door.door import Begun
from domain.identifiers import postal_item
from domain.services.archetype import Archetype
from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from tests.kit.life import CARRIER, CLERK, REVIEWER
from tests.kit.offices import CITIZEN, asked
from tests.kit.payment import pay_and_go_on
from tests.kit.served import Service

DOCUMENTS = [code for code, service in CATALOGUE.items() if service.archetype is Archetype.DOCUMENT]


async def delivered(service: Service, code: str) -> dict[str, Any]:
    """What tracking tells after the postman has brought it, and taken what was owed."""
    declared, door = CATALOGUE[code], service.desk.door
    body = await service.example(code)
    form = read_form(json.dumps(body).encode(), today=service.desk.today)
    case, submit = await service.desk.applications.prepare(form)
    await door.begin(CASE, Begun(case, submit, asked(submit, CITIZEN)))
    opened, _ = await door.open(CASE, case, CITIZEN)
    if opened.state.stage is Stage.PAYMENT_PENDING:
        await pay_and_go_on(door, case)
    for by, command in (
        (CLERK, AcceptCase()),
        (REVIEWER, StartReview()),
        *((REVIEWER, RecordCheck(check=each.code, passed=True)) for each in declared.checks),
        (REVIEWER, ApproveCase()),
        (REVIEWER, OrderProduction()),
        (REVIEWER, RecordProduction(document_no="ZZ0000001")),
        (CLERK, HandToPost(item_no=postal_item.make(serial=1))),
    ):
        await door.handle(CASE, case, command, asked(command, by))
    opened, _ = await door.open(CASE, case, CITIZEN)
    brought = RecordDelivery(id_seen=True, collected_fen=max(0, opened.state.payable_fen))
    await door.handle(CASE, case, brought, asked(brought, CARRIER))
    await service.fold()
    answer = await service.http.post(
        "/api/v1/tracking",
        json={"reference": submit.reference, "last_four": body["applicant"]["id_no"][-4:]},
    )
    told: dict[str, Any] = answer.json()
    return told


@pytest.mark.parametrize("code", DOCUMENTS)
async def test_what_is_made_is_named_and_what_it_replaces_is_asked_for(
    service: Service, code: str
) -> None:
    declared = CATALOGUE[code]
    assert declared.document
    name = declared.document.zh
    told = await delivered(service, code)
    titles = [step["title"] for step in told["timeline"]]
    assert {f"开始制作{name}", f"{name}制作完成"} <= set(titles)
    if declared.replaces:
        assert told["stage"] == "delivered"
        assert any(f"旧{name}" in each for each in told["duty"]["bring"])
        assert told["duty"]["what"][0].startswith(f"{name}已送达")
    else:
        assert told["stage"] == "completed"
        assert told["duty"] is None


async def test_a_temporary_plate_says_until_when_it_is_good(service: Service) -> None:
    told = await delivered(service, "temp_plate")
    (step,) = [each for each in told["timeline"] if each["event"] == "TempPlateIssued"]
    assert step["until"] == "2020-03-25"
