"""A figure in red is taken on over its page, and the wall says by whom."""

import re
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Final

import httpx
import pytest

from domain.people import Role
from tests.kit.page_office import Opened, page_office
from tests.kit.projected import project
from tests.kit.visitors import visiting

PATH: Final = "/dashboard/alarms"
WALL: Final = "/dashboard?screen=wall&paused=1&lang=zh"
BOARD: Final = "/dashboard?lang=zh&paused=1&region=410100"
CITY: Final = {"region": "410100", "figure": "backlog_overdue"}
PROVINCE: Final = {"region": "410000", "figure": "backlog_overdue"}
SENT: Final = {"version": "0", "seen": "2", "act": "take"}


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[tuple[Opened, str]]:
    async with page_office(database_url, tmp_path) as opened:
        yield opened, database_url


async def sent(browser: httpx.AsyncClient, **form: str) -> httpx.Response:
    return await browser.post(PATH, data={**SENT, **form})


async def taken(opened: Opened, role: Role, at: str | None, **form: str) -> int:
    async with visiting(opened, role, at) as browser:
        return (await sent(browser, **form)).status_code


def forms(text: str) -> list[Mapping[str, str]]:
    """What each form of the page would send."""
    found = re.findall(r'<form method="post" action="/dashboard/alarms">(.*?)</form>', text)
    return [dict(re.findall(r'name="(\w+)" value="([^"]*)"', each)) for each in found]


async def test_an_alarm_is_taken_on_and_the_wall_stops_flashing_and_stays_red(
    office: tuple[Opened, str],
) -> None:
    opened, url = office
    async with visiting(opened, Role.SUPERVISOR, "410100") as browser:
        page = (await browser.get(f"{PATH}?lang=zh")).text
        (form,) = forms(page)
        assert form == {**CITY, **SENT}
        wall = (await browser.get(WALL)).text
        assert 'class="city s4 calling"><b>郑州' in wall.replace("local", "s4")
        assert "3 项告警待签收" in wall
        assert (await sent(browser, **form)).headers["location"] == f"{PATH}?done=take"
        after = (await browser.get(f"{PATH}?done=take&lang=zh")).text
        assert "告警已签收" in after
        assert forms(after) == [{**CITY, **SENT, "version": "1", "act": "back"}]
        await project(url)
        wall = (await browser.get(WALL)).text
        assert "2 项告警待签收" in wall
        assert (
            '郑州逾期业务：<b>someone</b> 09:00 签收 <span class="quiet">郑州市车辆管理所' in wall
        )
        assert not re.search(r'class="city \w+ calling"', wall)
        assert 'class="late bad">逾期 2<' in wall
        assert '<dl class="giant bad calling"><dt>现在逾期' in wall
        board = (await browser.get(BOARD)).text
        assert "郑州市车辆管理所已签收 09:00" in board
        assert "已超期，须立即办理" in (await browser.get(f"{BOARD}&service=plate_reissue")).text


async def test_only_who_leads_there_takes_it_on_and_the_province_is_of_the_headquarters(
    office: tuple[Opened, str],
) -> None:
    opened, url = office
    assert await taken(opened, Role.SUPERVISOR, "410300", **CITY) == 403
    assert await taken(opened, Role.SUPERVISOR, "410100", **PROVINCE) == 403
    assert await taken(opened, Role.CLERK, "410100", **CITY) == 403
    assert await taken(opened, Role.HQ, None, **PROVINCE) == 303
    assert await taken(opened, Role.HQ, None, **PROVINCE) in {303, 412}
    assert await taken(opened, Role.HQ, None, **PROVINCE, act="back", version="1") == 303
    await project(url)
    async with visiting(opened) as browser:
        assert "3 项告警待签收" in (await browser.get(WALL)).text
        assert (await browser.get(PATH)).status_code == 401


async def test_a_figure_that_is_worse_than_it_was_is_to_be_taken_on_anew(
    office: tuple[Opened, str],
) -> None:
    opened, url = office
    assert await taken(opened, Role.SUPERVISOR, "410100", **CITY, seen="1") == 303
    await project(url)
    async with visiting(opened, Role.SUPERVISOR, "410100") as browser:
        page = (await browser.get(f"{PATH}?lang=zh")).text
        assert "签收后上升，当时 1 件" in page
        assert 'class="city s4 calling"><b>郑州' in (await browser.get(WALL)).text.replace(
            "local", "s4"
        )


async def test_what_no_form_of_the_page_sends_is_refused(office: tuple[Opened, str]) -> None:
    opened, _ = office
    async with visiting(opened, Role.SUPERVISOR, "410100") as browser:
        assert (await sent(browser, **CITY, act="other")).status_code == 400
        assert (await sent(browser, region="410100", figure="other")).status_code == 400
        assert (await sent(browser, **CITY, seen="many")).status_code == 422
        assert (await sent(browser, **CITY, version="7")).status_code == 412
