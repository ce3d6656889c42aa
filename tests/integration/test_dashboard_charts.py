"""What the charts of the dashboard show is what a second count of the same histories gives."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from api.pages.dashboard.all_charts import CHARTS
from domain.case.stage import OPEN, Stage
from domain.offices.tree import OFFICES
from domain.services.choices import Channel
from tests.kit.dashboard_counts import (
    FIRST,
    LAST,
    MANY,
    PERIOD,
    bounds,
    charted_office,
    counted,
    table,
)
from tests.kit.page_reading import Page
from tests.kit.recount import in_hand, recount
from tests.kit.served import Service

NARROWED = {
    "": MANY,
    "&service=plate_reissue": [each for each in MANY if each.state.service == "plate_reissue"],
}


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with charted_office(database_url, tmp_path) as opened:
        yield opened


@pytest.mark.parametrize("narrowed", NARROWED)
async def test_every_day_is_that_of_a_second_count(service: Service, narrowed: str) -> None:
    told = NARROWED[narrowed]
    came, done, after = Counter[date](), Counter[date](), Counter[date]()
    for (day, _, _), counts in recount(told).counts.items():
        came[day] += counts["submitted"]
        done[day] += counts["completed"]
    for (day, _, _), count in in_hand(told, FIRST, LAST).items():
        after[day] += count
    days = [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    assert await table(service, "flow", PERIOD + narrowed) == [
        [f"{day}", f"{came[day]}", f"{done[day]}"] for day in days
    ]
    backlog = await table(service, "backlog", PERIOD + narrowed)
    assert backlog == [[f"{day}", f"{after[day]}"] for day in days]
    assert len({each for _, each in backlog}) > 3


async def test_a_city_has_only_what_happened_there(service: Service) -> None:
    """Of every city the days add up to those of the province."""
    whole = await table(service, "flow", PERIOD)
    expected = recount(MANY).counts
    regions = {OFFICES[office].region_code for _, office, _ in expected}
    sums: Counter[str] = Counter()
    for region in regions:
        rows = await table(service, "flow", f"{PERIOD}&region={region}")
        ours = [
            counts["submitted"]
            for (day, office, _), counts in expected.items()
            if FIRST <= day <= LAST and OFFICES[office].region_code == region
        ]
        assert sum(int(row[1]) for row in rows) == sum(ours)
        sums.update({row[0]: int(row[1]) for row in rows})
    assert +sums == Counter({row[0]: int(row[1]) for row in whole if row[1] != "0"})


@pytest.mark.parametrize("narrowed", NARROWED)
async def test_what_is_in_hand_is_that_of_a_second_count(service: Service, narrowed: str) -> None:
    told = NARROWED[narrowed]
    stands = Counter(life.state.stage for life in told if life.state.stage in OPEN)
    assert await table(service, "stages", narrowed.lstrip("&")) == [
        [stage.zh, stage.en, f"{stands[stage]}"] for stage in Stage if stage in stands
    ]
    ages = await table(service, "ages", narrowed.lstrip("&"))
    assert sum(int(row[-1]) for row in ages) == sum(stands.values()) > 0
    assert [row[0] for row in ages] == ["0–1", "2–3", "4–7", "8–15", ">15"]


async def test_channels_are_ranked_and_those_of_a_second_count(service: Service) -> None:
    counts = counted(MANY)
    done = {each: counts[f"completed:{each}"] for each in Channel if counts[f"completed:{each}"]}
    shares = await table(service, "channels", PERIOD)
    assert [row[2] for row in shares] == [
        str(round(100 * each / counts["completed"], 1))
        for each in sorted(done.values(), reverse=True)
    ]
    assert shares


async def test_how_long_a_document_takes_is_that_of_a_second_count(service: Service) -> None:
    """A quantile lies in the bucket of the value that has its rank."""
    took: dict[str, list[float]] = {"production": [], "handover": [], "transit": []}
    for (day, _, _), of_group in recount(MANY).took.items():
        if FIRST <= day <= LAST:
            for name, seconds in took.items():
                seconds += of_group[name]
    rows = await table(service, "post", PERIOD)
    for row, values in zip(rows, took.values(), strict=True):
        assert values
        for shown, percent in zip(row[2:], (50, 90), strict=True):
            low, high = bounds(values, percent)
            assert low - 18 <= float(shown) * 3600 <= high + 18  # 0.005 hours


COVERED = {
    *("flow", "backlog", "hours", "stages", "ages", "steps", "on_time", "durations", "first_pass"),
    *("post", "channels", "online", "green", "refusals", "corrections", "returns"),
}
"""The charts whose figures a test counts a second time, here or in ``test_dashboard_quality`` or
``test_figures_by_hour``."""


def test_every_chart_is_counted_a_second_time() -> None:
    """One that comes later needs its own count."""
    assert CHARTS.keys() == COVERED


async def test_the_table_under_a_chart_is_that_of_its_file(service: Service) -> None:
    for language, column in (("zh", 0), ("en", 1)):
        page = Page((await service.http.get(f"/dashboard?{PERIOD}&lang={language}")).text)
        figures = [each["id"] for each in page.all("figure")]
        names = [each.removeprefix("chart-") for each in figures]
        assert sorted(names) == sorted(COVERED)
        captions = {"stages": ("现在在办，按环节", "In hand now, by stage")}
        shown = page.tables[captions["stages"][column]][1:]
        stages = await table(service, "stages", PERIOD)
        assert shown == [[row[column], row[2]] for row in stages]


async def test_a_file_says_as_of_when_it_is_and_what_is_none_is_not_found(
    service: Service,
) -> None:
    answer = await service.http.get(f"/dashboard/flow.csv?{PERIOD}")
    assert answer.content.startswith("\ufeff日期 Day,".encode())
    assert answer.headers["content-type"].startswith("text/csv")
    assert answer.headers["content-disposition"] == (
        f'attachment; filename="flow_{FIRST}_{LAST}.csv"'
    )
    assert answer.headers["last-modified"].endswith(" GMT")
    assert (await service.http.get("/dashboard/nothing.csv")).status_code == 404
