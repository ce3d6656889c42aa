"""The charts of quality, of reasons and of steps, and the comparison, counted a second time."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path

import pytest

from api.pages.dashboard.compared import FIGURES
from api.pages.kit.period import SINCE
from domain.case.grounds import GreenKind
from domain.case.intake.reasons import DefectCode
from domain.offices.tree import REGIONS
from domain.parcels.reasons import FailedDelivery
from domain.prefectures.commands import ClassifyPrefecture, SuspendWindows
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.services.catalogue import CATALOGUE, REFUSALS
from domain.services.choices import ONLINE
from projections.throughput.definitions.all_definitions import OF_A_PERIOD
from tests.kit.dashboard_counts import (
    DAYS,
    FIRST,
    LAST,
    MANY,
    PERIOD,
    TODAY,
    bounds,
    charted_office,
    counted,
    table,
)
from tests.kit.life import HQ
from tests.kit.offices import asked
from tests.kit.page_reading import Page
from tests.kit.recount import in_hand, recount
from tests.kit.served import Service


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with charted_office(database_url, tmp_path) as opened:
        yield opened


RANKED: dict[str, tuple[str, dict[str, str]]] = {
    "refusals": ("ground", {code: title.zh for code, title in REFUSALS.items()}),
    "corrections": ("defect", {each: each.zh for each in DefectCode}),
    "returns": (
        "returned_for",
        {each: each.zh for each in FailedDelivery} | {"untold": "邮政未说明"},
    ),
    "green": ("green", {each: each.zh for each in GreenKind}),
}


@pytest.mark.parametrize("name", RANKED)
async def test_reasons_are_ranked_and_those_of_a_second_count(service: Service, name: str) -> None:
    kind, words = RANKED[name]
    counts = counted(MANY)
    expected = {title: n for code, title in words.items() if (n := counts[f"{kind}:{code}"])}
    rows = await table(service, name, PERIOD)
    assert {row[0]: int(row[2]) for row in rows} == expected
    assert [int(row[2]) for row in rows] == sorted(expected.values(), reverse=True) != []


async def test_each_day_s_share_in_time_is_that_of_a_second_count(service: Service) -> None:
    decided, in_time = Counter[date](), Counter[date]()
    for (day, _, _), counts in recount(MANY).counts.items():
        decided[day] += counts["decided"]
        in_time[day] += counts["decided_on_time"]
    rows = await table(service, "on_time", PERIOD)
    assert rows == [
        [f"{day}", str(round(100 * in_time[day] / decided[day], 1)) if decided[day] else ""]
        for day in DAYS
    ]
    assert len({share for _, share in rows}) > 2


async def test_what_came_online_adds_up_day_by_day(service: Service) -> None:
    """From 3 February on, whenever the chart begins."""
    accepted = Counter[date]()
    for (day, _, _), counts in recount(MANY).counts.items():
        accepted[day] += sum(counts[f"accepted:{channel}"] for channel in ONLINE)
    rows = await table(service, "online", PERIOD)
    assert rows == [
        [f"{day}", f"{sum(n for on, n in accepted.items() if SINCE <= on <= day)}"] for day in DAYS
    ]
    early = await table(service, "online", "period=custom&from=2020-02-01&to=2020-02-05")
    assert [row[1] for row in early] == ["", "", "0", "0", "0"]


async def test_services_are_told_apart_in_speed_and_in_corrections(service: Service) -> None:
    """A quantile lies in the bucket of the value that has its rank."""
    passed = {row[0]: row[2] for row in await table(service, "first_pass", PERIOD)}
    took = {row[0]: row[2:] for row in await table(service, "durations", PERIOD)}
    assert len(passed) > 1
    for code in {life.state.service for life in MANY}:
        ours, title = (
            [each for each in MANY if each.state.service == code],
            CATALOGUE[code].title.zh,
        )
        counts = counted(ours)
        known = counts["submitted"] - counts["to_be_corrected_unknown"]
        share = round(100 * (known - counts["to_be_corrected"]) / known, 1)
        assert passed.pop(title) == str(share)
        seconds = [
            each
            for (day, _, _), of_group in recount(ours).took.items()
            for each in of_group["turnaround"]
            if FIRST <= day <= LAST
        ]
        for shown, percent in zip(took.pop(title, []), (50, 90), strict=bool(seconds)):
            low, high = bounds(seconds, percent)
            assert low - 4320 <= float(shown) * 86400 <= high + 4320  # 0.05 days
    assert not passed
    assert not took


async def test_the_steps_are_those_of_the_windows(service: Service) -> None:
    """Of every city, in the order of their codes."""
    rows = await table(service, "steps", "")
    assert [row[0] for row in rows] == [
        REGIONS[code].title.zh.removesuffix("市") for code in sorted(REGIONS)
    ]
    assert {row[2] for row in rows} == {"4"}
    door, stream = service.desk.door, stream_of("410100")
    for command in (
        ClassifyPrefecture(region="410100", region_class=2),
        SuspendWindows(effective_on=TODAY),
    ):
        await door.handle(PREFECTURE, stream, command, asked(command, HQ))
    await service.fold()
    steps = {row[0]: row[2] for row in await table(service, "steps", "")}
    assert steps.pop("郑州") == "0"
    assert set(steps.values()) == {"4"}


async def test_a_period_is_compared_with_the_one_before_and_a_city_with_the_province(
    service: Service,
) -> None:
    """Every figure of every column is that of a second count."""
    days = (date(2020, 3, 9), date(2020, 3, 2)), (date(2020, 3, 15), date(2020, 3, 8))
    query = f"period=custom&from={days[0][0]}&to={days[1][0]}&region=410100&lang=zh"
    page = Page((await service.http.get(f"/dashboard?{query}")).text)
    ((caption, rows),) = ((c, r) for c, r in page.tables.items() if c.startswith("同期对比"))
    assert "2020年3月2日 至 2020年3月8日" in caption
    assert rows[0] == ["指标", "本期", "上期", "全省本期", "较上期"]
    for column, (first, last) in ((1, (days[0][0], days[1][0])), (2, (days[0][1], days[1][1]))):
        told = {row[0]: row[column] for row in rows[1:]}
        counts: Counter[str] = Counter()
        for (day, _, _), of_group in recount(MANY).counts.items():
            if first <= day <= last:
                counts.update(of_group)
        standing = sum(in_hand(MANY, last, last).values())
        assert told["积压量"] == f"{standing}"
        for title, name in COUNTED_ALIKE.items():
            assert told[title] == f"{counts[name]}", title
        for title, (part, whole, unknown) in SHARED_ALIKE.items():
            share = f"{100 * counts[part] / counts[whole]:.1f}%" if counts[whole] else "—"
            left = f"{counts[unknown]}件未定" if unknown and counts[unknown] else ""
            assert told[title].startswith(share + left), title
        assert [row[1] for row in rows[1:]] == [row[3] for row in rows[1:]]


COUNTED_ALIKE = {
    "申请量": "submitted",
    "受理量": "accepted",
    "决定量": "decided",
    "办结量": "completed",
}
SHARED_ALIKE = {
    "按期办结率": ("decided_on_time", "decided", None),
    "业务有人办率": ("handler_named", "to_be_handled", "handler_unknown"),
    "补正率": ("to_be_corrected", "submitted", "to_be_corrected_unknown"),
    "不予办理率": ("against", "decided", None),
    "退件率": ("returned_first", "handed_over", "first_unknown"),
}


def test_every_figure_that_is_compared_is_counted_a_second_time() -> None:
    titles = {OF_A_PERIOD[code].title.zh for code in FIGURES}
    assert titles == {*COUNTED_ALIKE, *SHARED_ALIKE, "积压量"}
