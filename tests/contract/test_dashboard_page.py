"""The dashboard shows the figures of the API."""

import re

import pytest

from domain.offices.tree import REGIONS
from domain.services.catalogue import CATALOGUE
from tests.kit.page_office import Opened
from tests.kit.page_reading import Page
from tests.kit.visitors import visiting

pytestmark = pytest.mark.asyncio(loop_scope="session")


@pytest.mark.parametrize(
    "period", ["from=2020-02-03&to=2020-06-01", "from=2020-03-03&to=2020-03-05"]
)
async def test_the_dashboard_shows_the_figures_of_the_api(office: Opened, period: str) -> None:
    async with visiting(office) as browser:
        page = Page((await browser.get(f"/dashboard?period=custom&{period}&lang=zh&detail=1")).text)
        for by, caption, titles in (
            ("region", "按市统计", {code: r.title.zh for code, r in REGIONS.items()}),
            ("service", "按业务统计", {code: s.title.zh for code, s in CATALOGUE.items()}),
        ):
            api = (await browser.get(f"/api/v1/statistics/throughput?by={by}&{period}")).json()
            told = {group[by]: group for group in api["groups"]}
            rows = {row[0]: row[1:] for row in page.tables[caption][1:-1]}
            assert list(rows) == list(titles.values())
            for code, title in titles.items():
                assert rows[title] == _expected(told.get(code), rows[title][3]), title
        both = (
            await browser.get(f"/api/v1/statistics/throughput?by=region,service&{period}")
        ).json()
        detail = [row for row in page.tables["按市和业务统计"][1:] if len(row) > 1]
        moving = [g for g in both["groups"] if g["submitted"] + g["completed"] + g["in_hand"]]
        assert len(moving) <= len(detail)
        assert sum(int(row[1]) for row in detail) == sum(g["submitted"] for g in both["groups"])
        assert f"{api['position']:,}" in page.text


def _expected(group: dict[str, object] | None, late: str) -> list[str]:
    """What a row shows for a group of the API, which does not know what is late."""
    if group is None:
        return ["0", "0", "0", late, "—", "—"]
    rates, hours = group["rates"], group["hours"]
    assert isinstance(rates, dict)
    assert isinstance(hours, dict)
    rate, median = rates["on_time_rate"], hours["turnaround"]["p50"]
    days = "—" if median is None else "<0.1" if median / 24 < 0.05 else f"{median / 24:.1f}"
    return [
        f"{group['submitted']:,}",
        f"{group['completed']:,}",
        f"{group['in_hand']:,}",
        late,
        "—" if rate is None else f"{rate * 100:.1f}%",
        days,
    ]


async def test_what_is_late_is_what_the_api_says_now(office: Opened) -> None:
    async with visiting(office) as browser:
        page = Page((await browser.get("/dashboard?lang=en")).text)
        now = (await browser.get("/api/v1/statistics/now")).json()
        assert now["late"] > 0
        assert page.tables["By city"][-1][4] == f"{now['late']:,}"
        assert page.tables["The province"][2][4] == f"{now['late']:,}"


async def test_a_city_and_a_service_narrow_each_others_table(office: Opened) -> None:
    async with visiting(office) as browser:
        page = Page((await browser.get("/dashboard?region=410300&service=renewal_deferral")).text)
        assert "按业务统计 · 洛阳市" in page.tables
        assert "按市统计 · 延期换领驾驶证" in page.tables
        assert page.tables["按业务统计 · 洛阳市"][-1][1] == "0"


async def test_the_dashboard_refreshes_until_it_is_paused_and_keeps_its_query(
    office: Opened,
) -> None:
    async with visiting(office) as browser:
        fresh = Page((await browser.get("/dashboard?region=410100")).text)
        assert {"http-equiv": "refresh", "content": "5"} in fresh.all("meta")
        assert {"/dashboard?region=410100&paused=1"} <= {a.get("href") for a in fresh.all("a")}
        paused = Page((await browser.get("/dashboard?region=410100&paused=1")).text)
        assert not [meta for meta in paused.all("meta") if "http-equiv" in meta]


@pytest.mark.parametrize(
    "query", ["from=x&to=y", "from=2020-03-05&to=2020-03-03", "from=0001-01-01&to=9999-12-31"]
)
async def test_dates_that_are_no_period_show_the_whole_one_and_say_so(
    office: Opened, query: str
) -> None:
    async with visiting(office) as browser:
        answer = await browser.get(f"/dashboard?period=custom&{query}")
        assert answer.status_code == 200
        assert "起止日期有误" in answer.text


async def test_all_eighteen_cities_stand_on_a_grid_that_says_it_is_no_map(office: Opened) -> None:
    async with visiting(office) as browser:
        page = Page((await browser.get("/dashboard")).text)
        places = [
            li["class"] for li in page.all("li") if re.fullmatch(r"r\d c\d", li.get("class", ""))
        ]
        assert len(set(places)) == 18
        assert "示意图，非地理边界" in page.text
