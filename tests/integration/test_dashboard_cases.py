"""A figure of the dashboard leads to its cases, for who leads the offices that have them."""

import re
from collections import Counter, defaultdict
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from statistics import median_low
from typing import Final

import httpx
import pytest

from api.pages.kit.officer import COOKIE
from domain.calendar import Calendar, local_day
from domain.case.intake.events import CaseSubmitted
from domain.case.review.events import CaseApproved
from domain.case.stage import OPEN, Stage
from domain.case.state import Case, Running
from domain.offices.tree import OFFICES
from domain.people import Role
from tests.kit.cut_histories import until
from tests.kit.held_histories import HELD
from tests.kit.histories import PLOTS, lives
from tests.kit.life import MORNING, Life
from tests.kit.page_reading import Page
from tests.kit.projected import filled
from tests.kit.served import Service, served

TODAY: Final = date(2020, 3, 5)
NOON: Final = datetime.combine(TODAY, time(4), UTC)
WHOLE: Final = [
    *lives(60),
    *(plot(500 + n, MORNING - timedelta(days=5)) for n, plot in enumerate((*PLOTS, *PLOTS))),
    *(plot(2000 + n, MORNING) for n, plot in enumerate(HELD)),
]
MANY: Final = [each for life in WHOLE if (each := until(life, NOON))]
OPEN_CASES: Final = [each for each in MANY if each.state.stage in OPEN]


def due(case: Case) -> date | None:
    """The day for which the case waits, read off its state. Nothing is due of what is held."""
    if case.holds:
        return None
    if case.deadline:
        return None if case.deadline.is_open else case.deadline.on
    return case.clock.decide_by if isinstance(case.clock, Running) else None


NEAR: Final = Calendar().add(TODAY, 2)
SPANS: Final = {
    "late": (date.min, TODAY - timedelta(days=1)),
    "today": (TODAY, TODAY),
    "tomorrow": (TODAY + timedelta(days=1), TODAY + timedelta(days=1)),
    "in_three_days": (TODAY, TODAY + timedelta(days=3)),
    "near": (TODAY, NEAR),
}
HERE: Final = "410100"


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with served(database_url, tmp_path, clock=lambda: NOON) as opened:
        await filled(database_url, MANY)
        await opened.fold()
        yield opened


async def seen(
    service: Service, path: str, role: Role | None = None, office: str | None = None
) -> httpx.Response:
    headers = {}
    if role:
        bearer = service.bearer(role, "somebody", office)
        headers["cookie"] = f"{COOKIE}={bearer.removeprefix('Bearer ')}"
    return await service.http.get(path, headers=headers)


def expected(told: list[Life]) -> dict[str, int]:
    counts = {
        name: sum(1 for each in told if (on := due(each.state)) and first <= on <= last)
        for name, (first, last) in SPANS.items()
    }
    return counts | {
        "all": len(told),
        "held": sum(bool(each.state.holds) for each in told),
        "returned": sum(each.state.stage == Stage.RETURNED for each in told),
    }


def watched(text: str) -> dict[str, tuple[int, str | None]]:
    """Each figure of the present, with the address to which it leads."""
    found = {}
    for code, inner in re.findall(r'id="watch-(\w+)">(.*?)</dl>', text, re.DOTALL):
        (number,) = re.findall(r"<dd>(?:<a href=\"[^\"]*\">)?([\d,]+)", inner)
        link = re.search(r'<a href="([^"]*)"', inner)
        address = link.group(1).replace("&amp;", "&") if link else None
        found[code] = int(number.replace(",", "")), address
    return found


async def test_every_figure_of_the_present_has_as_many_cases_as_it_says(service: Service) -> None:
    page = (await seen(service, "/dashboard", Role.HQ)).text
    told, counts = watched(page), expected(OPEN_CASES)
    assert {code: count for code, (count, _) in told.items()} == counts
    assert all(counts.values())
    for code, (count, address) in told.items():
        assert (address is not None) == (count > 0), code
        if address:
            answer = await seen(service, f"{address}&lang=zh", Role.HQ)
            rows = Page(answer.text).tables[_title(answer.text)][1:]
            assert f"共 {count} 件" in answer.text
            assert len(rows) == min(count, 50), code


def _title(text: str) -> str:
    (title,) = re.findall(r'<caption class="unseen">(.*?)</caption>', text)
    return str(title)


async def test_a_line_tells_case_stage_hands_and_working_days(service: Service) -> None:
    answer = await seen(service, "/dashboard/cases?what=late&lang=zh", Role.HQ)
    head, *rows = Page(answer.text).tables["逾期"]
    assert head == ["查询码", "业务", "环节", "承办单位", "经办", "办理期限", "剩余时间"]
    late = [each for each in OPEN_CASES if (on := due(each.state)) and on < TODAY]
    days = sorted(due(each.state) or TODAY for each in late)
    left = [f"逾期{Calendar().between(on, TODAY)}个工作日" for on in days]
    assert [row[-1] for row in rows] == left
    submissions = [each.envelopes[0].event for each in late]
    assert {row[0] for row in rows} == {
        each.reference for each in submissions if isinstance(each, CaseSubmitted)
    }
    reviewers = {each.state.reviewer for each in late if each.state.reviewer}
    assert {row[4] for row in rows} - reviewers <= {"申请人", "邮政", "本单位，待领取"}


async def test_who_leads_an_office_begins_with_his_city_and_lists_no_other(
    service: Service,
) -> None:
    """A figure of more than his offices leads nowhere."""
    own = [each for each in OPEN_CASES if OFFICES[each.state.office].region_code == HERE]
    page = (await seen(service, "/dashboard", Role.SUPERVISOR, HERE)).text
    told = watched(page)
    assert {code: count for code, (count, _) in told.items()} == expected(own)
    assert told["all"][1] == f"/dashboard/cases?region={HERE}"
    assert 'data-parts=""' in page
    every = watched((await seen(service, "/dashboard?region=all", Role.SUPERVISOR, HERE)).text)
    assert every["all"] == (len(OPEN_CASES), None)
    elsewhere = await seen(service, "/dashboard/cases?region=410300&lang=zh", Role.SUPERVISOR, HERE)
    assert "共 0 件" in elsewhere.text


async def test_the_offices_of_a_city_add_up_and_each_leads_to_its_services(
    service: Service,
) -> None:
    own = [each for each in OPEN_CASES if OFFICES[each.state.office].region_code == HERE]
    answer = await seen(service, f"/dashboard?region={HERE}&lang=zh")
    rows = Page(answer.text).tables["各单位现在在办 · 郑州市"][1:]
    offices = {each.state.office for each in own}
    assert {row[0] for row in rows[:-1]} == {OFFICES[office].title.zh for office in offices}
    counts = expected(own)
    columns = [f"{counts[code]}" for code in ("all", "late", "today", "near", "held")]
    assert rows[-1][1:] == columns
    sums = [str(sum(int(row[n]) for row in rows[:-1])) for n in range(1, 6)]
    assert sums == columns
    for office in offices:
        there = [each for each in own if each.state.office == office]
        page = Page((await seen(service, f"/dashboard/offices/{office}?lang=zh")).text)
        total = page.tables["各业务现在在办"][-1]
        counts = expected(there)
        assert total[1:] == [f"{counts[code]}" for code in ("all", "late", "today", "near", "held")]


async def test_officers_are_told_to_who_leads_them_alone(service: Service) -> None:
    """Each has what he reviews, and his speed is that of the cases that he approved."""
    path = f"/dashboard/offices/{HERE}?lang=zh"
    answer = await seen(service, path, Role.SUPERVISOR, HERE)
    ((_, rows),) = (
        (caption, rows)
        for caption, rows in Page(answer.text).tables.items()
        if caption.startswith("审核人员负荷")
    )
    took, load = defaultdict[str, list[int]](list), Counter[str]()
    for life in MANY:
        state = life.state
        approved = [each for each in life.envelopes if isinstance(each.event, CaseApproved)]
        if state.office == HERE and approved and state.decided_by and state.accepted_on:
            days = Calendar().between(state.accepted_on, local_day(approved[-1].at))
            took[state.decided_by].append(days)
        if state.office == HERE and state.stage in OPEN and state.reviewer:
            load[state.reviewer] += state.reviewer != state.accepted_by
    told = {row[0]: row[1:] for row in rows[1:]}
    assert told.keys() == {*took, *+load}
    links = {each.get("href") for each in Page(answer.text).all("a")}
    assert links >= {"/desk/officers", *(f"/desk?queue=review&officer={each}" for each in told)}
    assert took
    for officer, (cases, _, approved_cases, median) in told.items():
        assert (int(cases), int(approved_cases)) == (load[officer], len(took[officer]))
        assert median == (str(median_low(took[officer])) if took[officer] else "—")
    for role, office in ((None, None), (Role.CLERK, HERE), (Role.SUPERVISOR, "410300")):
        page = await seen(service, path, role, office)
        assert page.status_code == 200
        assert "/desk/officers" not in page.text
        assert "审核人员" not in page.text


@pytest.mark.parametrize("role", [None, Role.CLERK, Role.AUDITOR])
async def test_nobody_else_finds_a_link_or_a_list(service: Service, role: Role | None) -> None:
    office = HERE if role is Role.CLERK else None
    page = await seen(service, f"/dashboard?region={HERE}", role, office)
    assert "/dashboard/cases" not in page.text
    answer = await seen(service, "/dashboard/cases", role, office)
    assert answer.status_code == (403 if role else 401)


async def test_tables_are_ordered_by_the_column_that_was_chosen(service: Service) -> None:
    async def column(sort: str) -> list[int]:
        page = Page((await seen(service, f"/dashboard?lang=zh&sort={sort}")).text)
        return [int(row[1].replace(",", "")) for row in page.tables["各业务现在在办"][1:-1]]

    largest = await column("in_hand")
    assert largest == sorted(largest, reverse=True) != await column("")
    assert await column("-in_hand") == sorted(largest)
    page = Page((await seen(service, "/dashboard?lang=zh&sort=in_hand")).text)
    assert [each["aria-sort"] for each in page.all("th") if each.get("aria-sort")] == ["descending"]
    assert [row[0] for row in page.tables["按市统计"][1:3]] == ["郑州市", "开封市"]


@pytest.mark.parametrize(
    "query",
    ["what=nothing", "region=9", "stage=completed", "age=1", "service=submitted&stage=submitted"],
)
async def test_what_is_no_list_is_not_found(service: Service, query: str) -> None:
    assert (await seen(service, f"/dashboard/cases?{query}", Role.HQ)).status_code == 404
