"""The pages of a question: a citizen asks and rates, an officer answers with the case in view."""

import re
from uuid import UUID

import pytest

from domain.accesses.kind import CaseAspect
from domain.people import Role
from tests.kit.accesses import looks
from tests.kit.form_reading import Forms
from tests.kit.own_pages import cookie, look, send
from tests.kit.served import Service

QUESTION = "请问我的业务办到哪里了？电话13900001111"


async def on_desk(service: Service, path: str, subject: str = "li") -> str:
    page = await service.http.get(path, headers=cookie(service, subject, Role.CLERK))
    assert page.status_code == 200, page.text
    return page.text


async def does(
    service: Service,
    path: str,
    act: str,
    role: Role = Role.CLERK,
    subject: str = "li",
    **given: str,
) -> str:
    """Fills in the form of an act on a page, sends it, and gives the address it leads to."""
    page = await service.http.get(path, headers=cookie(service, subject, role))
    form = next(each for each in Forms(page.text).forms if each.buttons.get("act") == act)
    answer = await service.http.post(
        path,
        data={**form.filled, "act": act, **given},
        headers={
            **cookie(service, subject, role),
            "origin": str(service.http.base_url).rstrip("/"),
        },
    )
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


async def asked(service: Service, **given: str) -> str:
    """The last step of the address of a question that the reader has asked on the page."""
    page = await look(service, "/mine/enquiries" + (f"?case={given['case']}" if given else ""))
    form = next(each for each in Forms(page.text).forms if each.action == "/mine/enquiries")
    answer = await send(
        service,
        "/mine/enquiries",
        {**form.filled, "topic": "delivery", "question": QUESTION, "office": "410100", **given},
    )
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"]).rpartition("/")[2].partition("?")[0]


@pytest.mark.requirement("R19")
async def test_an_officer_sees_where_the_case_stands_and_the_answer_is_one_sentence(
    service: Service,
) -> None:
    told = await service.submitted("renewal_deferral")
    enquiry = await asked(service, case=told["id"])
    page = await on_desk(service, f"/enquiries/{enquiry}")
    assert page.index("咨询的业务现在办到哪里") < page.index(QUESTION[:10])
    assert "13900001111" not in page
    assert re.search(r'<textarea id="answer"[^>]*>延期换领驾驶证业务现在[^<]+。</textarea>', page)
    assert (Role.CLERK, "li", CaseAspect.OVERVIEW) in await looks(service, UUID(told["id"]))


@pytest.mark.requirement("R15")
async def test_a_question_goes_from_the_citizen_to_the_officer_and_back_and_is_rated(
    service: Service,
) -> None:
    enquiry = await asked(service)
    own, theirs = f"/mine/enquiries/{enquiry}", f"/enquiries/{enquiry}"
    await does(service, theirs, "answer-enquiry", outcome="coordinated", answer="正在催办。")
    assert "正在催办。" in (await look(service, own)).text
    await does(service, own, "ask-further", Role.APPLICANT, "reader", question="催得怎么样了？")
    await does(service, theirs, "answer-enquiry", outcome="solved", answer="已经寄出。")
    await does(service, own, "rate-enquiry", Role.APPLICANT, "reader", satisfaction="very_bad")
    await service.fold()
    assert "差评回访期限" in await on_desk(service, "/enquiries")
    await does(service, theirs, "call-asker-back", result="mended", note="已说明。")
    page = (await look(service, own)).text
    assert "非常不满意" in page
    assert "已说明。" not in page


async def test_what_is_missing_in_a_question_is_said_beside_the_form(service: Service) -> None:
    answer = await send(service, "/mine/enquiries", {"topic": "delivery", "key": "k"})
    assert answer.status_code == 422
    assert "提出咨询" in answer.text


async def test_nobody_finds_the_question_of_another_on_the_page(service: Service) -> None:
    enquiry = await asked(service)
    assert (await look(service, f"/mine/enquiries/{enquiry}", "somebody")).status_code == 404
    assert (await look(service, "/mine/enquiries?case=x")).status_code == 404


@pytest.mark.requirement("R19")
async def test_a_call_is_taken_down_and_passed_on_and_the_leader_settles_the_alarm(
    service: Service,
) -> None:
    path = await does(
        service, "/enquiries", "take-down", topic="other", question=QUESTION, mobile="13900001111"
    )
    for _ in range(2):
        where = await does(
            service, path, "transfer-enquiry", to_office="410100", reason="other_skill"
        )
        assert where == "/enquiries"
    alarmed = await on_desk(service, path)
    assert "推诿警报" in alarmed
    assert "transfer-enquiry" not in alarmed
    await does(service, path, "settle-shirking-alarm", Role.SUPERVISOR, "leader", handler="wang")
    page = await on_desk(service, path)
    assert "推诿警报：" not in page
    assert "wang" in page


async def test_name_and_number_are_shown_when_they_are_asked_for(service: Service) -> None:
    path = await does(
        service, "/enquiries", "take-down", topic="other", question="问", mobile="13900001111"
    )
    assert "13900001111" not in await on_desk(service, path)
    answer = await service.http.post(
        path,
        data={"act": "show-caller"},
        headers={
            **cookie(service, "li", Role.CLERK),
            "origin": str(service.http.base_url).rstrip("/"),
        },
    )
    assert "13900001111" in answer.text
    assert "工作人员查看了咨询人姓名和电话" not in answer.text


@pytest.mark.requirement("R15")
async def test_whoever_begins_his_shift_stands_on_the_page_until_he_ends_it(
    service: Service,
) -> None:
    await does(service, "/enquiries", "begin")
    page = await on_desk(service, "/enquiries")
    assert "至 17:00，在办咨询 0 件" in page
    await does(service, "/enquiries", "end")
    assert "无人在岗" in await on_desk(service, "/enquiries")
