"""Two officers at one case: the later one reads what the first has done, and loses no word."""

import pytest

from tests.integration.test_desk import accept, look, send
from tests.kit.page_reading import Page
from tests.kit.served import Service

NOTE = "请补充号牌照片"


@pytest.fixture
async def case(service: Service) -> str:
    receipt = await service.submitted("renewal_deferral")
    await service.fold()
    return f"/desk/case/{receipt['id']}"


async def test_what_happened_is_told_with_what_it_changed(service: Service, case: str) -> None:
    await accept(service, case)
    late = {"act": "request-correction", "version": "1", "note": NOTE, "defects-id_back": "missing"}
    answer = await send(service, case, late, "another")
    assert answer.status_code in {409, 412}
    assert "您查看期间，此案件已有变动" in answer.text
    told = answer.text[answer.text.index('class="plain changed"') :]
    told = told[: told.index("</dl>")]
    assert "<dt>状态</dt>" in told
    assert "已提交，待受理</del>" in told
    assert "受理工号" in told


async def test_what_he_filled_in_is_kept_and_can_be_sent_again(service: Service, case: str) -> None:
    await accept(service, case)
    late = {"act": "request-correction", "version": "1", "note": NOTE, "defects-id_back": "missing"}
    page = Page((await send(service, case, late, "another")).text)
    assert "按最新情况重新提交" in page.text
    assert NOTE in page.text
    versions = {each["value"] for each in page.all("input") if each.get("name") == "version"}
    assert versions == {"1", "2"}
    again = await send(service, case, {**late, "version": "2"}, "another")
    assert again.status_code == 303, again.text


async def test_what_can_no_longer_be_done_is_told_with_the_entries(
    service: Service, case: str
) -> None:
    await accept(service, case)
    answer = await send(
        service, case, {"act": "decline-acceptance", "version": "1", "note": NOTE}, "another"
    )
    assert answer.status_code in {409, 412, 422}
    assert "“不予受理”已不能办理" in answer.text
    assert f"<dd>{NOTE}</dd>" in answer.text


async def test_another_language_shows_the_entries_and_does_nothing(
    service: Service, case: str
) -> None:
    await accept(service, case)
    late = {"act": "request-correction", "version": "1", "note": NOTE, "defects-id_back": "missing"}
    answer = await send(service, case, late, "another")
    page = Page(answer.text)
    assert {"method": "post", "action": f"{case}?lang=en"} in page.all("form")
    hidden = {
        each["name"]: each["value"]
        for each in page.all("input")
        if each.get("type") == "hidden" and each.get("name") != "version"
    }
    assert hidden["look"] == "request-correction"
    assert "act" not in hidden
    before = (await look(service, case)).text.count("<li")
    resent = {"look": "request-correction", "version": "1", "note": NOTE}
    english = await send(service, f"{case}?lang=en", resent, "another")
    assert english.status_code == 200
    assert f">{NOTE}</textarea>" in english.text
    assert "The case has moved on since you looked" in english.text
    assert (await look(service, case)).text.count("<li") == before
