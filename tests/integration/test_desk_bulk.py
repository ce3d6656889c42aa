"""One act in many cases: foreseen, done once, and told line by line."""

from collections.abc import Mapping
from uuid import UUID

import pytest

from api.pages.desk.bulk.page import MOST
from domain.people import Role
from tests.integration.test_desk import cookie, look, send
from tests.kit.page_reading import Page
from tests.kit.served import Service

SERVICES = ("renewal_deferral", "vehicle_contact_change", "medical_submit")


@pytest.fixture
async def cases(service: Service) -> list[str]:
    """Three that wait to be accepted."""
    found = [(await service.submitted(code))["id"] for code in SERVICES]
    await service.fold()
    return found


def ticked(cases: list[str], version: int = 1) -> dict[str, str]:
    return {f"case-{case}": str(version) for case in cases}


def carried_on(text: str) -> dict[str, str]:
    """The form by which what was foreseen is confirmed."""
    page = text[text.rindex('action="/desk/bulk"') :]
    form = page[page.index(">") + 1 : page.index("</form>")]
    hidden = (each for each in Page(form).all("input") if each.get("type") == "hidden")
    return {each["name"]: each["value"] for each in hidden}


async def stages(service: Service) -> dict[str, str]:
    """The stage of every open case, by what its row is called."""
    await service.fold()
    (table,) = Page((await look(service, "/desk?queue=all")).text).tables.values()
    return {row[0]: row[3] for row in table[1:]}


async def preview(service: Service, sent: Mapping[str, str]) -> str:
    answer = await send(service, "/desk/bulk", {"bulk": "accept-case", **sent})
    assert answer.status_code == 200, answer.text
    return answer.text


async def test_nothing_changes_before_it_is_confirmed(service: Service, cases: list[str]) -> None:
    text = await preview(service, ticked(cases))
    assert "可以办理 3 件，不能办理 0 件" in text
    assert {stage[:6] for stage in (await stages(service)).values()} == {"已提交，待受"}


async def test_no_request_is_for_more_cases_than_a_list_has(
    service: Service, cases: list[str]
) -> None:
    others = [str(UUID(int=number)) for number in range(MOST)]
    sent = {"bulk": "accept-case", **ticked(cases), **ticked(others)}
    assert (await send(service, "/desk/bulk", sent)).status_code == 400


async def test_many_are_accepted_by_one_click_and_twice_is_once(
    service: Service, cases: list[str]
) -> None:
    form = {**carried_on(await preview(service, ticked(cases))), "step": "do"}
    before = await service.desk.log.position()
    first = await send(service, "/desk/bulk", form)
    after = await service.desk.log.position()
    again = await send(service, "/desk/bulk", form)
    assert "已办理 3 件" in first.text
    assert "已办理 3 件" in again.text
    assert before < after
    for case in cases:
        page = (await look(service, f"/desk/case/{case}")).text
        assert page.count("<b>申请已受理</b>") == 1


async def test_one_that_moved_meanwhile_is_told_and_the_others_are_done(
    service: Service, cases: list[str]
) -> None:
    form = {**carried_on(await preview(service, ticked(cases))), "step": "do"}
    moved = await service.command(cases[0], "accept-case", 1, subject="another")
    assert moved.status_code == 200
    answer = await send(service, "/desk/bulk", form)
    assert "已办理 2 件" in answer.text
    assert "有 1 件未办理，其余不受影响" in answer.text
    (row,) = Page(answer.text).tables["未办理"][1:]
    assert row[2]


async def test_what_cannot_be_done_is_told_before_and_left_out(
    service: Service, cases: list[str]
) -> None:
    await service.command(cases[0], "accept-case", 1, subject="another")
    text = await preview(service, ticked(cases))
    assert "可以办理 2 件，不能办理 1 件" in text
    assert f"case-{cases[0]}" not in carried_on(text)


async def test_only_what_is_offered_may_be_done_in_many_cases(
    service: Service, cases: list[str]
) -> None:
    for act, status in (("approve-case", 404), ("refuse-case", 404), ("reassign-case", 403)):
        answer = await send(service, "/desk/bulk", {"bulk": act, **ticked(cases)})
        assert answer.status_code == status, act
    none = await send(service, "/desk/bulk", {"bulk": "accept-case"})
    assert "没有选择案件" in none.text


async def test_a_leader_gives_the_cases_of_one_officer_to_another(
    service: Service, cases: list[str]
) -> None:
    for case in cases[:2]:
        await service.command(case, "accept-case", 1)
        taken = await service.command(case, "start-review", 2, subject="ill")
        assert taken.status_code == 200, taken.text
    await service.fold()
    leader = ("leader", Role.SUPERVISOR)
    officers = await service.http.get("/desk/officers", headers=cookie(service, *leader))
    ((_, row),) = Page(officers.text).tables.values()
    assert row[:3] == ["ill", "2", "0"]
    assert 'href="/dashboard/offices/410100#officers"' in officers.text
    asked = await send(
        service, "/desk/bulk", {"bulk": "reassign-case", **ticked(cases, 3)}, *leader
    )
    assert "改派案件" in asked.text
    filled = {
        **carried_on(asked.text),
        "reason": "absence",
        "to": "healthy",
        "step": "preview",
    }
    foreseen = await send(service, "/desk/bulk", filled, *leader)
    assert "可以办理 2 件，不能办理 1 件" in foreseen.text, foreseen.text
    done = await send(service, "/desk/bulk", {**carried_on(foreseen.text), "step": "do"}, *leader)
    assert "已办理 2 件" in done.text
    await service.fold()
    page = Page((await look(service, "/desk?queue=review&officer=healthy")).text)
    (table,) = page.tables.values()
    assert [row[-1] for row in table[1:]] == ["healthy", "healthy"]


async def test_a_reason_that_lacks_is_asked_for_once_for_all(
    service: Service, cases: list[str]
) -> None:
    sent = {"bulk": "reassign-case", "step": "preview", **ticked(cases)}
    answer = await send(service, "/desk/bulk", sent, "leader", Role.SUPERVISOR)
    assert answer.status_code == 422
    assert "预览" in answer.text
