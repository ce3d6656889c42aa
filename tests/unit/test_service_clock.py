"""What the clock of a town shows, whatever it is set to."""

from datetime import UTC, datetime, timedelta

import pytest

from api.pages.kit.banner import banner
from cheguan.town.clock import TownClock
from cheguan.town.instants import beijing_time
from domain.event_store.service_clock import FASTEST, LAST_INSTANT, ClockSetting

WALL = datetime(2026, 11, 29, 10, tzinfo=UTC)
NEW_YEAR = datetime(2026, 12, 31, 16, 30, tzinfo=UTC)


@pytest.mark.parametrize(("speed", "passed"), [(0, 0), (1, 60), (60, 3600), (0.5, 30)])
def test_the_clock_runs_at_its_speed(speed: float, passed: int) -> None:
    setting = ClockSetting(NEW_YEAR, WALL, speed)
    assert setting.shows(WALL + timedelta(minutes=1)) == NEW_YEAR + timedelta(seconds=passed)


def test_a_wall_clock_that_is_set_back_does_not_set_the_town_back() -> None:
    assert ClockSetting(NEW_YEAR, WALL, 60).shows(WALL - timedelta(days=1)) == NEW_YEAR


def test_the_clock_stands_still_at_its_last_instant() -> None:
    setting = ClockSetting(NEW_YEAR, WALL, FASTEST)
    assert setting.shows(WALL + timedelta(days=365_000)) == LAST_INSTANT
    assert ClockSetting(LAST_INSTANT, WALL, 1).shows(WALL) == LAST_INSTANT


def test_a_process_goes_on_from_what_it_was_told() -> None:
    seconds = iter([5.0, 5.0, 15.0])
    clock = TownClock(lambda: next(seconds))
    clock.run(NEW_YEAR, 3600)
    assert clock() == NEW_YEAR
    assert clock() == NEW_YEAR + timedelta(hours=10)


@pytest.mark.parametrize(
    ("typed", "instant"),
    [
        ("2027-01-01", datetime(2026, 12, 31, 16, tzinfo=UTC)),
        ("2027-01-01T00:30", NEW_YEAR),
        ("2026-12-31T16:30:00+00:00", NEW_YEAR),
        ("2026-12-31T16:30:00Z", NEW_YEAR),
    ],
)
def test_an_instant_without_a_zone_is_beijing_time(typed: str, instant: datetime) -> None:
    assert beijing_time(typed) == instant


class _Standing:
    """A clock that stands at one instant."""

    def __init__(self, speed: float) -> None:
        self.now, self.speed = NEW_YEAR, speed

    async def set(self, at: datetime | None, speed: float | None) -> None:
        raise NotImplementedError


def test_the_banner_says_day_and_pace_in_both_languages() -> None:
    assert banner(None, "zh") is None
    assert banner(_Standing(1), "zh") == (
        "演示环境：小镇时间为2027年1月1日星期五 00:30。人员、车辆和案件均为虚构。"
    )
    assert "实际的 3,600 倍" in str(banner(_Standing(3600), "zh"))
    assert "时钟已暂停" in str(banner(_Standing(0), "zh"))
    english = banner(_Standing(60), "en")
    assert english is not None
    assert english.startswith("Demonstration: in the town it is Friday 1 January 2027, 00:30")
    assert "60 times as fast" in english
    assert "stands still" in str(banner(_Standing(0), "en"))
