"""The clerks of the living town come on shift, and whatever waits for its review gets one."""

from datetime import timedelta

import pytest

from cheguan.town import officers
from cheguan.town.clock import LOADED
from cheguan.town.shifts_kept import ShiftsKept
from domain.enquiry_desks.enquiry_desk import ENQUIRY_DESK
from domain.enquiry_desks.state import enquiry_desk_of
from domain.event_store.transaction import Connection
from domain.offices.tree import REGIONS
from domain.people import system
from projections.caseload.unassigned import in_hand, unassigned
from tests.kit.projected import project
from tests.kit.towns import open_town, told
from workers import case_handlers

CASES = 120


@pytest.mark.requirement("R15")
async def test_every_office_has_clerks_on_shift_who_answer_for_what_waits(
    database_url: str, connection: Connection
) -> None:
    async with open_town(database_url) as town:
        await told(town, CASES, until=LOADED)
        await project(database_url)
        waiting = await unassigned(connection, None, CASES)
        assert waiting
        shifts = ShiftsKept(every_s=0)
        town.clock.run(at=LOADED + timedelta(hours=1))
        for _ in (*REGIONS, *REGIONS):
            await shifts.give(town)
        for office in REGIONS:
            opened, _ = await town.door.open(ENQUIRY_DESK, enquiry_desk_of(office), system("test"))
            assert {each.handler for each in opened.state.shifts} == set(officers.clerks(office))
            assert opened.version == len(opened.state.shifts), "nobody came twice"
        given = await case_handlers.assign(connection, town.door, town.clock())
        assert given == len(waiting)
        await project(database_url)
        assert await unassigned(connection, None, CASES) == []
        for office in {each.office for each in waiting}:
            assert set(await in_hand(connection, office)) <= set(officers.clerks(office))


async def test_nobody_comes_on_shift_at_night(database_url: str) -> None:
    async with open_town(database_url) as town:
        town.clock.run(at=LOADED + timedelta(hours=12))
        shifts = ShiftsKept(every_s=0)
        for _ in REGIONS:
            await shifts.give(town)
        opened = town.door.recent(enquiry_desk_of(next(iter(REGIONS))))
        assert opened is None
