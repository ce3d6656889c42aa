"""The wall shows the figures of the API, and nobody's name."""

import re

import pytest

from api.pages.kit.assets import address
from domain.offices.tree import REGIONS
from tests.kit.page_office import ID_NO, NAME, Opened
from tests.kit.page_reading import Page
from tests.kit.visitors import visiting

pytestmark = pytest.mark.asyncio(loop_scope="session")
WALL = "/dashboard?screen=wall"
SAID = {
    "zh": ("河南省公安厅交警总队", "演示小镇时间"),
    "en": ("Henan provincial traffic police headquarters", "time in the demonstration"),
}


def figure(text: str, name: str) -> int:
    found = re.search(rf'<dd id="{name}">([\d,]+)', text)
    assert found
    return int(found[1].replace(",", ""))


async def test_its_figures_are_those_of_the_api(office: Opened) -> None:
    async with visiting(office) as browser:
        wall = (await browser.get(f"{WALL}&lang=zh")).text
        now = (await browser.get("/api/v1/statistics/now")).json()
        on = office.desk.today
        days = f"from={on}&to={on}"
        (today,) = (await browser.get(f"/api/v1/statistics/throughput?{days}")).json()["groups"]
    assert figure(wall, "accepted") == today["n_accepted"] > 0
    assert figure(wall, "completed") == today["n_completed"]
    assert figure(wall, "late") == now["backlog_overdue"] > 0
    assert '<dl class="giant bad calling"><dt>现在逾期' in wall
    counts = [int(n.replace(",", "")) for n in re.findall(r'class="count">([\d,]+)<', wall)]
    assert (len(counts), sum(counts)) == (len(REGIONS), now["backlog"])
    late = re.findall(r'class="late (\w*)">逾期 (\d+)<', wall)
    assert sum(int(n) for _, n in late) == now["backlog_overdue"]
    assert all((alarm == "bad") == (n != "0") for alarm, n in late)
    worst = re.findall(r'<td class="num bad">(\d+)</td>', wall)
    assert sum(map(int, worst)) == now["backlog_overdue"]


async def test_the_hours_of_today_are_those_of_its_submissions(office: Opened) -> None:
    async with visiting(office) as browser:
        page = Page((await browser.get(f"{WALL}&lang=zh")).text)
        on = office.desk.today
        days = f"from={on}&to={on}"
        (today,) = (await browser.get(f"/api/v1/statistics/throughput?{days}")).json()["groups"]
    head, *hours = page.tables["今日与昨日每小时申请量"]
    assert head == ["时", "今日", "昨日"]
    assert len(hours) == 24
    assert sum(int(row[1]) for row in hours if row[1].isdigit()) == today["n_submitted"]


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_it_says_who_speaks_and_which_time_it_is_and_names_nobody(
    office: Opened, language: str
) -> None:
    async with visiting(office) as browser:
        wall = (await browser.get(f"{WALL}&lang={language}")).text
    assert (
        "河南省公安厅交警总队" if language == "zh" else "Henan provincial traffic police"
    ) in wall
    assert ("演示小镇时间" if language == "zh" else "time in the demonstration") in wall
    assert 'class="hour">09:00<' in wall
    for personal in (NAME, ID_NO, office.reference, str(office.case)):
        assert personal not in wall


async def test_it_is_live_and_comes_again_by_itself_without_scripts(office: Opened) -> None:
    async with visiting(office) as browser:
        wall = Page((await browser.get(WALL)).text)
        assert {"http-equiv": "refresh", "content": "5"} in wall.all("meta")
        scripts = [script["src"] for script in wall.all("script")]
        assert scripts == [address("live.mjs"), address("slides.mjs")]
        assert {"/dashboard", f"{WALL}&paused=1"} <= {a.get("href") for a in wall.all("a")}
        paused = Page((await browser.get(f"{WALL}&paused=1")).text)
        assert not paused.all("script")
        parts = (await browser.get("/live/dashboard?screen=wall")).text
    for part in ("time", "giants", "cities", "most-overdue", "slides", "ticker"):
        assert f'id="{part}"' in parts
