"""The living town keeps the halls of its open offices over a real store."""

from datetime import datetime, timedelta

import pytest

from cheguan.town.clock import LOADED
from cheguan.town.halls_kept import HallsKept
from domain.calendar import OFFICE_ZONE, local_day
from domain.event_store.transaction import Connection
from projections.halls.queries import halls_on
from tests.kit.projected import project
from tests.kit.towns import open_town, told

MORNING = datetime(2020, 3, 2, 8, 31, tzinfo=OFFICE_ZONE)
TIMES = 60


@pytest.mark.requirement("R22")
async def test_the_halls_of_open_offices_open_one_after_another(
    database_url: str, connection: Connection
) -> None:
    async with open_town(database_url) as town:
        await told(town, 1, until=LOADED + timedelta(days=8))
        town.clock.run(at=MORNING)
        halls = HallsKept(every_s=0)
        for _ in range(TIMES):
            await halls.give(town)
    await project(database_url)
    open_offices = ["410300", "410100", "410200.br1"]
    found = await halls_on(connection, local_day(MORNING), open_offices)
    assert "410300" in found
    assert found["410300"].stage == "open"
    assert "410100" not in found
