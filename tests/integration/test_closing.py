"""A prefecture closes its windows: whoever waits for one rests, and goes on when it opens."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from domain.calendar import start_of_day
from domain.case.grounds import Hold
from domain.case.overlays.commands import SetHold, TransferCase
from domain.case.overlays.events import CaseTransferred
from domain.event_store.transaction import Connection
from domain.offices.transfer_reason import TransferReason
from domain.prefectures.commands import TransferCasework
from tests.kit.closing import ZHENGZHOU, City, all_holds, city
from tests.kit.life import LEADER, MORNING

PAGE = 4
CLOSED, OPENED = "held by 410100-5", "released from 410100-5"
BRANCH = "410100.br1"
TODAY = MORNING.date()
LATER = TODAY + timedelta(days=3)


@pytest.fixture
async def place(
    database_url: str, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[City]:
    monkeypatch.setattr("workers.reactions.slices.PAGE", PAGE)
    async with city(database_url, connection) as opened:
        yield opened


async def test_every_case_is_held_once_and_released_once(place: City) -> None:
    cases = [await place.to_collect(number) for number in range(1, 2 * PAGE + 2)]
    posted = (await place.office.submit("plate_reissue", 100)).stream
    await place.close()
    await place.follow()
    await place.follow()
    assert await all_holds(place, cases) == [[CLOSED]] * len(cases)
    assert await place.holds(posted) == []
    await place.open()
    await place.follow()
    assert await all_holds(place, cases) == [[CLOSED, OPENED]] * len(cases)


async def test_a_reactor_that_is_killed_twice_holds_each_case_once(place: City) -> None:
    cases = [await place.to_collect(number) for number in range(1, 3 * PAGE + 1)]
    await place.follow()
    await place.close()
    for done in (PAGE, 2 * PAGE):
        await place.follow_one_step()
        assert (await place.stands()).done == done
    await place.connection.execute(
        "UPDATE reaction_position SET target = NULL, done = 0 WHERE cause IS NOT NULL"
    )
    await place.follow()
    assert await all_holds(place, cases) == [[CLOSED]] * len(cases)


async def test_a_case_under_another_hold_stays_held(place: City) -> None:
    case = await place.to_collect(1)
    for kind in (Hold.RELIEF, Hold.OFFICE_SUSPENDED):
        await place.office.do(case, LEADER, SetHold(kind=kind, basis="notice-7"))
    await place.close()
    await place.follow()
    await place.open()
    await place.follow()
    assert (await place.holds(case))[-2:] == [CLOSED, OPENED]
    assert (await place.state(case)).holds == {Hold.RELIEF, Hold.OFFICE_SUSPENDED}


async def test_a_decision_takes_effect_at_midnight_of_its_day_and_once(place: City) -> None:
    case = await place.to_collect(1)
    await place.close(on=LATER)
    await place.follow()
    place.office.now = start_of_day(LATER) - timedelta(seconds=1)
    assert await place.keep_time() == 0
    await place.follow()
    assert await place.holds(case) == []
    place.office.now += timedelta(seconds=1)
    assert await place.keep_time() == 1
    assert await place.keep_time() == 0
    await place.follow()
    assert await place.holds(case) == [CLOSED]


async def test_two_timekeepers_let_a_decision_take_effect_once(place: City) -> None:
    case = await place.to_collect(1)
    await place.close(on=LATER)
    await place.follow()
    place.office.now = start_of_day(LATER)
    await asyncio.gather(*(place.pass_effect() for _ in range(2)))
    await place.follow()
    assert await place.holds(case) == [CLOSED]


async def test_an_outlet_that_the_opening_does_not_name_goes_on_holding(place: City) -> None:
    at_the_office = await place.to_collect(1)
    at_a_branch = await place.to_collect(2, "410100.br1")
    await place.close()
    await place.follow()
    await place.open()
    await place.follow()
    assert await place.holds(at_the_office) == [CLOSED, OPENED]
    assert await place.holds(at_a_branch) == [CLOSED]
    await place.open("410100.br1")
    await place.follow()
    assert await place.holds(at_a_branch) == [CLOSED, OPENED]


async def test_all_cases_of_an_office_move_by_one_decision_and_once(place: City) -> None:
    cases = [await place.to_collect(number) for number in range(1, 2 * PAGE)]
    stays = await place.to_collect(100)
    there = TransferCase(to_office=BRANCH, reason=TransferReason.LOAD)
    await place.office.do(stays, LEADER, there)
    command = TransferCasework(
        from_office=ZHENGZHOU, to_office=BRANCH, reason=TransferReason.EQUIPMENT_FAULT
    )
    await place.decide(command)
    await place.follow()
    await place.follow()
    for case in cases:
        moves = [each for each in await place.events(case) if isinstance(each, CaseTransferred)]
        assert [(each.to_office, each.basis) for each in moves] == [(BRANCH, "410100-5")]
    moves = [each for each in await place.events(stays) if isinstance(each, CaseTransferred)]
    assert [each.basis for each in moves] == [None]
