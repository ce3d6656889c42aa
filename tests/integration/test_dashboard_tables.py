"""Every table and every single figure of the dashboard, counted a second time.

A table or a block that comes later has no count here, and fails.
"""

import re
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import pytest

from api.pages.dashboard.all_charts import CHARTS
from api.pages.dashboard.concerns import CONCERNS
from api.pages.kit.period import SINCE
from domain.calendar import Calendar, local_day
from domain.case.stage import OPEN
from domain.offices.tree import OFFICES, REGIONS, ZHENGZHOU
from domain.services.catalogue import CATALOGUE
from domain.services.choices import ONLINE
from tests.kit.dashboard_counts import FIRST, LAST, MANY, PERIOD, TODAY, bounds, charted_office
from tests.kit.life import Life
from tests.kit.page_reading import Page
from tests.kit.recount import in_hand, recount
from tests.kit.served import Service

ENDS: Final = {
    "申请": "submitted",
    "重新办理": "reopened",
    "办结": "completed",
    "不予办理": "refused",
    "不予受理": "not_accepted",
    "撤回": "withdrawn",
    "逾期终止": "lapsed",
}
TABLES: Final = {
    "全省收办情况",
    "各业务现在在办",
    "同期对比",
    "按业务统计",
    "按市统计",
    "按市和业务统计",
    "电话和咨询",
    "办事大厅和网办中心",
}
"""The comparison is counted in ``test_dashboard_quality``, calls and questions in ``test_calls``
and ``test_enquiries``, halls and centres in ``test_halls`` and ``test_centre_waits``."""
BLOCKS: Final = {
    *("regions_by_step", "open_offices", "window_held", "relief_moved", "licences_kept"),
    *("green_count", "channel_share"),
}
"""Those of windows and deadlines are counted in ``test_window_statistics``, whose figures the
dashboard shows."""
PARTS: Final = {
    *("stands", "proof", "now", "watch", "stock", "present-charts", "measures", "compared"),
    *("period-charts", "services", "cities", "both", "improvements", "duties"),
}


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with charted_office(database_url, tmp_path) as opened:
        yield opened


async def shown(service: Service, period: str = PERIOD) -> str:
    answer = await service.http.get(f"/dashboard?{period}&lang=zh&detail=1")
    assert answer.status_code == 200
    return answer.text


async def test_the_page_has_no_part_that_nobody_counts(service: Service) -> None:
    html = await shown(service)
    page = Page(html)
    drawn = {caption for caption in page.tables if caption not in TABLES}
    told = {caption.partition(" ")[0] for caption in page.tables}
    assert told >= TABLES
    assert len(drawn - {each for each in drawn if each.startswith("同期对比")}) <= len(CHARTS)
    assert set(re.findall(r'class="block" id="(\w+)"', html)) == BLOCKS
    assert set(re.findall(r'data-live id="([\w-]+)"', html)) == PARTS
    watched = re.findall(r'id="watch-([\w-]+)"', html)
    assert watched == [each.code for each in CONCERNS]


def counted(told: Iterable[Life], first: date, last: date) -> Counter[str]:
    found: Counter[str] = Counter()
    for (day, _, _), counts in recount(told).counts.items():
        if first <= day <= last:
            found.update(counts)
    return found


def expected(told: list[Life], first: date, last: date) -> dict[str, str]:
    """What a row of a period shows of these lives, by the heads of its columns."""
    counts = counted(told, first, last)
    decided = counts["decided"]
    share = counts["decided_on_time"] / decided if decided else None
    word = "" if share in {None, 1} else "低于95%" if share and share < 0.95 else "未全部按期"
    return {
        **{head: f"{counts[name]}" for head, name in ENDS.items()},
        "期初在办": f"{standing(told, first - timedelta(days=1))}",
        "期末在办": f"{standing(told, last)}",
        "按期办结率": "—" if share is None else f"{share * 100:.1f}%{word}",
    }


def standing(told: list[Life], day: date) -> int:
    return sum(in_hand(told, FIRST - timedelta(days=40), day).values()) - sum(
        in_hand(told, FIRST - timedelta(days=40), day - timedelta(days=1)).values()
    )


def of_region(code: str) -> list[Life]:
    """No history of the test goes to an office of another region."""
    return [each for each in MANY if OFFICES[each.state.office].region_code == code]


async def test_every_row_of_a_period_is_that_of_a_second_count(service: Service) -> None:
    html = await shown(service)
    page = Page(html)
    services = {title.title.zh: code for code, title in CATALOGUE.items()}
    cities = {region.title.zh: code for code, region in REGIONS.items()}
    for caption, told in (
        (
            "按业务统计",
            {
                title: [each for each in MANY if each.state.service == code]
                for title, code in services.items()
            },
        ),
        ("按市统计", {title: of_region(code) for title, code in cities.items()}),
    ):
        head, *rows, total = page.tables[caption]
        for row in rows:
            shown_here = dict(zip(head, row, strict=True))
            want = expected(told[row[0]], FIRST, LAST)
            assert {name: shown_here[name] for name in want} == want, row[0]
            if caption == "按业务统计":
                _is_median(shown_here["办理用时中位数（天）"], told[row[0]])
        want = expected(MANY, FIRST, LAST)
        assert {name: dict(zip(head, total, strict=True))[name] for name in want} == want
    detail = [row for row in page.tables["按市和业务统计"][1:] if len(row) > 1]
    assert sum(int(row[2]) for row in detail) == counted(MANY, FIRST, LAST)["submitted"]


def _is_median(text: str, told: list[Life]) -> None:
    seconds = [
        each
        for (day, _, _), took in recount(told).took.items()
        for each in took["turnaround"]
        if FIRST <= day <= LAST
    ]
    if not seconds:
        assert text == "—"
        return
    low, high = bounds(seconds, 50)
    days = 0.0 if text == "<0.1" else float(text)
    assert low - 4320 <= days * 86400 <= high + 4320


@pytest.mark.parametrize("period", ["", PERIOD])
async def test_the_statement_and_the_totals_since_february_are_those_of_a_second_count(
    service: Service, period: str
) -> None:
    html = await shown(service, period)
    page = Page(html)
    head, *rows = page.tables["全省收办情况"]
    told = {row[0].lstrip("+−="): row[1:] for row in rows}
    for column, (first, last) in enumerate(((TODAY, TODAY), (SINCE, TODAY))):
        want = expected(MANY, first, last)
        assert {name: told[name][column] for name in want} == want, head
    counts = counted(MANY, SINCE, TODAY)
    ours = counted(of_region(ZHENGZHOU), SINCE, TODAY)
    (online,) = re.findall(r'<dd id="online">([\d,]+)</dd>', html)
    assert int(online) == sum(ours[f"accepted:{channel}"] for channel in ONLINE) > 0
    (green,) = re.findall(r'<dd id="green">([\d,]+)</dd>', html)
    granted = sum(n for name, n in counts.items() if name.startswith("green:"))
    assert int(green) == granted > 0
    (block,) = re.findall(r'id="green_count">(.*?)</dl>', html, re.DOTALL)
    assert sum(int(n) for n in re.findall(r"<dd>(\d+)", block)) == granted
    (block,) = re.findall(r'id="channel_share">(.*?)</dl>', html, re.DOTALL)
    done = [n for name, n in counts.items() if name.startswith("completed:") and n]
    assert sorted(re.findall(r"<dd>([\d.]+%)", block)) == sorted(
        f"{100 * n / counts['completed']:.1f}%" for n in done
    )


async def test_what_is_in_hand_is_that_of_a_second_count_by_service_city_and_age(
    service: Service,
) -> None:
    html = await shown(service)
    page = Page(html)
    *rows, total = page.tables["各业务现在在办"][1:]
    stands = [each for each in MANY if each.state.stage in OPEN]
    by_service = Counter(CATALOGUE[each.state.service].title.zh for each in stands)
    assert {row[0]: int(row[1]) for row in rows if row[1] != "0"} == by_service
    ages: Counter[int] = Counter()
    for each in stands:
        age = Calendar().between(local_day(each.envelopes[0].at), TODAY)
        ages[next(n for n, longest in enumerate((1, 3, 7, 15, 10**6)) if age <= longest)] += 1
    assert [int(cell) for cell in total[3:]] == [ages[n] for n in range(5)]
    tiles = re.findall(r"<b>([^<]+)</b><span class=\"came\">.*?</span>(\d+)</span>", html)
    by_city = Counter(REGIONS[OFFICES[each.state.office].region_code].title.zh for each in stands)
    assert {f"{name}市": int(n) for name, n in tiles if n != "0"} == by_city
