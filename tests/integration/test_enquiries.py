"""A question over HTTP: asked on a page, given to a handler, answered, rated and counted."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from domain.aggregates import CODEC
from domain.people import Role
from tests.kit.served import NOW, Service
from workers.concerned import CONCERNED
from workers.reactor import Reactor

QUESTION = "请问我的行驶证什么时候寄出？我的电话13900001111，车牌豫A12345。"


async def sent(
    service: Service, path: str, body: dict[str, Any], role: Role, subject: str, seen: str = "*"
) -> httpx.Response:
    return await service.http.post(
        f"/api/v1/{path}",
        json=body,
        headers={
            "authorization": service.bearer(role, subject),
            "idempotency-key": str(uuid4()),
            **({} if path == "enquiries" else {"if-match": seen}),
        },
    )


async def read(service: Service, path: str, role: Role, subject: str) -> Any:
    headers = {"authorization": service.bearer(role, subject)}
    answer = await service.http.get(f"/api/v1/{path}", headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


async def asked(service: Service, **more: Any) -> str:
    body = {"question": QUESTION, "topic": "delivery", "office": "410100", **more}
    answer = await sent(service, "enquiries", body, Role.APPLICANT, "citizen")
    assert answer.status_code == 201, answer.text
    return str(UUID(answer.json()["id"]))


async def react(service: Service) -> None:
    reactor = Reactor(service.url, CODEC, service.desk.door, CONCERNED)
    await reactor.catch_up()
    await reactor.close()


async def on_shift(service: Service, subject: str, *topics: str) -> None:
    until = (NOW + timedelta(hours=8)).isoformat()
    body = {"office": "410100", "until": until, "topics": topics}
    path = "enquiry-desks/410100/begin-enquiry-shift"
    answer = await sent(service, path, body, Role.CLERK, subject, seen='"v0", "v1"')
    assert answer.status_code == 200, answer.text


@pytest.mark.requirement("R15")
async def test_a_question_of_a_page_has_a_handler_by_itself(service: Service) -> None:
    await on_shift(service, "li", "licence")
    await on_shift(service, "wang", "delivery")
    first, second = await asked(service), await asked(service, topic="licence")
    await react(service)
    found = [await read(service, f"enquiries/{each}", Role.CLERK, "li") for each in (first, second)]
    assert [each["state"]["handler"] for each in found] == ["wang", "li"]
    desk = await read(service, "enquiry-desks/410100", Role.CLERK, "li")
    assert len(desk["state"]["in_hands"]) == 2
    body = {"outcome": "explained", "answer": "今天下午寄出。"}
    answer = await sent(service, f"enquiries/{first}/answer-enquiry", body, Role.CLERK, "wang")
    assert answer.status_code == 200, answer.text
    await react(service)
    desk = await read(service, "enquiry-desks/410100", Role.CLERK, "li")
    assert [each["enquiry"] for each in desk["state"]["in_hands"]] == [second]


@pytest.mark.requirement("R15")
async def test_what_came_at_night_is_given_to_the_first_who_comes(service: Service) -> None:
    enquiry = await asked(service)
    await react(service)
    found = await read(service, f"enquiries/{enquiry}", Role.CLERK, "li")
    assert "handler" not in found["state"]
    await on_shift(service, "li")
    found = await read(service, f"enquiries/{enquiry}", Role.CLERK, "li")
    assert found["state"]["handler"] == "li"


@pytest.mark.requirement("R19")
async def test_an_enquiry_that_was_passed_on_twice_raises_the_alarm(service: Service) -> None:
    enquiry = await asked(service)
    body = {"to_office": "410100", "reason": "other_skill"}
    for _ in range(2):
        path = f"enquiries/{enquiry}/transfer-enquiry"
        answer = await sent(service, path, body, Role.CLERK, "li")
        assert answer.status_code == 200, answer.text
    refused = await sent(service, path, body, Role.CLERK, "li")
    assert (refused.status_code, refused.json()["transfers"]) == (409, 2)
    history = await read(service, f"enquiries/{enquiry}/history", Role.CLERK, "li")
    assert history["events"][-1]["event"]["type"] == "ShirkingAlarmRaised"
    await service.fold()
    listed = await read(service, "enquiries", Role.SUPERVISOR, "leader")
    assert [(each["alarm"], each["transfers"]) for each in listed["enquiries"]] == [(True, 2)]


async def test_a_conversation_reads_as_it_was_written_and_masked_for_an_officer(
    service: Service,
) -> None:
    enquiry = await asked(service, name="王示例", mobile="13900001111")
    for path, body, role in (
        ("answer-enquiry", {"outcome": "coordinated", "answer": "正在催办。"}, Role.CLERK),
        ("ask-further", {"question": "催得怎么样了？"}, Role.APPLICANT),
        ("answer-enquiry", {"outcome": "solved", "answer": "已经寄出。"}, Role.CLERK),
    ):
        subject = "citizen" if role is Role.APPLICANT else "li"
        answer = await sent(service, f"enquiries/{enquiry}/{path}", body, role, subject)
        assert answer.status_code == 200, answer.text
    own = await read(service, f"enquiries/{enquiry}/conversation", Role.APPLICANT, "citizen")
    assert [(each["by_office"], each["text"]) for each in own["turns"]] == [
        (False, QUESTION),
        (True, "正在催办。"),
        (False, "催得怎么样了？"),
        (True, "已经寄出。"),
    ]
    assert {each["officer"] for each in own["turns"]} == {None}
    theirs = await read(service, f"enquiries/{enquiry}/conversation", Role.CLERK, "li")
    assert "13900001111" not in theirs["turns"][0]["text"]
    assert "豫A12345" not in theirs["turns"][0]["text"]
    assert theirs["turns"][1]["officer"] == "li"


async def test_who_asks_is_shown_after_it_is_on_record(service: Service) -> None:
    enquiry = await asked(service, name="王示例", mobile="13900001111")
    path = f"enquiries/{enquiry}/caller"
    shown = await sent(service, path, {"purpose": "contact"}, Role.CLERK, "li")
    assert shown.json() == {"id": enquiry, "name": "王示例", "mobile": "13900001111"}
    history = await read(service, f"enquiries/{enquiry}/history", Role.CLERK, "li")
    assert history["events"][-1]["event"]["type"] == "CallerShown"


async def test_nobody_reads_the_question_of_another(service: Service) -> None:
    enquiry = await asked(service)
    headers = {"authorization": service.bearer(Role.APPLICANT, "somebody")}
    for path in (f"enquiries/{enquiry}", f"enquiries/{enquiry}/conversation"):
        answer = await service.http.get(f"/api/v1/{path}", headers=headers)
        assert answer.status_code == 404
    await service.fold()
    assert (await read(service, "enquiries", Role.APPLICANT, "somebody"))["enquiries"] == []
    own = await read(service, "enquiries", Role.APPLICANT, "citizen")
    assert [each["stream"] for each in own["enquiries"]] == [enquiry]
    assert "owner" not in own["enquiries"][0]


async def test_a_question_about_a_case_goes_to_its_office_and_to_nobody_who_may_not_see_it(
    service: Service,
) -> None:
    case = (await service.submitted())["id"]
    body = {"question": QUESTION, "topic": "delivery", "case": case}
    refused = await sent(service, "enquiries", body, Role.APPLICANT, "somebody")
    assert refused.status_code == 404
    answer = await sent(service, "enquiries", body, Role.APPLICANT, "reader")
    assert answer.status_code == 201, answer.text
    found = await read(service, f"enquiries/{answer.json()['id']}", Role.APPLICANT, "reader")
    assert found["state"]["case"] == case


async def test_a_question_to_nobody_is_told_what_is_missing(service: Service) -> None:
    body = {"question": QUESTION, "topic": "delivery"}
    refused = await sent(service, "enquiries", body, Role.APPLICANT, "citizen")
    assert refused.status_code == 422
    assert refused.json()["type"].endswith("enquiry-office-missing")


@pytest.mark.requirement("R19")
async def test_a_call_that_is_taken_down_has_its_handler_and_the_caller_is_rated_for(
    service: Service,
) -> None:
    body = {"question": QUESTION, "topic": "delivery"}
    answer = await sent(service, "enquiries", body, Role.CLERK, "li")
    assert answer.status_code == 201, answer.text
    enquiry = answer.json()["id"]
    found = await read(service, f"enquiries/{enquiry}", Role.CLERK, "li")
    assert (found["state"]["channel"], found["state"]["handler"]) == ("telephone", "li")
    for path, more in (
        ("answer-enquiry", {"outcome": "explained", "answer": "今天寄出。"}),
        ("rate-enquiry", {"satisfaction": "bad"}),
        ("call-asker-back", {"result": "mended", "note": "已说明并致歉。"}),
    ):
        done = await sent(service, f"enquiries/{enquiry}/{path}", more, Role.CLERK, "li")
        assert done.status_code == 200, done.text
