"""``/mine/{case}/number``: a number is drawn or composed, looked at once more, and reserved."""

import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest

from domain.case.stage import Stage
from tests.kit.choosing import application, begun, composed_by, drawn_for
from tests.kit.form_reading import Forms
from tests.kit.own_pages import done, look, send
from tests.kit.served import NOW, Service, served
from tests.kit.window_cases import state

PLATE = re.compile(r'<span class="plate k52" lang="zh-CN">(豫A)<i>·</i>([A-Z0-9]{6})</span>')


@dataclass
class Hands:
    """An office, and the hands of its clock."""

    service: Service
    later: list[timedelta] = field(default_factory=lambda: [timedelta()])


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[Hands]:
    later = [timedelta()]

    def clock() -> datetime:
        return NOW + later[0]

    async with served(database_url, tmp_path, clock=clock) as opened:
        yield Hands(opened, later)


async def drawing(office: Hands) -> str:
    case = await begun(office.service, await drawn_for(office.service, 1), "reader")
    return f"/mine/{case}/number"


async def drawn(office: Hands, path: str) -> list[str]:
    """Draws the next batch, and reads its numbers from the page."""
    answer = await done(office.service, path, "offer-numbers")
    assert answer.status_code == 303, answer.text
    return numbers((await look(office.service, path)).text)


def numbers(page: str) -> list[str]:
    return ["".join(found) for found in PLATE.findall(page)]


async def pressed(office: Hands, path: str, number: str) -> httpx.Response:
    """Takes a number, and confirms it on the page that shows it once more."""
    asked = await done(office.service, path, "look", plate_no=number)
    assert asked.status_code == 200, asked.text
    form = next(f for f in Forms(asked.text).forms if f.buttons.get("act") == "choose-number")
    assert form.filled["plate_no"] == number
    return await send(office.service, path, {**form.filled, "act": "choose-number"})


async def test_ten_numbers_are_drawn_until_an_instant_and_one_is_reserved(office: Hands) -> None:
    path = await drawing(office)
    assert "抽取第一批号码" in (await look(office.service, path)).text
    offered = await drawn(office, path)
    assert len(set(offered)) == 10
    page = (await look(office.service, path)).text
    assert "09:01:30" in page
    assert "还可以抽取 4 批" in page
    answer = await pressed(office, path, offered[6])
    assert answer.status_code == 303, answer.text
    assert answer.headers["location"] == path
    result = (await look(office.service, path)).text
    assert f"豫A<i>·</i>{offered[6][2:]}" in result
    assert "2020年3月16日" in result


async def test_a_batch_whose_time_is_over_says_what_to_do(office: Hands) -> None:
    path = await drawing(office)
    offered = await drawn(office, path)
    asked = await done(office.service, path, "look", plate_no=offered[0])
    office.later[0] = timedelta(seconds=91)
    form = next(f for f in Forms(asked.text).forms if f.buttons.get("act") == "choose-number")
    late = await send(office.service, path, {**form.filled, "act": "choose-number"})
    assert late.status_code == 409
    assert "没有预选任何号码，请抽取下一批后再选" in late.text
    assert numbers(late.text) == []
    page = (await look(office.service, path)).text
    assert "第 1 批号码的选取时间已过" in page
    for batch in range(2, 6):
        await drawn(office, path)
        assert f"第 {batch} 批" in (await look(office.service, path)).text
    office.later[0] += timedelta(seconds=91)
    page = (await look(office.service, path)).text
    assert "各批号码的选取时间都已过" in page
    assert "结束后可以重新申请" in page


async def test_a_number_that_is_not_on_offer_is_not_even_asked_about(office: Hands) -> None:
    path = await drawing(office)
    await drawn(office, path)
    missed = await done(office.service, path, "look", plate_no="豫AD99999")
    assert missed.status_code == 409
    nothing = await done(office.service, path, "look")
    assert nothing.status_code == 422
    assert "请先选择一个号码" in nothing.text


async def test_whoever_composes_is_told_what_is_taken_and_how_many_tries_are_left(
    office: Hands,
) -> None:
    await begun(office.service, await application(office.service, 1, wanted_no="豫AD10000"), "x")
    case = await begun(office.service, await composed_by(office.service, 2), "reader")
    path = f"/mine/{case}/number"
    wrong = await done(office.service, path, "look", plate_no="豫A12345")
    assert wrong.status_code == 422
    tried = await pressed(office, path, "豫AD10000")
    assert tried.status_code == 200
    assert "已被他人预选或者已核发给其他机动车" in tried.text
    assert "<b>19</b>" in tried.text
    answer = await pressed(office, path, "豫AD10001")
    assert answer.status_code == 303
    assert (await state(office.service, case)).stage is Stage.NUMBER_RESERVED


async def test_all_tries_used_up_say_when_one_may_apply_again(office: Hands) -> None:
    await begun(office.service, await application(office.service, 1, wanted_no="豫AD10000"), "x")
    case = await begun(office.service, await composed_by(office.service, 2), "reader")
    path = f"/mine/{case}/number"
    for _ in range(20):
        assert (await pressed(office, path, "豫AD10000")).status_code == 200
    page = (await look(office.service, path)).text
    assert "试选次数已经用完" in page
    assert "09:20:00" in page


async def test_nobody_else_sees_the_page_and_an_application_without_a_number_has_none(
    office: Hands,
) -> None:
    path = await drawing(office)
    assert (await look(office.service, path, "stranger")).status_code == 404
    plain = await office.service.submitted("renewal_deferral")
    assert (await look(office.service, f"/mine/{plain['id']}/number")).status_code == 404
