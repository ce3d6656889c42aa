"""The daily bulletin: true to a second count, and the same for ever once its day is closed."""

import re
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Final

import pytest

from domain.aggregates import CODEC
from domain.calendar import end_of_day
from domain.clocks.clock import Clock
from domain.offices.tree import PROVINCE
from domain.prefectures.commands import ClassifyPrefecture, SuspendWindows, TakeStep
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.prefectures.step import Step
from domain.reliefs.commands import AnnounceRelief, EndRelief
from domain.reliefs.kind import ReliefBody, ReliefMode
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import reliefs_of
from projections.engine.rebuild import rebuild
from tests.kit.histories import lives
from tests.kit.offices import asked
from tests.kit.page_reading import Page
from tests.kit.prefectures import DETACHMENT, GROUNDS, HQ, LUOYANG
from tests.kit.projected import ALL
from tests.kit.recount import in_hand, recount
from tests.kit.served import Service, served
from tests.kit.told_days import told_through

MANY: Final = lives(60)
FIRST, DAY, LAST = date(2020, 3, 2), date(2020, 3, 6), date(2020, 12, 31)
NINE: Final = time(1, tzinfo=UTC)
ROWS: Final = {
    "申请": "submitted",
    "受理": "accepted",
    "其中：网上受理": "accepted:online_app",
    "作出决定": "decided",
    "办结": "completed",
    "不予办理": "refused",
    "要求补正": "corrected",
    "首次交寄": "handed_over",
    "再次交寄": "posted_again",
    "邮寄妥投": "delivered",
    "邮件退回": "returned",
    "窗口领取": "picked_up",
}


@dataclass
class Office:
    """A service, and the instant at which its clock stands."""

    service: Service
    now: datetime

    async def sheet(self, path: str) -> str:
        """The bulletin itself, without what stands around it."""
        answer = await self.service.http.get(path)
        assert answer.status_code == 200, answer.text
        found = re.search(r"<article.*</article>", answer.text, re.DOTALL)
        assert found
        return found[0]

    async def decide(self, *steps: Step) -> None:
        for step in steps:
            command = TakeStep(step=step, effective_on=self.now.date(), grounds=GROUNDS)
            given = asked(command, DETACHMENT)
            await self.service.desk.door.handle(PREFECTURE, stream_of(LUOYANG), command, given)


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[Office]:
    """A service at nine o'clock on the day after, which has folded all that happened until then.

    On the day, Luoyang has closed its windows, and a relief without an end was announced.
    """
    told: list[Office] = []
    async with served(database_url, tmp_path, clock=lambda: told[0].now) as opened:
        await told_through(database_url, MANY, DAY)
        made = Office(opened, datetime.combine(DAY, NINE))
        told.append(made)
        door = opened.desk.door
        for command in (
            ClassifyPrefecture(region=LUOYANG, region_class=2),
            SuspendWindows(effective_on=DAY),
        ):
            await door.handle(PREFECTURE, stream_of(LUOYANG), command, asked(command, HQ))
        relief = AnnounceRelief(
            mode=ReliefMode.SUSPEND,
            clocks=(Clock.PICKUP_HOLD,),
            first=DAY,
            body=ReliefBody.HEADQUARTERS,
            text="领取期限适当延长",
        )
        await door.handle(RELIEFS, reliefs_of(PROVINCE), relief, asked(relief, HQ))
        await opened.fold()
        made.now += timedelta(days=1)
        yield made


async def test_a_closed_day_is_told_in_the_same_bytes_for_ever(office: Office) -> None:
    """Whatever follows, and however often everything is folded again from the beginning."""
    paths = [
        f"/bulletin/{DAY}{tail}?lang={language}"
        for tail in ("", f"/{LUOYANG}", "/410100")
        for language in ("zh", "en")
    ]
    before = [await office.sheet(path) for path in paths]
    assert "暂停窗口业务" in before[0]
    assert "公布：中止计算期限" in before[0]
    assert not any("暂计数" in sheet or "Provisional" in sheet for sheet in before)

    office.now = datetime.combine(DAY + timedelta(days=3), NINE)
    await office.decide(Step.FIRST)
    ended = EndRelief(relief="relief-1", last=DAY + timedelta(days=10))
    given = asked(ended, HQ)
    await office.service.desk.door.handle(RELIEFS, reliefs_of(PROVINCE), ended, given)
    await told_through(office.service.url, MANY, LAST, after=DAY)
    office.now = datetime.combine(LAST + timedelta(days=1), NINE)
    await office.service.fold()
    assert [await office.sheet(path) for path in paths] == before
    for projection in ALL:
        await rebuild(office.service.url, projection, CODEC)
    assert [await office.sheet(path) for path in paths] == before

    later = await office.sheet(f"/bulletin/{DAY + timedelta(days=3)}?lang=zh")
    assert "进入恢复步骤（第一步" in later
    assert "恢复步骤" not in before[0]


async def test_every_figure_is_that_of_a_second_count(office: Office) -> None:
    await told_through(office.service.url, MANY, LAST, after=DAY)
    office.now = datetime.combine(LAST, NINE)
    await office.service.fold()
    counted = recount(MANY).counts
    for day in (DAY, DAY + timedelta(days=1), DAY + timedelta(days=20)):
        sums = {
            "day": sum((c for (on, _, _), c in counted.items() if on == day), Counter()),
            "so far": sum(
                (c for (on, _, _), c in counted.items() if FIRST <= on <= day), Counter()
            ),
        }
        page = Page(await office.sheet(f"/bulletin/{day}?lang=zh"))
        told = {row[0]: row[1:] for row in page.tables["主要指标（件）"]}
        for title, name in ROWS.items():
            if title in told:
                assert told[title][0] == f"{sums['day'][name]:,}", (day, title)
                assert told[title][2] == f"{sums['so far'][name]:,}", (day, title)
        standing = sum(in_hand(MANY, day, day).values())
        assert f"当日24时在办 {standing} 件" in page.text
        assert f"当日受理 {sums['day']['accepted']} 件" in page.text
        assert f"{day.year}年{day.month}月{day.day}日" in page.text


async def test_the_cities_and_the_services_add_up_to_the_province(office: Office) -> None:
    html = await office.sheet(f"/bulletin/{DAY}?lang=zh")
    rows, cell = re.compile("<tr>.*?</tr>", re.DOTALL), re.compile("<t[hd][^>]*>([^<]*)")
    tables = [
        [cell.findall(row) for row in rows.findall(table)]
        for table in re.findall("<table.*?</table>", html, re.DOTALL)
    ]
    cities, services = tables[2], tables[3]
    assert len(cities) == 1 + 18 + 1
    for column in range(1, 5):
        total = int(cities[-1][column])
        assert sum(int(row[column]) for row in cities[1:-1]) == total
        assert sum(int(row[column]) for row in services[1:]) == total
    assert int(cities[-1][3]) > 0


async def test_a_day_that_is_not_closed_says_so(office: Office) -> None:
    """Until ten minutes past midnight, and as long as something of the day is not folded."""
    following = DAY + timedelta(days=1)
    assert "暂计数" in await office.sheet(f"/bulletin/{following}?lang=zh")
    assert "截至" in await office.sheet(f"/bulletin/{following}?lang=zh")
    midnight = end_of_day(DAY)
    for minutes, provisional in ((1, True), (9, True), (11, False)):
        office.now = midnight + timedelta(minutes=minutes)
        told = await office.sheet(f"/bulletin/{DAY}?lang=zh")
        assert ("暂计数" in told) is provisional, minutes


async def test_a_day_whose_last_events_are_not_folded_is_provisional(office: Office) -> None:
    following = DAY + timedelta(days=1)
    await told_through(office.service.url, MANY, following, after=DAY)
    office.now = datetime.combine(following + timedelta(days=1), NINE)
    assert "暂计数" not in await office.sheet(f"/bulletin/{DAY}?lang=zh")
    assert "暂计数" in await office.sheet(f"/bulletin/{following}?lang=zh")
    await office.service.fold()
    assert "暂计数" not in await office.sheet(f"/bulletin/{following}?lang=zh")


REFUSED: Final = [
    (f"/bulletin/{DAY + timedelta(days=2)}", 404, "bulletin-day-ahead"),
    ("/bulletin/9999-12-31", 404, "bulletin-day-ahead"),
    (f"/bulletin/{FIRST - timedelta(days=1)}", 404, "bulletin-day-before"),
    ("/bulletin/0001-01-01", 404, "bulletin-day-before"),
    ("/bulletin/2020-02-30", 422, "bulletin-day-invalid"),
    ("/bulletin/20200306", 422, "bulletin-day-invalid"),
    ("/bulletin/yesterday", 422, "bulletin-day-invalid"),
    (f"/bulletin/{DAY}/410000", 404, "bulletin-region-unknown"),
    (f"/bulletin/{DAY}/999999", 404, "bulletin-region-unknown"),
    ("/bulletin?month=2020-13", 422, "bulletin-day-invalid"),
    ("/bulletin?month=2020-W10", 422, "bulletin-day-invalid"),
    ("/bulletin?month=9999-12", 404, "bulletin-day-ahead"),
    ("/bulletin?month=0001-01", 404, "bulletin-day-before"),
    ("/bulletin?region=999999", 404, "bulletin-region-unknown"),
]


async def test_what_has_no_bulletin_is_refused_in_plain_words(office: Office) -> None:
    http = office.service.http
    for path, status, problem in REFUSED:
        answer = await http.get(f"{path}{'&' if '?' in path else '?'}lang=zh")
        assert answer.status_code == status, path
        guide = await http.get(f"/problems/{problem}?lang=zh")
        (head,) = re.findall(r"<h1>(.*?)</h1>", guide.text)
        assert head in answer.text, path


async def test_the_list_has_every_day_since_the_first_and_leads_to_it(office: Office) -> None:
    answer = await office.service.http.get("/bulletin?lang=zh")
    found = re.findall(r'href="(/bulletin/2020-[^"]*)">全省第 (\d+) 期', answer.text)
    days = (DAY - FIRST).days + 2
    assert found == [
        (f"/bulletin/{FIRST + timedelta(days=n)}", str(n + 1)) for n in reversed(range(days))
    ]
    assert "（暂计）" in answer.text
    of_a_city = await office.service.http.get(f"/bulletin?lang=zh&region={LUOYANG}")
    assert f'href="/bulletin/{DAY}/{LUOYANG}">洛阳市第 5 期' in of_a_city.text
    sheet = await office.sheet(f"/bulletin/{DAY}/{LUOYANG}?lang=zh")
    assert "洛阳市公安局交警支队" in sheet
    dashboard = await office.service.http.get("/dashboard?lang=zh")
    assert 'href="/bulletin"' in dashboard.text


async def test_an_office_without_an_event_has_the_bulletin_of_today(service: Service) -> None:
    today = service.desk.today
    assert (await service.http.get(f"/bulletin/{today}")).status_code == 200
    answer = await service.http.get(f"/bulletin/{today - timedelta(days=1)}")
    assert answer.status_code == 404
