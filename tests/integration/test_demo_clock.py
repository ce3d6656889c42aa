"""The clock of the town stands in the store: one sets it, and everybody goes by it."""

import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from cheguan.service_clock import clock_of, name_town
from cheguan.settings import Settings
from cheguan.town.clock import BEGINS, LOADED, TownClock
from cheguan.town.stored_clock import StoredClock
from cheguan.wall_clock import wall_clock
from domain.event_store.service_clock import FASTEST, LAST_INSTANT, OtherClock, OutOfRange
from tests.kit.served import Service, served
from tests.kit.waiting import until

PATH = "/api/v1/demo/clock"
CHRISTMAS = datetime(2026, 12, 25, 1, tzinfo=UTC)
PAGES = (
    "/",
    "/track",
    "/dashboard",
    "/dashboard?screen=wall",
    "/services",
    "/services/plate_reissue",
    "/audit",
    "/docs",
    "/problems/moved-on",
)
DEMO = Settings(demo=True)
IN_EARNEST = Settings()


@pytest.fixture
async def towns(database_url: str, tmp_path: Path) -> AsyncIterator[list[Service]]:
    """Two processes of one town, whose story has been told."""
    name_town(database_url)
    async with AsyncExitStack() as stack:
        opened = [
            await stack.enter_async_context(served(database_url, tmp_path, clock=TownClock()))
            for _ in range(2)
        ]
        assert isinstance(opened[0].desk.demo_clock, StoredClock)
        await opened[0].desk.demo_clock.begin(LOADED, None, 0)
        await _until(opened[1], LOADED)
        yield opened


async def test_everybody_follows_a_jump_and_a_speed_within_a_second(
    towns: list[Service],
) -> None:
    one, other = towns
    set_at = time.monotonic()
    answer = await one.http.put(PATH, json={"at": CHRISTMAS.isoformat(), "speed": 0})
    assert answer.status_code == 200, answer.text
    assert answer.json() == {"name": "town", "at": "2026-12-25T01:00:00Z", "speed": 0.0}
    assert one.desk.clock() == CHRISTMAS
    await _until(other, CHRISTMAS)
    assert time.monotonic() - set_at < 1
    assert (await other.http.get(PATH)).json() == answer.json()
    assert other.desk.today.isoformat() == "2026-12-25"

    await other.http.put(PATH, json={"speed": FASTEST})
    await _until(one, CHRISTMAS + timedelta(hours=1))
    assert (await one.http.get(PATH)).json()["speed"] == FASTEST


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ({"at": "2020-02-24T00:59:59Z"}, "clock-out-of-range"),
        ({"at": "2100-01-01T00:00:01Z"}, "clock-out-of-range"),
        ({"at": "2026-12-25T09:00:00"}, "form-invalid"),
        ({"at": "9999-12-31T23:59:59-12:00"}, "clock-out-of-range"),
        ({"speed": -1}, "form-invalid"),
        ({"speed": FASTEST + 1}, "form-invalid"),
        ({"day": 1}, "form-invalid"),
    ],
)
async def test_what_no_clock_does_is_told_and_changes_nothing(
    towns: list[Service], body: dict[str, object], problem: str
) -> None:
    answer = await towns[0].http.put(PATH, json=body)
    assert (answer.status_code, answer.json()["type"]) == (422, f"/problems/{problem}")
    assert towns[0].desk.clock() == LOADED


async def test_every_page_says_which_day_it_is(towns: list[Service]) -> None:
    await towns[0].http.put(PATH, json={"at": CHRISTMAS.isoformat(), "speed": 0})
    for path in PAGES:
        page = await towns[0].http.get(path)
        assert "2026年12月25日星期五 09:00" in page.text, path


async def test_without_a_town_there_is_no_such_clock(database_url: str, tmp_path: Path) -> None:
    async with served(database_url, tmp_path) as office:
        assert (await office.http.get(PATH)).status_code == 404
        assert (await office.http.put(PATH, json={"speed": 2})).status_code == 404
        assert "演示环境" not in (await office.http.get("/")).text


async def test_a_town_goes_on_where_it_stopped(database_url: str) -> None:
    name_town(database_url)
    stored = StoredClock(database_url, TownClock())
    await stored.begin(LOADED, CHRISTMAS, 3600)
    await stored.set(None, 0)
    stopped = stored.now

    again = StoredClock(database_url, TownClock())
    with pytest.raises(OutOfRange):
        await again.begin(LOADED, CHRISTMAS - timedelta(days=1), None)
    await again.begin(LOADED, None, None)
    assert again.now == stopped >= CHRISTMAS
    await again.set(LAST_INSTANT, None)
    assert again.now == LAST_INSTANT


def test_a_store_names_its_clock_once(database_url: str) -> None:
    assert clock_of(database_url, IN_EARNEST) is clock_of(database_url, DEMO) is wall_clock
    with pytest.raises(OtherClock, match="wall clock"):
        name_town(database_url)


def test_the_store_of_a_town_serves_a_demo_only(database_url: str) -> None:
    name_town(database_url)
    name_town(database_url)
    with pytest.raises(OtherClock, match="CHEGUAN_DEMO"):
        clock_of(database_url, IN_EARNEST)
    followed = clock_of(database_url, DEMO)
    assert isinstance(followed, TownClock)
    assert followed() == BEGINS


async def _until(town: Service, instant: datetime) -> None:
    async def has_come() -> bool:
        return town.desk.clock() >= instant

    await until(has_come, 5)
