"""The town makes appointments: they are confirmed, put off, kept, missed, or lost to a closing."""

from collections.abc import AsyncIterator, Mapping
from typing import Final, NamedTuple

import pytest
import pytest_asyncio

from cheguan.town import numbering
from cheguan.town.fates import Fate, Plan
from cheguan.town.life import Life
from cheguan.town.numbering import of_the_announcement
from cheguan.town.plans import plan
from cheguan.town.story import tell
from cheguan.town.town import Town
from domain.case.appointment import events
from domain.case.case import CASE
from domain.case.stage import Stage
from domain.case.state import Case
from domain.event_store.connection import connect
from domain.message import Event
from domain.people import system
from tests.conftest import fresh_database
from tests.kit.projected import project
from tests.kit.towns import open_town

pytestmark = pytest.mark.asyncio(loop_scope="module")

SEED: Final = 7
NUMBERS: Final = [n for n in of_the_announcement(0.04) if numbering.by_appointment(n)]
ENDS: Final[Mapping[Fate, tuple[Stage, type[Event]]]] = {
    Fate.STRAIGHT: (Stage.COMPLETED, events.AppointmentAttended),
    Fate.PUT_OFF: (Stage.COMPLETED, events.AppointmentAttended),
    Fate.MISSED: (Stage.LAPSED, events.NoShowRecorded),
    Fate.WITHDRAWN: (Stage.WITHDRAWN, events.BookingCancelled),
}


class Made(NamedTuple):
    """An appointment of the town, as it was planned and as it ended."""

    plan: Plan
    state: Case
    history: tuple[Event, ...]

    def has(self, kind: type[Event]) -> bool:
        return any(isinstance(event, kind) for event in self.history)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def told(postgres_server: str, migrated_template: str) -> AsyncIterator[Town]:
    with fresh_database(postgres_server, migrated_template) as url:
        async with open_town(url, SEED) as town:
            yield town


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def made(told: Town) -> list[Made]:
    lives = [Life(drawn, drawn.owner) for drawn in (plan(SEED, number) for number in NUMBERS)]
    assert await tell(told, lives, until=None, progress=lambda done, of: None) == {}
    found = []
    for life in lives:
        assert life.case is not None
        opened, history = await told.door.open(CASE, life.case, system("test"))
        seen = tuple(each.envelope.event for each in history)
        found.append(Made(life.plan, opened.state, seen))
    return found


async def test_every_appointment_comes_to_its_own_end(made: list[Made]) -> None:
    kept = [each for each in made if not each.has(events.BookingCancelledByOffice)]
    assert {each.plan.fate for each in kept} == set(ENDS)
    for each in kept:
        stage, last = ENDS[each.plan.fate]
        assert (each.state.stage, each.has(last)) == (stage, True), each.plan
    put_off = [each for each in kept if each.has(events.BookingPostponed)]
    assert {each.plan.fate for each in put_off} == {Fate.PUT_OFF}


@pytest.mark.requirement("R05")
async def test_a_place_that_closes_sends_everybody_away_once_and_blames_nobody(
    made: list[Made],
) -> None:
    lost = [each for each in made if each.has(events.BookingCancelledByOffice)]
    assert lost
    for each in lost:
        assert each.state.stage is Stage.WITHDRAWN
        assert each.state.appointment is not None
        assert each.state.appointment.place.startswith("410100.")
        sent_away = [e for e in each.history if isinstance(e, events.BookingCancelledByOffice)]
        assert len(sent_away) == 1
        assert not each.has(events.NoShowRecorded)


async def test_no_shows_are_counted_and_nobody_else_is(told: Town, made: list[Made]) -> None:
    await project(told.url)
    connection = await connect(told.url)
    cursor = await connection.execute(
        "SELECT what, sum(value)::int FROM projections.appointments_figures GROUP BY what"
    )
    counted: dict[str, int] = dict(await cursor.fetchall())
    await connection.close()
    assert counted["missed"] == sum(each.has(events.NoShowRecorded) for each in made) > 0
    assert counted["kept"] == sum(each.has(events.AppointmentAttended) for each in made)
    assert counted["confirmed"] == counted["missed"] + counted["kept"]
    assert counted["sent_away"] == sum(each.has(events.BookingCancelledByOffice) for each in made)
