"""Three cities of the town keep a register of what they put right."""

import pytest

from cheguan.town.clock import LOADED
from domain.event_store.transaction import Connection
from projections.improvements.queries import ImprovementsStand, improvements_by_region
from tests.kit.projected import project
from tests.kit.towns import open_town, told


@pytest.mark.requirement("R16")
async def test_the_story_enters_moves_and_closes(database_url: str, connection: Connection) -> None:
    async with open_town(database_url) as town:
        await told(town, 1, until=LOADED)
    await project(database_url)
    assert await improvements_by_region(connection) == {
        "410100": ImprovementsStand(open=0, overdue=0, closed=1),
        "410300": ImprovementsStand(open=1, overdue=0, closed=0),
        "411300": ImprovementsStand(open=1, overdue=0, closed=0),
    }
