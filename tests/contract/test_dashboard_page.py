"""The dashboard shows the figures of the API."""

import re
from typing import Any

import pytest

from api.pages.kit.assets import address
from domain.offices.tree import REGIONS
from domain.services.catalogue import CATALOGUE
from projections.throughput.ages import AGES
from tests.kit.page_office import Opened
from tests.kit.page_reading import Page
from tests.kit.visitors import visiting

pytestmark = pytest.mark.asyncio(loop_scope="session")


PERIOD = "period=custom&from=2020-03-05&to=2020-06-01"
HEADS = {
    "期初在办": "backlog_before",
    "申请": "n_submitted",
    "重新办理": "n_reopened",
    "办结": "n_completed",
    "不予办理": "n_refused",
    "不予受理": "n_not_accepted",
    "撤回": "n_withdrawn",
    "逾期终止": "n_lapsed",
    "期末在办": "backlog",
}


@pytest.mark.parametrize(
    "period", ["from=2020-02-03&to=2020-06-01", "from=2020-03-03&to=2020-03-05"]
)
async def test_the_dashboard_shows_the_figures_of_the_api(office: Opened, period: str) -> None:
    async with visiting(office) as browser:
        page = Page((await browser.get(f"/dashboard?period=custom&{period}&lang=zh&detail=1")).text)
        for by, caption, titles in (
            ("region", "按市统计", {code: r.title.zh for code, r in sorted(REGIONS.items())}),
            ("service", "按业务统计", {code: s.title.zh for code, s in CATALOGUE.items()}),
        ):
            api = (await browser.get(f"/api/v1/statistics/throughput?by={by}&{period}")).json()
            told = {group[by]: group for group in api["groups"]}
            head, *rows, _ = page.tables[caption]
            assert [row[0] for row in rows] == list(titles.values())
            assert head[1:] == [*HEADS, "按期办结率", "办理用时中位数（天）"]
            for code, row in zip(titles, rows, strict=True):
                assert row[1:] == _expected(told.get(code), of_one_service=by == "service")
        both = (
            await browser.get(f"/api/v1/statistics/throughput?by=region,service&{period}")
        ).json()
        detail = [row for row in page.tables["按市和业务统计"][1:] if len(row) > 1]
        assert len(both["groups"]) == len(detail)
        assert sum(int(row[2]) for row in detail) == sum(g["n_submitted"] for g in both["groups"])
        assert re.search(r"数据更新于 \d\d:\d\d:\d\d", page.text)


def _expected(group: dict[str, Any] | None, *, of_one_service: bool) -> list[str]:
    """What a row shows for a group of the API."""
    if group is None:
        return ["0"] * len(HEADS) + ["—", "—"]
    rate, median = group["on_time_rate"], None
    if of_one_service:
        median = group["turnaround"]["p50"]
    days = "—" if median is None else "<0.1" if median / 24 < 0.05 else f"{median / 24:.1f}"
    return [
        *(f"{group[code]:,}" for code in HEADS.values()),
        "—" if rate is None else f"{rate * 100:.1f}%{_mark(rate)}",
        days,
    ]


def _mark(rate: float) -> str:
    """What is late is told in words beside its colour."""
    return "低于95%" if rate < 0.95 else "未全部按期" if rate < 1 else ""


async def test_every_row_of_a_period_adds_up(office: Opened) -> None:
    """What was in hand and what came in is what went out, by every end, and what is in hand."""
    async with visiting(office) as browser:
        page = Page((await browser.get(f"/dashboard?{PERIOD}&lang=zh&detail=1")).text)
    rows = [
        row[1 : len(HEADS) + 1]
        for caption in ("按市统计", "按业务统计", "按市和业务统计")
        for row in page.tables[caption][1:]
        if len(row) > 1
    ]
    _, *statement, _ = page.tables["全省收办情况"]
    rows += [list(each) for each in zip(*(row[1:] for row in statement), strict=True)]
    assert any(row[0] != "0" for row in rows)
    for row in rows:
        before, came, again, *ends, after = (int(each.replace(",", "")) for each in row)
        assert before + came + again == sum(ends) + after


async def test_what_is_in_hand_and_late_now_stands_apart_from_the_period(office: Opened) -> None:
    """Whatever days are shown, the present is that of the API."""
    async with visiting(office) as browser:
        now = (await browser.get("/api/v1/statistics/now")).json()
        assert now["backlog_overdue"] > 0
        assert sum(now["stages"].values()) == now["backlog"]
        for query in ("", f"{PERIOD}&", "period=today&"):
            page = Page((await browser.get(f"/dashboard?{query}lang=en")).text)
            *rows, total = page.tables["In hand now, by service"][1:]
            ages = [f"{now['backlog_age'].get(age, 0):,}" for age in AGES]
            assert total[1:] == [f"{now['backlog']:,}", f"{now['backlog_overdue']:,}", *ages]
            told = {each["title"]["en"]: each for each in now["services"]}
            assert {row[0]: row[1:3] for row in rows if row[1] != "0"} == {
                title: [f"{each['backlog']:,}", f"{each['backlog_overdue']:,}"]
                for title, each in told.items()
            }
            for caption in ("By city", "By service", "The province: what came in and went out"):
                assert "late" not in " ".join(page.tables[caption][0]).lower()


async def test_the_figures_of_the_reopening_are_those_of_the_api(office: Opened) -> None:
    async with visiting(office) as browser:
        api = (await browser.get("/api/v1/statistics/windows")).json()
        page = (await browser.get("/dashboard?lang=en&paused=1")).text
        period = f"from=2020-02-03&to={api['on']}"
        done = (await browser.get(f"/api/v1/statistics/throughput?{period}")).json()["groups"][0]
    figures, blocks = api["figures"], _blocks(page)
    assert list(blocks) == [
        "regions_by_step",
        "open_offices",
        "window_held",
        "relief_moved",
        "licences_kept",
        "green_count",
        "channel_share",
    ]
    assert sum(map(int, blocks["regions_by_step"].values())) == 18
    assert sorted(map(int, blocks["regions_by_step"].values())) == sorted(
        figures["regions_by_step"].values()
    )
    offices = sorted(f"{each['open']}/{each['all']}" for each in api["offices"])
    assert sorted(blocks["open_offices"].values()) == offices
    held = blocks["window_held"]
    assert (held["Held in all"], held["Released or ended"]) == (
        str(figures["window_held"]),
        str(figures["window_released"]),
    )
    assert blocks["licences_kept"] == {"Licences": str(figures["licences_kept"])}
    moved = sorted(map(str, figures["relief_moved"].values()))
    assert sorted(blocks["relief_moved"].values()) == moved
    shares = sorted(f"{each * 100:.1f}%" for each in done["channel_share"].values())
    assert sorted(blocks["channel_share"].values()) == shares


def _blocks(page: str) -> dict[str, dict[str, str]]:
    """The figures of each block by their titles."""
    found = re.findall(r'<div class="block" id="(\w+)">(.*?)</dl>', page, re.DOTALL)
    plain = {code: re.sub(r"</?span[^>]*>", "", text) for code, text in found}
    return {
        code: dict(re.findall(r"<dt>(.*?)</dt><dd>(.+?)</dd>", text))
        for code, text in plain.items()
    }


async def test_a_median_is_of_one_service_only(office: Opened) -> None:
    """A record that changes by itself within a second does not hide how long a plate takes."""
    async with visiting(office) as browser:
        page = Page((await browser.get(f"/dashboard?{PERIOD}&lang=en")).text)
        narrowed = f"/dashboard?{PERIOD}&service=plate_reissue&lang=en"
        of_one = Page((await browser.get(narrowed)).text)
    assert {row[-1] for row in page.tables["By city"][1:]} == {"—"}
    assert page.tables["By service"][-1][-1] == "—"
    medians = {row[0]: row[-1] for row in page.tables["By service"][1:-1]}
    known = [median for median in medians.values() if median != "—"]
    assert len(set(known)) == len(known) == 2
    (by_city,) = (rows for caption, rows in of_one.tables.items() if "By city ·" in caption)
    assert by_city[-1][-1] == medians[CATALOGUE["plate_reissue"].title.en]


async def test_a_city_and_a_service_narrow_each_others_table(office: Opened) -> None:
    async with visiting(office) as browser:
        page = Page((await browser.get("/dashboard?region=410300&service=renewal_deferral")).text)
        assert "按业务统计 · 洛阳市" in page.tables
        assert "按市统计 · 延期换领驾驶证" in page.tables
        assert page.tables["按业务统计 · 洛阳市"][-1][1] == "0"


async def test_the_dashboard_is_live_until_it_is_paused_and_keeps_its_query(
    office: Opened,
) -> None:
    async with visiting(office) as browser:
        fresh = Page((await browser.get("/dashboard?region=410100")).text)
        assert [script["src"] for script in fresh.all("script")] == [
            address("live.mjs"),
            address("folds.mjs"),
        ]
        assert {"/dashboard?region=410100&paused=1"} <= {a.get("href") for a in fresh.all("a")}
        assert not [meta for meta in fresh.all("meta") if "http-equiv" in meta]
        paused = Page((await browser.get("/dashboard?region=410100&paused=1")).text)
        assert [script["src"] for script in paused.all("script")] == [address("folds.mjs")]


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


async def test_who_enters_as_headquarters_begins_on_the_dashboard_with_its_lists(
    office: Opened,
) -> None:
    async with visiting(office) as browser:
        entered = await browser.post("/session", data={"as": "hq"})
        assert (entered.status_code, entered.headers["location"]) == (303, "/dashboard")
        page = Page((await browser.get("/dashboard?lang=en")).text)
        lists = {
            a["href"] for a in page.all("a") if a.get("href", "").startswith("/dashboard/cases")
        }
        assert "/dashboard/cases?what=late" in lists
        for address in sorted(lists):
            assert (await browser.get(address)).status_code == 200, address
