"""``/notices``: officials see what was told to whom, whether it arrived, and send it again."""

from urllib.parse import urlencode
from uuid import UUID, uuid4

import httpx
import pytest

from api.pages.kit.officer import COOKIE
from domain.notices.kinds import NoticeStage
from domain.people import Role
from tests.kit.notices import notices_of
from tests.kit.notices_told import arrived, not_arrived
from tests.kit.page_reading import Page
from tests.kit.served import Service

SERVICE = "exempt_inspection_mark"


def headers(service: Service, role: Role = Role.CLERK, office: str | None = None) -> dict[str, str]:
    token = service.bearer(role, "teller", office).removeprefix("Bearer ")
    return {
        "cookie": f"{COOKIE}={token}; __Host-cheguan-lang=zh",
        "content-type": "application/x-www-form-urlencoded",
        "origin": str(service.http.base_url).rstrip("/"),
    }


async def seen(service: Service, path: str) -> httpx.Response:
    return await service.http.get(path, headers=headers(service))


async def told_case(service: Service) -> tuple[UUID, UUID]:
    """A case of which one notice arrived and one did not. Gives the case and the second one."""
    case = UUID((await service.submitted(SERVICE))["id"])
    await arrived(service.desk, case, 1, "CaseSubmitted")
    command = await service.command(str(case), "accept-case", 1)
    assert command.status_code == 200, command.text
    missed = await not_arrived(service.desk, case, 2, "CaseAccepted")
    await service.fold()
    return case, missed


async def test_the_latest_are_listed_and_counted_by_how_far_they_came(service: Service) -> None:
    case, _ = await told_case(service)
    page = Page((await seen(service, "/notices")).text)
    _, *rows = page.tables["最近的通知"]
    assert {tuple(row[1:4]) for row in rows} == {
        ("申请已提交", "申请人", "短信"),
        ("申请已受理", "申请人", "短信"),
    }
    assert f"/notices/case/{case}" in {
        each["href"].partition("#")[0] for each in page.all("a") if "href" in each
    }
    only = Page((await seen(service, "/notices?stage=undelivered")).text)
    ((_, step, *_, how),) = only.tables["最近的通知"][1:]
    assert step == "申请已受理"
    assert "未送达" in how
    assert "关机或者不在服务区" in how


async def test_of_a_case_the_words_are_shown_and_the_number_masked(service: Service) -> None:
    case, _ = await told_case(service)
    answer = await seen(service, f"/notices/case/{case}")
    mobile = (await service.example(SERVICE))["applicant"]["mobile"]
    assert mobile not in answer.text
    assert f"{mobile[:3]}****{mobile[-4:]}" in answer.text
    assert "已收到您的申请。" in answer.text
    assert "已受理，将于" in answer.text


async def test_an_officer_sends_again_what_nobody_received(service: Service) -> None:
    case, missed = await told_case(service)
    path, form = f"/notices/case/{case}", urlencode({"notice": str(missed)})
    for _ in range(2):
        answer = await service.http.post(path, content=form, headers=headers(service))
        assert answer.status_code == 303, answer.text
    again = (await notices_of(service))[1]
    assert (again.stage, again.round) == (NoticeStage.DUE, 2)
    await service.fold()
    assert "重新发送" not in (await seen(service, path)).text


async def test_what_has_arrived_is_not_sent_again(service: Service) -> None:
    case, _ = await told_case(service)
    received = (await notices_of(service))[0]
    assert received.stage is NoticeStage.ARRIVED
    stranger = urlencode({"notice": str(uuid4())})
    path = f"/notices/case/{case}"
    answer = await service.http.post(path, content=stranger, headers=headers(service))
    assert answer.status_code == 404


@pytest.mark.parametrize("path", ["/notices", "/notices/case/{case}"])
async def test_another_office_sees_none_of_it(service: Service, path: str) -> None:
    case, _ = await told_case(service)
    answer = await service.http.get(
        path.format(case=case), headers=headers(service, Role.CLERK, "410300")
    )
    assert "申请已受理" not in answer.text


async def test_every_text_is_shown_before_it_is_sent(service: Service) -> None:
    answer = await seen(service, "/notices/texts")
    assert "邮件号EA123456785CN" in answer.text
    assert "即时发送" in answer.text


async def test_a_demonstration_shows_what_its_telephones_show(service: Service) -> None:
    await told_case(service)
    answer = await service.http.get("/outbox", headers={"accept-language": "zh"})
    mobile = (await service.example(SERVICE))["applicant"]["mobile"]
    assert answer.text.index("已受理，将于") < answer.text.index("已收到您的申请。")
    assert mobile not in answer.text


async def test_in_earnest_there_is_no_such_page(service: Service) -> None:
    await told_case(service)
    object.__setattr__(service.desk, "demo_issuer", None)
    answer = await service.http.get("/outbox", headers={"accept-language": "zh"})
    assert answer.status_code == 404
    assert "已受理" not in answer.text
