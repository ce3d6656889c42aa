"""``/desk``: an officer finds cases, takes one, decides on it, and is told why he cannot."""

from collections.abc import Mapping
from urllib.parse import urlencode
from uuid import uuid4

import httpx
import pytest

from api.pages.kit.officer import COOKIE
from domain.people import Role
from domain.services.blocks.examples import ID_NO
from tests.kit.page_reading import Page
from tests.kit.served import Service


def cookie(
    service: Service, subject: str, role: Role = Role.CLERK, office: str | None = None
) -> dict[str, str]:
    token = service.bearer(role, subject, office).removeprefix("Bearer ")
    return {"cookie": f"{COOKIE}={token}; __Host-cheguan-lang=zh"}


async def look(service: Service, path: str, subject: str = "clerk") -> httpx.Response:
    return await service.http.get(path, headers=cookie(service, subject))


async def send(
    service: Service,
    path: str,
    sent: Mapping[str, str],
    subject: str = "clerk",
    role: Role = Role.CLERK,
) -> httpx.Response:
    return await service.http.post(
        path,
        content=urlencode(sent),
        headers={
            **cookie(service, subject, role),
            "content-type": "application/x-www-form-urlencoded",
            "origin": str(service.http.base_url).rstrip("/"),
        },
    )


@pytest.fixture
async def case(service: Service) -> str:
    """The page of a deferral that was submitted and waits to be accepted."""
    receipt = await service.submitted("renewal_deferral")
    await service.fold()
    return f"/desk/case/{receipt['id']}"


async def accept(service: Service, case: str, *, version: int = 1) -> httpx.Response:
    return await send(service, case, {"act": "accept-case", "version": str(version)})


async def test_the_queues_tell_how_many_wait_and_lead_to_them(service: Service, case: str) -> None:
    page = await look(service, "/desk?queue=intake")
    assert page.status_code == 200, page.text
    assert f'href="{case}"' in page.text
    assert "剩余" in page.text or "今日到期" in page.text
    assert f'href="{case}"' not in (await look(service, "/desk")).text


async def test_a_case_shows_the_form_masked_and_what_may_be_done(
    service: Service, case: str
) -> None:
    text = (await look(service, case)).text
    assert ID_NO not in text
    for shown in ("申请人", "身份信息核对", "未核查", "确认", "受理", "申请已提交"):
        assert shown in text
    acts = {each.get("value") for each in Page(text).all("button") if each.get("name") == "act"}
    assert {"accept-case", "request-correction", "decline-acceptance", "reveal"} <= acts
    assert "approve-case" not in acts


async def test_what_is_confirmed_is_done_once(service: Service, case: str) -> None:
    answers = [await accept(service, case) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    (where,) = {answer.headers["location"] for answer in answers}
    page = await look(service, where)
    assert "已完成：申请已受理" in page.text
    assert page.text.count("<b>申请已受理</b>") == 1


async def test_nothing_is_told_to_be_done_that_was_not(service: Service, case: str) -> None:
    page = await look(service, f"{case}?done={uuid4()}")
    assert page.status_code == 200
    assert "已完成" not in page.text
    assert (await look(service, f"{case}?done=accept-case")).status_code == 404


async def test_whoever_acts_on_an_old_page_is_told_what_happened_meanwhile(
    service: Service, case: str
) -> None:
    await accept(service, case)
    answer = await send(
        service, case, {"act": "move-to-on-site", "reason": "photo", "version": "1"}, "another"
    )
    assert answer.status_code in {409, 412}
    assert "您查看期间，此案件已有变动" in answer.text
    assert "申请已受理" in answer.text
    gone = await send(service, case, {"act": "decline-acceptance", "version": "1"}, "another")
    assert gone.status_code in {409, 412, 422}
    assert "您查看期间，此案件已有变动" in gone.text


async def test_a_form_that_is_not_filled_in_is_shown_again_with_the_defect(
    service: Service, case: str
) -> None:
    answer = await send(service, case, {"act": "request-correction", "version": "1", "note": "请"})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert ">请</textarea>" in answer.text
    again = await send(
        service,
        case,
        {"act": "request-correction", "version": "1", "defects-id_front": "unreadable"},
    )
    assert again.status_code == 303, again.text
    assert "不清晰" in (await look(service, case)).text


async def test_the_next_case_is_taken_into_review(service: Service, case: str) -> None:
    await accept(service, case)
    await service.fold()
    taken = await send(service, "/desk", {"act": "next", "queue": "review"}, "reviewer")
    assert taken.headers["location"] == case
    none = await send(service, "/desk", {"act": "next", "queue": "review"}, "third")
    page = await look(service, none.headers["location"], "third")
    assert "此队列暂无可领取的案件" in page.text


async def test_checks_are_recorded_together_and_a_refusal_names_its_reasons(
    service: Service, case: str
) -> None:
    await accept(service, case)
    await service.fold()
    await send(service, "/desk", {"act": "next", "queue": "review"}, "reviewer")
    checks = {"act": "record-checks", "version": "3", "results-C-ID": "true"}
    assert (await send(service, case, checks, "reviewer")).status_code == 303
    without = await send(service, case, {"act": "refuse-case", "version": "4"}, "reviewer")
    assert without.status_code == 422
    refused = await send(
        service,
        case,
        {"act": "refuse-case", "version": "4", "codes-R-IDENTITY": "yes"},
        "reviewer",
    )
    assert refused.status_code in {303, 422}


@pytest.mark.parametrize("number", [ID_NO, f" {ID_NO[:6]} {ID_NO[6:]} "])
async def test_a_person_s_number_finds_his_cases_and_no_address_shows_it(
    service: Service, case: str, number: str
) -> None:
    answer = await send(service, "/desk", {"act": "find", "number": number})
    assert answer.status_code == 200
    assert f'href="{case}"' in answer.text
    assert ID_NO not in answer.text


async def test_a_reference_leads_to_its_case_and_nonsense_is_told(
    service: Service, case: str
) -> None:
    page = Page((await look(service, case)).text)
    reference = page.text[page.text.index("-") - 4 :][:16].strip()
    found = await send(service, "/desk", {"act": "find", "number": reference})
    assert found.headers.get("location") == case, (reference, found.text[:200])
    wrong = await send(service, "/desk", {"act": "find", "number": "?"})
    assert wrong.status_code == 422
    assert 'aria-invalid="true"' in wrong.text


async def test_a_part_is_shown_unmasked_once_for_a_purpose_that_is_on_record(
    service: Service, case: str
) -> None:
    sent = {"act": "reveal", "part": "applicant", "purpose": "identity"}
    shown = await send(service, case, sent)
    assert ID_NO in shown.text
    assert "本次查看已记录" in shown.text
    assert ID_NO not in (await look(service, case)).text
    assert (await send(service, case, {**sent, "purpose": ""})).status_code == 400


async def test_nobody_comes_in_without_an_office(service: Service, case: str) -> None:
    assert (await service.http.get("/desk")).status_code == 401
    token = service.bearer(Role.APPLICANT, "somebody").removeprefix("Bearer ")
    headers = {"cookie": f"{COOKIE}={token}"}
    assert (await service.http.get(case, headers=headers)).status_code == 403
