"""``/mine``: an applicant finds his applications, and where each of them stands."""

from uuid import UUID

import pytest

from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase
from domain.case.review.commands import ApproveCase, RecordCheck, StartReview
from domain.people import Role
from domain.services.blocks.examples import ID_NO
from tests.kit.life import CLERK, REVIEWER
from tests.kit.offices import asked
from tests.kit.own_pages import OWNER, cookie, look
from tests.kit.served import Service


@pytest.fixture
async def case(service: Service) -> str:
    """The page of a deferral that was submitted and waits to be accepted."""
    receipt = await service.submitted("renewal_deferral")
    await service.fold()
    return f"/mine/{receipt['id']}"


async def test_the_list_leads_to_each_application_and_tells_whose_turn_it_is(
    service: Service, case: str
) -> None:
    page = await look(service, "/mine")
    assert page.status_code == 200, page.text
    assert f'href="{case}"' in page.text
    for told in ("查询码", "车辆管理所办理", "已提交，待受理"):
        assert told in page.text
    assert f'href="{case}"' not in (await look(service, "/mine", "somebody-else")).text


async def test_what_waits_for_the_applicant_stands_first(service: Service, case: str) -> None:
    defects = [{"where": "id_front", "code": "unreadable"}]
    await service.command(case[6:], "request-correction", 1, {"defects": defects})
    await service.fold()
    page = (await look(service, "/mine")).text
    assert page.index("等您办理") < page.index(f'href="{case}"')
    assert "轮到您：请一次补齐下列内容" in page


async def test_what_he_must_bear_in_mind_is_no_turn_of_his(service: Service, case: str) -> None:
    checks = service.desk.catalogue["renewal_deferral"].checks
    for by, command in (
        (CLERK, AcceptCase()),
        (REVIEWER, StartReview()),
        *((REVIEWER, RecordCheck(check=each.code, passed=True)) for each in checks),
        (REVIEWER, ApproveCase()),
    ):
        await service.desk.door.handle(CASE, UUID(case[6:]), command, asked(command, by))
    await service.fold()
    page = (await look(service, "/mine")).text
    assert "请注意：延期期间不得驾驶机动车" in page
    assert "轮到您" not in page


async def test_an_application_tells_where_it_is_with_its_data_masked(
    service: Service, case: str
) -> None:
    page = await look(service, case)
    assert page.status_code == 200, page.text
    for told in ("申请已提交", "您无须操作", "最迟", "谁查看过这件业务", "电话"):
        assert told in page.text
    assert ID_NO not in page.text
    assert 'aria-current="step"><span class="name">受理' in page.text


async def test_an_officer_s_look_is_told_to_the_applicant(service: Service, case: str) -> None:
    headers = {"authorization": service.bearer(Role.CLERK, "clerk")}
    assert (await service.http.get(f"/api/v1/cases/{case[6:]}", headers=headers)).status_code == 200
    await service.desk.accesses.recorded()
    await service.fold()
    assert "查看" in (await look(service, case)).text.split('id="looks"')[1]


async def test_the_receipt_is_of_the_submission_and_then_of_the_acceptance(
    service: Service, case: str
) -> None:
    assert "提交回执" in (await look(service, f"{case}/receipt")).text
    await service.command(case[6:], "accept-case", 1)
    page = (await look(service, f"{case}/receipt")).text
    assert "受理回执" in page
    assert "受理日期" in page
    assert ID_NO not in page


@pytest.mark.parametrize("beside", ["", "/receipt"])
async def test_the_application_of_another_is_not_there(
    service: Service, case: str, beside: str
) -> None:
    assert (await look(service, case + beside, "somebody-else")).status_code == 404


async def test_whoever_has_not_signed_in_is_led_to_where_he_wanted_to_go(
    service: Service, case: str
) -> None:
    answer = await service.http.get(case)
    assert answer.status_code == 401
    assert f'name="next" value="{case}"' in answer.text
    sent = {"as": "citizen", "next": case}
    here = {"origin": str(service.http.base_url).rstrip("/")}
    entered = await service.http.post("/session", data=sent, headers=here)
    assert entered.headers["location"] == case
    officer = await service.http.get("/mine", headers=cookie(service, "clerk", Role.CLERK))
    assert officer.status_code == 403
    assert "请以申请人身份登录" in officer.text


async def test_whoever_tracks_an_application_finds_the_way_to_act_in_it(
    service: Service, case: str
) -> None:
    owner = {"authorization": service.bearer(Role.APPLICANT, OWNER)}
    told = (await service.http.get(f"/api/v1/applications/{case[6:]}", headers=owner)).json()
    sent = {"reference": told["reference"], "last_four": ID_NO[-4:]}
    here = {"origin": str(service.http.base_url).rstrip("/"), "accept-language": "zh"}
    page = await service.http.post("/track", data=sent, headers=here)
    assert f'href="{case}"' in page.text
    assert "登录后办理" in page.text


async def test_after_the_submission_the_way_leads_to_the_application(
    service: Service, case: str
) -> None:
    page = (await look(service, f"/apply/done/{case[6:]}")).text
    assert f'href="{case}"' in page
    assert f'href="{case}/receipt"' in page
