"""The weekly report: true to a second count, and the same for ever once its week is closed."""

import csv
from collections import Counter
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Final

import pytest

from domain.aggregates import CODEC
from domain.calendar import end_of_day
from domain.centres.centre import CENTRE
from domain.centres.choices import CentreShift
from domain.centres.commands import RosterCentreShift
from domain.centres.state import centre_of
from projections.engine.rebuild import rebuild
from tests.kit.bulletins import FIRST, LAST, MANY, NINE, ReportingOffice, reporting_office
from tests.kit.centres import HEAD
from tests.kit.offices import asked
from tests.kit.page_reading import Page
from tests.kit.projected import ALL
from tests.kit.recount import in_hand, recount
from tests.kit.told_days import told_through

WEEK: Final = "2020-W11"
MONDAY, SUNDAY = date(2020, 3, 9), date(2020, 3, 15)
SHEETS: Final = (f"/report/{WEEK}?lang=zh", f"/report/{WEEK}?lang=en")


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[ReportingOffice]:
    async with reporting_office(database_url, tmp_path, SUNDAY) as made:
        yield made


async def rostered(office: ReportingOffice, officers: int) -> None:
    shift = RosterCentreShift(
        office="410300.noc",
        day=office.now.date(),
        shift=CentreShift.DAY,
        officers=tuple(f"officer-{each}" for each in range(officers)),
    )
    stream = centre_of("410300.noc")
    await office.service.desk.door.handle(CENTRE, stream, shift, asked(shift, HEAD))
    await office.service.fold()


async def test_a_closed_week_is_told_in_the_same_bytes_for_ever(office: ReportingOffice) -> None:
    """Whatever follows, and however often everything is folded again from the beginning."""
    before = [await office.sheet(path) for path in SHEETS]
    file = (await office.service.http.get(f"/report/{WEEK}.csv")).content
    assert not any("暂计数" in sheet or "Provisional" in sheet for sheet in before)
    office.now = datetime.combine(SUNDAY + timedelta(days=4), NINE)
    await rostered(office, 3)
    await told_through(office.service.url, MANY, LAST, after=SUNDAY)
    office.now = datetime.combine(LAST + timedelta(days=1), NINE)
    await office.service.fold()
    for projection in ALL:
        await rebuild(office.service.url, projection, CODEC)
    assert [await office.sheet(path) for path in SHEETS] == before
    assert (await office.service.http.get(f"/report/{WEEK}.csv")).content == file


async def test_its_figures_are_those_of_a_second_count(office: ReportingOffice) -> None:
    counted = recount(MANY).counts
    week: Counter[str] = sum(
        (found for (on, _, _), found in counted.items() if MONDAY <= on <= SUNDAY), Counter()
    )
    before: Counter[str] = sum(
        (found for (on, _, _), found in counted.items() if FIRST <= on < MONDAY), Counter()
    )
    page = Page(await office.sheet(SHEETS[0]))
    told = {row[0]: row[1:] for row in page.tables["主要指标（件）"]}
    for title, name in (("申请", "submitted"), ("受理", "accepted"), ("办结", "completed")):
        if title in told:
            assert told[title] == [f"{week[name]:,}", f"{before[name]:,}"], title
    *cities, province = csv.reader(
        StringIO((await office.service.http.get(f"/report/{WEEK}.csv")).content.decode("utf-8-sig"))
    )
    heads, cities = cities[0], cities[1:]
    assert len(cities) == 18
    for column, head in enumerate(heads[2:-7], start=2):
        if "按期" not in head:
            assert sum(int(city[column]) for city in cities) == int(province[column]), head
    assert int(province[2]) == week["submitted"]
    assert int(province[heads.index("办结 Completed")]) == week["completed"] > 0
    assert int(province[heads.index("周末在办 in hand at the end")]) == sum(
        in_hand(MANY, SUNDAY, SUNDAY).values()
    )


async def test_the_centre_of_a_city_is_in_it(office: ReportingOffice) -> None:
    """The week goes on, so it is provisional."""
    office.now = datetime.combine(SUNDAY + timedelta(days=2), NINE)
    await rostered(office, 3)
    this = (await office.service.http.get("/report")).headers["location"]
    assert this == "/report/2020-W12"
    sheet = await office.sheet(f"{this}?lang=zh")
    assert "暂计数" in sheet
    duties = sheet.split("咨询答复、大厅防控和网办中心</caption>")[1]
    assert "0.0%" in duties.split("洛阳市")[1].split("</tr>")[0]
    assert "0.0%" not in duties.split("郑州市")[1].split("</tr>")[0]


async def test_a_week_is_closed_ten_minutes_after_its_sunday(office: ReportingOffice) -> None:
    for minutes, provisional in ((1, True), (11, False)):
        office.now = end_of_day(SUNDAY) + timedelta(minutes=minutes)
        assert ("暂计数" in await office.sheet(SHEETS[0])) is provisional, minutes


@pytest.mark.parametrize("week", ["2020-W09", "2020-W14", "2020-W54", "2020-W00", "2020-11", "now"])
async def test_there_is_none_of_a_week_before_the_first_or_to_come(
    office: ReportingOffice, week: str
) -> None:
    for path in (f"/report/{week}", f"/report/{week}.csv"):
        assert (await office.service.http.get(path)).status_code == 404, path
