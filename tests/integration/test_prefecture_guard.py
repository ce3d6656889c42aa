"""No case is promised at a window that closed a moment before: the decision guards what it read."""

import asyncio
from collections.abc import AsyncIterator
from itertools import count

import pytest

from domain.case.case import CASE
from domain.case.refusals import PickupOfficeClosed
from domain.case_id import new_case_id
from domain.door.door import Begun
from domain.people import Actor, Role
from domain.prefectures.commands import ClassifyPrefecture, SuspendWindows
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.services.facts import AtCounter
from tests.kit.life import MORNING, submission
from tests.kit.offices import CITIZEN, OpenOffice, asked, open_office
from tests.kit.prefectures import class_one_opens

ZHENGZHOU = "410100"
STREAM = stream_of(ZHENGZHOU)
HQ = Actor(Role.HQ, "headquarters")
TODAY = MORNING.date()
SUSPEND = SuspendWindows(effective_on=TODAY)


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[OpenOffice]:
    async with open_office(database_url) as office:
        for command, by in class_one_opens(ZHENGZHOU, TODAY):
            await office.door.handle(PREFECTURE, STREAM, command, asked(command, by))
        yield office


async def to_collect(office: OpenOffice, number: int) -> int:
    """The position of a case that is promised at the counter."""
    command = submission("plate_reissue", number, TODAY, delivery=AtCounter(ZHENGZHOU), pays=None)
    begun = Begun(new_case_id(), command, asked(command, CITIZEN))
    (prepared,) = office.door.prepare(CASE, [begun])
    return (await office.door.begin(CASE, begun, prepared)).position


async def until_refused(office: OpenOffice, client: int) -> list[int]:
    """The positions of the cases that one client was promised."""
    promised = []
    for attempt in count():
        try:
            promised.append(await to_collect(office, client * 1000 + attempt))
        except PickupOfficeClosed:
            break
    return promised


async def test_what_is_remembered_of_a_prefecture_is_guarded(
    office: OpenOffice, database_url: str
) -> None:
    await to_collect(office, 1)
    assert office.door.recent(STREAM)
    async with open_office(database_url) as other:
        await other.door.handle(PREFECTURE, STREAM, SUSPEND, asked(SUSPEND, HQ))
    with pytest.raises(PickupOfficeClosed):
        await to_collect(office, 2)


@pytest.mark.requirement("R03")
async def test_of_two_hundred_nobody_is_promised_a_counter_after_it_has_closed(
    office: OpenOffice, database_url: str
) -> None:
    """Each goes on choosing until he is refused, while another process closes the office."""
    clients = [asyncio.create_task(until_refused(office, number)) for number in range(200)]
    async with open_office(database_url) as other:
        closed = await other.door.handle(PREFECTURE, STREAM, SUSPEND, asked(SUSPEND, HQ))
    promised = [position for told in await asyncio.gather(*clients) for position in told]
    assert promised, "somebody was promised the counter before"
    assert all(position < closed.position for position in promised)


async def test_a_decision_begins_the_stream_of_its_prefecture_once(office: OpenOffice) -> None:
    command = ClassifyPrefecture(region="410300", region_class=2)
    stream = stream_of("410300")
    first, second = await asyncio.gather(
        *(office.door.handle(PREFECTURE, stream, command, asked(command, HQ)) for _ in range(2))
    )
    assert {first.version, second.version} == {1}
    history = await office.store.load(stream)
    assert [recorded.version for recorded in history] == [1]
