"""Whoever tracks an application asks about it, reads the answer and rates it, unsigned."""

import re
from uuid import UUID, uuid4

import httpx
import pytest

from domain.enquiries.commands import AnswerEnquiry, TakeEnquiry
from domain.enquiries.enquiry import ENQUIRY
from domain.enquiries.kind import EnquiryOutcome
from domain.people import Role
from projections.enquiries.listed import enquiries_about
from tests.integration.test_tracking_page import asked
from tests.kit.life import CLERK
from tests.kit.offices import asked as asked_by
from tests.kit.served import Service

QUESTION = "材料已经交了，什么时候能寄到？"


@pytest.fixture
async def receipt(service: Service) -> dict[str, str]:
    receipt = await service.submitted("renewal_deferral")
    await service.fold()
    return receipt


@pytest.fixture
def reference(receipt: dict[str, str]) -> str:
    return receipt["reference"]


async def of_case(service: Service, receipt: dict[str, str]) -> list[UUID]:
    await service.fold()
    async with service.desk.reading.connection() as reading:
        return [each.stream for each in await enquiries_about(reading, UUID(receipt["id"]), 20)]


async def ask(service: Service, reference: str, key: str = "", **other: str) -> httpx.Response:
    sent = {"act": "ask", "topic": "delivery", "question": QUESTION, "key": key or str(uuid4())}
    return await asked(service, reference, **{**sent, **other})


def found(page: str, name: str) -> str:
    match = re.search(rf'name="{name}" value="([^"]+)"', page)
    assert match, page
    return match.group(1)


@pytest.mark.requirement("R15")
async def test_a_question_is_answered_and_rated_where_the_application_is_tracked(
    service: Service, receipt: dict[str, str]
) -> None:
    reference = receipt["reference"]
    page = (await ask(service, reference)).text
    assert "已收到，谢谢。" in page
    assert QUESTION in page
    (enquiry,) = await of_case(service, receipt)
    answer = AnswerEnquiry(outcome=EnquiryOutcome.EXPLAINED, answer="sealed")
    for command in (TakeEnquiry(), answer):
        await service.desk.door.handle(ENQUIRY, enquiry, command, asked_by(command, CLERK))
    await service.fold()
    page = (await asked(service, reference)).text
    assert "车辆管理所答复" in page
    sent = {
        "act": "rate-enquiry",
        "enquiry": str(enquiry),
        "version": found(page, "version"),
        "satisfaction": "very_good",
        "key": str(uuid4()),
    }
    page = (await asked(service, reference, **sent)).text
    assert "您的评价：<b>非常满意</b>" in page
    opened, _ = await service.desk.door.open(ENQUIRY, enquiry, CLERK)
    assert opened.state.satisfaction == "very_good"


async def test_what_is_sent_twice_is_one_question(
    service: Service, receipt: dict[str, str]
) -> None:
    for _ in range(2):
        assert QUESTION in (await ask(service, receipt["reference"], "once")).text
    assert len(await of_case(service, receipt)) == 1


async def test_what_is_missing_is_told_beside_the_form(service: Service, reference: str) -> None:
    answer = await ask(service, reference, question="", topic="weather")
    assert answer.status_code == 422
    assert "open><summary>对本业务提出咨询" in answer.text
    assert "<article" not in answer.text


async def test_nobody_asks_about_what_he_cannot_track(service: Service, reference: str) -> None:
    answer = await ask(service, reference, last_four="0000")
    assert answer.status_code == 404
    assert QUESTION not in answer.text


async def test_a_conversation_of_another_application_is_none(
    service: Service, receipt: dict[str, str]
) -> None:
    await ask(service, receipt["reference"])
    (enquiry,) = await of_case(service, receipt)
    other = await service.submitted("vehicle_contact_change")
    await service.fold()
    sent = {"act": "ask-further", "enquiry": str(enquiry), "version": "1", "key": str(uuid4())}
    answer = await asked(service, other["reference"], **sent, question=QUESTION)
    assert answer.status_code == 404
    assert QUESTION not in answer.text


async def test_an_officer_sees_the_question_and_the_case(
    service: Service, receipt: dict[str, str]
) -> None:
    await ask(service, receipt["reference"])
    (enquiry,) = await of_case(service, receipt)
    headers = {"authorization": service.bearer(Role.CLERK)}
    told = (await service.http.get(f"/api/v1/enquiries/{enquiry}", headers=headers)).json()
    assert told["state"]["channel"] == "page"
    assert told["state"]["case"] == receipt["id"]


async def test_ten_questions_a_day_are_asked_of_a_case(service: Service, reference: str) -> None:
    for _ in range(10):
        assert (await ask(service, reference)).status_code == 200
    refused = await ask(service, reference)
    assert refused.status_code == 429
    assert int(refused.headers["retry-after"]) > 0
    assert (await asked(service, reference)).status_code == 200, "tracking goes on"
