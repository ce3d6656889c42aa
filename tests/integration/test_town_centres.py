"""Every city of the town has a centre that works, and whoever waits is told for how long."""

from datetime import date, timedelta

import pytest

from api.centre_waits import CentreWaits
from cheguan.town.centres_kept import CentresKept
from cheguan.town.clock import LOADED
from domain.calendar import local_day
from domain.event_store.transaction import Connection
from domain.offices.tree import REGIONS
from projections.centres.figures import centre_lines
from projections.throughput.definitions.all_definitions import OF_CENTRES
from tests.kit.projected import project
from tests.kit.towns import open_town, told


@pytest.mark.requirement("R17")
async def test_the_story_keeps_every_centre_and_the_living_town_goes_on(
    database_url: str, connection: Connection
) -> None:
    today = local_day(LOADED)
    async with open_town(database_url) as town:
        await told(town, 1, until=LOADED)
        await project(database_url)
        waits = await CentreWaits().refresh(connection, today)
        assert set(waits.by_region) == set(REGIONS)
        assert all(each.capacity > 0 for each in waits.by_region.values())
        first = today - timedelta(21)
        rostered = await told_of(connection, "centre_officers_rostered", first, today)
        assert len(rostered) == len(REGIONS)
        assert all(rostered)
        assert sum(await told_of(connection, "equipment_down_hours", first, today)) > 0
        soon = today, today + timedelta(7)
        before = sum(await told_of(connection, "centre_officers_rostered", *soon))
        town.clock.run(at=LOADED + timedelta(days=1))
        centres = CentresKept(every_s=0)
        for _ in REGIONS:
            await centres.give(town)
    await project(database_url)
    assert sum(await told_of(connection, "centre_officers_rostered", *soon)) > before


async def told_of(connection: Connection, code: str, first: date, last: date) -> list[int]:
    """A figure of every centre."""
    lines = await centre_lines(connection, first, last, LOADED)
    told = [OF_CENTRES[code].of(line) for line in lines]
    return [each for each in told if isinstance(each, int)]
