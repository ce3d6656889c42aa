"""A relief over a real store: every term of a citizen that it names moves once, and none lapses."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final
from uuid import UUID

import pytest

from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.case.deadlines.events import DeadlineExtended
from domain.case.intake.commands import RequestCorrection
from domain.case.intake.events import CorrectionExpired, CorrectionRequested, Defect
from domain.case.intake.reasons import DefectCode
from domain.case.state import Case
from domain.clocks.clock import Clock
from domain.event_store.transaction import Connection
from domain.message import Command
from domain.offices.tree import PROVINCE
from domain.people import Actor, Role
from domain.reliefs.commands import AnnounceRelief, EndRelief
from domain.reliefs.kind import ReliefBody, ReliefMode
from domain.reliefs.reliefs import RELIEFS
from domain.reliefs.state import reliefs_of
from tests.kit.life import CLERK
from tests.kit.offices import OpenOffice, asked, open_office
from tests.kit.payment import events_of, reacting, set_back
from tests.kit.projected import project
from workers import timekeeper

HQ: Final = Actor(Role.HQ, "headquarters")
ASK: Final = RequestCorrection(defects=(Defect("id_front", DefectCode.UNREADABLE),))
BY_LAW: Final = date(2020, 3, 23)
ONE: Final = [DeadlineExtended.__name__]


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[OpenOffice]:
    async with open_office(database_url) as opened:
        yield opened


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 4, tzinfo=UTC)


async def _to_correct(office: OpenOffice, first: int, last: int) -> Sequence[UUID]:
    cases = [(await office.submit(number=number)).stream for number in range(first, last)]
    for case in cases:
        await office.do(case, CLERK, ASK)
    return cases


async def _announce(office: OpenOffice, **changes: Any) -> int:
    said: dict[str, Any] = {
        "mode": ReliefMode.SUSPEND,
        "clocks": (Clock.CORRECTION_REPLY, Clock.PICKUP_HOLD),
        "first": date(2020, 3, 9),
        "body": ReliefBody.HEADQUARTERS,
        "text": "疫情防控期间，补正材料、领取牌证的期限中止计算。",
    }
    return await _decide(office, AnnounceRelief(**{**said, **changes}))


async def _decide(office: OpenOffice, command: Command) -> int:
    given = asked(command, HQ)
    return (await office.door.handle(RELIEFS, reliefs_of(PROVINCE), command, given)).position


async def _told(office: OpenOffice, case: UUID) -> list[str]:
    """What has happened since the correction was asked for."""
    names = await events_of(office, case)
    return names[names.index(CorrectionRequested.__name__) + 1 :]


async def _case(office: OpenOffice, case: UUID) -> Case:
    return (await office.door.open(CASE, case, HQ))[0].state


async def _react_killed_on_the_way(office: OpenOffice, url: str, connection: Connection) -> None:
    await project(url)
    async with reacting(url, office) as following:
        await following.step()
        await following.settle()
        await set_back(connection)
    async with reacting(url, office) as again:
        await again.catch_up()


@pytest.mark.requirement("R31")
async def test_a_relief_reaches_every_open_case_and_every_later_one_once(
    office: OpenOffice,
    database_url: str,
    connection: Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("workers.reactions.slices.PAGE", 4)
    waiting = await _to_correct(office, 1, 10)
    other = (await office.submit(number=20)).stream
    before = await events_of(office, other)
    await _announce(office)
    await _react_killed_on_the_way(office, database_url, connection)
    later = await _to_correct(office, 30, 33)
    await _react_killed_on_the_way(office, database_url, connection)
    for case in [*waiting, *later]:
        assert await _told(office, case) == ONE
        assert (await _case(office, case)).deadline is not None
    assert await events_of(office, other) == before
    office.now = _noon(date(2020, 6, 1))
    await project(database_url)
    assert await timekeeper.pass_deadlines(connection, CODEC, office.door, office.now) > 0
    assert await _told(office, waiting[0]) == ONE


async def test_when_the_relief_ends_each_case_gets_its_day_once_and_lapses_after_it(
    office: OpenOffice, database_url: str, connection: Connection
) -> None:
    waiting = await _to_correct(office, 1, 6)
    await _announce(office)
    await _react_killed_on_the_way(office, database_url, connection)
    office.now = _noon(date(2020, 4, 27))
    await _decide(office, EndRelief(relief="relief-1", last=date(2020, 4, 30)))
    await _react_killed_on_the_way(office, database_url, connection)
    for case in waiting:
        assert await _told(office, case) == ONE * 2
        deadline = (await _case(office, case)).deadline
        assert deadline is not None
        assert deadline.under is not None
        assert (deadline.under.by_law, deadline.on) == (BY_LAW, date(2020, 6, 1))
    for day, passed in ((date(2020, 6, 1), 0), (date(2020, 6, 2), len(waiting))):
        office.now = _noon(day)
        await project(database_url)
        done = await timekeeper.pass_deadlines(connection, CODEC, office.door, office.now)
        assert done == passed
    assert await _told(office, waiting[0]) == [*ONE * 2, CorrectionExpired.__name__]


@pytest.mark.requirement("R31")
@pytest.mark.parametrize("together", [True, False])
async def test_no_case_lapses_behind_the_announcement_however_close_the_timer_is(
    office: OpenOffice, database_url: str, connection: Connection, *, together: bool
) -> None:
    """Another process announces it, while this one still remembers that there is none.

    Together, either may come first for any of the cases.
    """
    waiting = await _to_correct(office, 1, 80)
    await project(database_url)
    office.now = _noon(date(2020, 3, 24))
    async with open_office(database_url) as headquarters:
        headquarters.now = office.now
        announcing = asyncio.create_task(_announce(headquarters))
        if not together:
            await announcing
        await timekeeper.pass_deadlines(connection, CODEC, office.door, office.now)
        announced = await announcing
    outcomes = [(await office.store.load(case))[-1] for case in waiting]
    lapsed = [each for each in outcomes if isinstance(each.event, CorrectionExpired)]
    assert all(each.position < announced for each in lapsed)
    moved = [each for each in outcomes if isinstance(each.event, DeadlineExtended)]
    assert len(lapsed) + len(moved) == len(waiting)
    assert together or not lapsed
    await _react_killed_on_the_way(office, database_url, connection)
    assert [(await office.store.load(case))[-1] for case in waiting] == outcomes
