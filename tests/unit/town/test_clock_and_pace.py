"""Time in the town."""

import asyncio
from datetime import UTC, datetime, timedelta, tzinfo
from random import Random

import pytest

from cheguan.town.clock import BEGINS, LOADED, TownClock
from cheguan.town.pace import CLOSES, OPENS, LivePace, StoryPace
from domain.calendar import OFFICE_ZONE

FRIDAY_LATE = datetime(2020, 2, 14, 17, 0, tzinfo=OFFICE_ZONE)
NIGHT = datetime(2020, 2, 15, 1, 30, tzinfo=OFFICE_ZONE)


@pytest.fixture
def pace() -> StoryPace:
    return StoryPace(Random(7))


async def test_each_act_has_its_own_now_while_the_story_is_told() -> None:
    clock = TownClock()
    both = asyncio.Barrier(2)

    async def acts_at(instant: datetime) -> datetime:
        clock.act_at(instant)
        await both.wait()
        return clock()

    one, other = BEGINS + timedelta(days=1), BEGINS + timedelta(days=2)
    assert list(await asyncio.gather(acts_at(one), acts_at(other))) == [one, other]
    assert clock() == other


def test_before_anyone_acts_it_is_the_beginning() -> None:
    assert TownClock()() == BEGINS


def test_a_live_clock_runs_from_nine_in_the_morning() -> None:
    seconds = iter([100.0, 100.0, 161.5])
    clock = TownClock(lambda: next(seconds))
    clock.run()
    assert clock() == LOADED
    assert clock() == LOADED + timedelta(seconds=61.5)


def test_a_live_clock_heeds_no_act() -> None:
    clock = TownClock(lambda: 0.0)
    clock.run(LOADED + timedelta(days=1))
    clock.act_at(BEGINS)
    assert clock() == LOADED + timedelta(days=1)


def test_officers_work_in_office_hours_on_working_days(pace: StoryPace) -> None:
    for most in (30, 300, 3000):
        for _ in range(100):
            at = pace.office(FRIDAY_LATE, 1, most).astimezone(OFFICE_ZONE)
            assert OPENS <= at.time() <= CLOSES
            assert at.weekday() < 5


def test_office_minutes_are_counted_across_the_weekend(pace: StoryPace) -> None:
    at = pace.office(FRIDAY_LATE, 90, 90)
    assert at == datetime(2020, 2, 17, 9, 30, tzinfo=OFFICE_ZONE)


def test_the_post_works_every_day_by_daylight(pace: StoryPace) -> None:
    for _ in range(100):
        at = pace.post(NIGHT, 0, 40).astimezone(OFFICE_ZONE)
        assert 7 <= at.hour < 21
        assert at > NIGHT


def test_a_citizen_answers_later_than_asked(pace: StoryPace) -> None:
    assert all(pace.citizen(NIGHT, 0, 70) >= NIGHT for _ in range(100))


def test_live_nobody_waits_but_for_a_day_to_come() -> None:
    live, tomorrow = LivePace(), LOADED + timedelta(days=1)
    assert live.office(LOADED, 10, 300) == live.post(LOADED, 1, 2) == LOADED
    assert live.not_before(LOADED, tomorrow) == tomorrow


@pytest.mark.parametrize("zone", [UTC, OFFICE_ZONE])
def test_an_instant_keeps_its_zone(pace: StoryPace, zone: tzinfo) -> None:
    at = LOADED.astimezone(zone)
    assert pace.office(at, 1, 60).tzinfo is pace.post(at, 1, 60).tzinfo is zone
