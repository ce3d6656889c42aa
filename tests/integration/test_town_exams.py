"""Learners of the town book examinations in January, and the epidemic comes between."""

from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from cheguan.town.acts import next_act
from cheguan.town.cities import CITIES
from cheguan.town.exam_bookings import ExamBookings, announce
from cheguan.town.exams import CAPACITY, slot_of_learner, steps
from cheguan.town.fates import Fate
from cheguan.town.life import Life
from cheguan.town.numbering import LEARNER_SERVICE, LIVE, learner, of_so_many
from cheguan.town.openings import decrees
from cheguan.town.pace import LivePace
from cheguan.town.plans import plan
from cheguan.town.reliefs import announcements
from cheguan.town.story import load
from cheguan.town.town import Town
from domain.case.stage import Stage
from domain.event_store.transaction import Connection
from domain.prefectures.state import stream_of
from domain.reliefs.effect import OF_THE_PROVINCE
from tests.kit.projected import project
from tests.kit.towns import cases_that, open_town

LEARNERS = [number for number in of_so_many(0) if learner(number) is not None]


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    async with open_town(database_url) as made:
        yield made


async def standings(connection: Connection) -> Counter[tuple[str, str]]:
    """How many bookings stand how, by the day of their examination."""
    cursor = await connection.execute("SELECT exam_on, standing FROM projections.examinations")
    return Counter((day.isoformat(), standing) for day, standing in await cursor.fetchall())


@pytest.mark.requirement("R28")
@pytest.mark.requirement("R29")
async def test_examinations_are_held_in_january_and_cancelled_without_an_attempt_in_february(
    town: Town, connection: Connection
) -> None:
    assert await load(town, LEARNERS, until=None, progress=lambda done, of: None) == {}
    await project(town.url)
    assert await cases_that(connection, "open") == 0
    found = await standings(connection)
    by_day = {
        day: {standing: n for (of, standing), n in found.items() if of == day}
        for day in sorted({day for day, _ in found})
    }
    sat = {"passed", "failed", "absent"}
    for held in ("2020-01-16", "2020-01-20"):
        assert by_day[held].keys() <= sat | {"not_placed", "cancelled_own"}
        assert by_day[held].keys() >= {"passed", "failed"}
    for cancelled in ("2020-02-13", "2020-02-25"):
        assert not by_day[cancelled].keys() & sat
        assert by_day[cancelled]["cancelled_epidemic"] > 0
    cursor = await connection.execute(
        "SELECT count(*) FILTER (WHERE topic = 'ExamSat'),"
        " count(*) FILTER (WHERE topic IN ('ExamResultRecorded', 'ExamineeAbsent'))"
        " FROM stored_events"
    )
    attempts, ended = (await cursor.fetchall())[0]
    assert attempts == ended == sum(n for (_, how), n in found.items() if how in sat)


async def test_nobody_has_a_place_beyond_those_of_an_examination(
    town: Town, connection: Connection
) -> None:
    await load(town, LEARNERS, until=None, progress=lambda done, of: None)
    await project(town.url)
    cursor = await connection.execute(
        "SELECT stage, applicants, placed, capacity FROM projections.exam_plans"
    )
    plans = await cursor.fetchall()
    assert len(plans) == len({slot_of_learner(n) for n in range(len(LEARNERS))})
    assert {stage for stage, *_ in plans} == {"ranked", "cancelled"}
    ranked = [(n, placed) for stage, n, placed, _ in plans if stage == "ranked"]
    assert all(placed == min(n, CAPACITY) for n, placed in ranked)
    assert any(n > CAPACITY for n, _ in ranked)


async def test_what_the_door_has_forgotten_in_a_long_story_is_looked_up(town: Town) -> None:
    bookings = ExamBookings(town)
    for step in steps():
        await bookings.take(step)
        town.door.forget(step.plan)
    for relief in announcements():
        await town.announce(relief)
        town.door.forget(OF_THE_PROVINCE[1])
    for decree in decrees():
        await town.decree(decree)
        town.door.forget(stream_of(decree.region))
    assert all([await town.decided(each.region) for each in decrees()])


@pytest.mark.requirement("R28")
async def test_learners_cancel_for_the_epidemic_themselves_once_it_is_announced(
    town: Town, connection: Connection
) -> None:
    await load(town, LEARNERS, until=None, progress=lambda done, of: None)
    cursor = await connection.execute(
        "SELECT said->'event'->>'by_site', said->'by'->>'role', min(said->>'at'), count(*)"
        " FROM (SELECT topic, convert_from(state, 'UTF8')::jsonb FROM stored_events)"
        " AS stored(topic, said)"
        " WHERE topic = 'ExamBookingCancelled' AND said->'event'->>'reason' = 'epidemic'"
        " GROUP BY 1, 2"
    )
    found = {role: (by_site, first, n) for by_site, role, first, n in await cursor.fetchall()}
    assert found.keys() == {"applicant", "system"}
    assert found["applicant"][1] >= "2020-02-23T02:00"
    assert found["system"][1] < found["applicant"][1]


async def test_once_a_site_has_reopened_the_living_town_announces_and_books_there(
    town: Town,
) -> None:
    now = datetime(2020, 4, 1, 2, tzinfo=UTC)
    for decree in decrees():
        if decree.at <= now:
            await town.decree(decree)
    town.clock.run(now)
    luoyang, zhengzhou = CITIES["410300"], CITIES["410100"]
    for city in (luoyang, zhengzhou, luoyang):
        await announce(town, city)
    booked = replace(plan(7, LIVE), service=LEARNER_SERVICE, city=luoyang, fate=Fate.STRAIGHT)
    closed = replace(booked, number=LIVE + 1, owner="town-7-x", city=zhengzhou)
    lives = [Life(each, each.owner) for each in (booked, closed)]
    for life in lives:
        await town.apply(life, now)
        assert life.case
        while (opened := await town.case(life.case)).state.stage is Stage.SUBMITTED:
            act = next_act(life, opened.state, now, LivePace())
            assert act
            await town.act(life, act, opened.version)
    first, second = [(await town.case(life.case)).state for life in lives if life.case]
    assert first.booking
    assert first.booking.exam_on == date(2020, 4, 21)
    assert (second.booking, second.stage) == (None, Stage.LAPSED)
