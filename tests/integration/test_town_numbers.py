"""People of the town choose plate numbers online, and register their vehicles with them."""

from collections import Counter
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from itertools import islice
from typing import Final, NamedTuple
from uuid import UUID

import pytest
import pytest_asyncio

from cheguan.town.fates import Fate
from cheguan.town.life import Life
from cheguan.town.mix import SERVICES
from cheguan.town.plans import plan
from cheguan.town.story import tell
from cheguan.town.town import Town
from domain.aggregates import CODEC
from domain.bans.ban import BAN
from domain.bans.state import BanGround
from domain.case.case import CASE
from domain.case.deadlines.timers import timer
from domain.case.reservation.events import NumberConfirmed, NumbersOffered
from domain.case.stage import Stage
from domain.case.state import Case
from domain.door.refusals import NotFound
from domain.draws.verification import verified
from domain.event_store.connection import connect
from domain.numbers.number import NUMBER
from domain.numbers.stage import NumberStage
from domain.offices.tree import REGIONS
from domain.services.archetype import Archetype
from domain.services.catalogue import EVERY_SERVICE
from domain.services.window.facts import WindowFacts
from domain.vehicles.vehicle import VEHICLE
from projections.draws.publication import publication
from projections.throughput import measures
from projections.throughput.lines import summed
from projections.throughput.queries import throughput
from projections.throughput.spans import DayRange
from tests.conftest import fresh_database
from tests.kit.projected import project
from tests.kit.taken_in import READER
from tests.kit.towns import open_town
from workers.concerned import CONCERNED
from workers.reactor import Reactor
from workers.timekeeper import pass_deadlines

pytestmark = pytest.mark.asyncio(loop_scope="module")

CHOOSES: Final = tuple(
    code for code in SERVICES if EVERY_SERVICE[code].archetype is Archetype.RESERVATION
)
OF_EACH: Final = 6
FATES: Final = (Fate.STRAIGHT, Fate.NEVER_CHOSEN, Fate.NEVER_COLLECTED, Fate.REFUSED)
FIRST, LAST = date(2020, 2, 3), date(2020, 2, 24)


class Chosen(NamedTuple):
    """How a life was to go, the case in which a number was chosen, and the life in the end."""

    service: str
    fate: Fate
    case: UUID
    life: Life


class Told(NamedTuple):
    town: Town
    chosen: list[Chosen]

    async def of(self, fate: Fate) -> list[tuple[Chosen, Case]]:
        return [
            (each, (await self.town.case(each.case)).state)
            for each in self.chosen
            if each.fate is fate
        ]


def lives() -> list[Life]:
    plans = [plan(7, number) for number in range(60_000)]
    found = (
        islice((p for p in plans if (p.service, p.fate) == (code, fate)), OF_EACH)
        for code in CHOOSES
        for fate in FATES
    )
    return [Life(each, each.owner) for some in found for each in some]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def told(postgres_server: str, migrated_template: str) -> AsyncIterator[Told]:
    with fresh_database(postgres_server, migrated_template) as url:
        async with open_town(url) as town:
            people = lives()
            plans = {life.plan.number: life.plan for life in people}
            began: dict[int, UUID] = {}

            def note(done: int, of: int) -> None:
                for life in people:
                    if life.case:
                        began.setdefault(life.plan.number, life.case)

            assert await tell(town, people, until=None, progress=note) == {}
            await let_time_pass(town)
            chosen = [
                Chosen(plans[n].service, plans[n].fate, began[n], life)
                for n, life in ((life.plan.number, life) for life in people)
            ]
            yield Told(town, chosen)


async def let_time_pass(town: Town) -> None:
    """What is left to the reactor follows, and the deadlines pass that lie behind."""
    await project(town.url)
    following = Reactor(town.url, CODEC, town.door, CONCERNED)
    await following.catch_up()
    await following.close()
    await project(town.url)
    connection = await connect(town.url)
    try:
        await pass_deadlines(connection, CODEC, town.door, town.clock())
    finally:
        await connection.close()
    await project(town.url)


async def number_of(town: Town, case: Case) -> NumberStage:
    assert case.choosing
    assert case.choosing.number
    return (await town.door.open(NUMBER, case.choosing.number, READER))[0].state.stage


async def test_each_service_that_chooses_a_number_is_open_and_its_people_have_every_fate(
    told: Told,
) -> None:
    assert {"new_vehicle_preselect", "used_vehicle_preselect"} <= set(CHOOSES)
    counted = Counter((each.service, each.fate) for each in told.chosen)
    assert counted == {(code, fate): OF_EACH for code in CHOOSES for fate in FATES}


async def test_whoever_registers_his_vehicle_has_the_number_in_use_on_it(told: Told) -> None:
    for chosen, case in await told.of(Fate.STRAIGHT):
        assert case.stage is Stage.COMPLETED
        assert await number_of(told.town, case) is NumberStage.IN_USE
        _, history = await told.town.door.open(CASE, chosen.case, READER)
        (confirmed,) = (
            each.envelope.event
            for each in history
            if isinstance(each.envelope.event, NumberConfirmed)
        )
        assert confirmed.registration == chosen.life.case
        registration = (await told.town.case(confirmed.registration)).state
        assert registration.stage is Stage.COMPLETED
        assert isinstance(registration.facts, WindowFacts)
        assert registration.vehicle == case.vehicle
        assert case.vehicle
        assert registration.registrant
        vehicle = (await told.town.door.open(VEHICLE, case.vehicle, READER))[0].state
        assert vehicle.record.plate_no == registration.registrant.plate_no
        assert case.choosing
        assert vehicle.record.plate_kind == case.choosing.plate_kind


async def test_a_session_in_which_nothing_is_chosen_lapses_and_bars_nobody(told: Told) -> None:
    for _, case in await told.of(Fate.NEVER_CHOSEN):
        assert case.stage is Stage.LAPSED
        assert case.choosing
        assert case.choosing.number is None
        with pytest.raises(NotFound):
            await told.town.door.open(BAN, case.choosing.ban, READER)


@pytest.mark.requirement("R33")
async def test_whoever_never_comes_keeps_his_number_while_the_relief_runs_or_the_window_is_closed(
    told: Told,
) -> None:
    for _, case in await told.of(Fate.NEVER_COLLECTED):
        assert case.stage is Stage.NUMBER_RESERVED
        assert timer(case) is None
        assert await number_of(told.town, case) is NumberStage.RESERVED


async def test_what_differs_from_the_originals_frees_the_number_and_bars_its_owner(
    told: Told,
) -> None:
    for _, case in await told.of(Fate.REFUSED):
        assert case.stage is Stage.REFUSED
        assert await number_of(told.town, case) is NumberStage.FREE
        assert case.choosing
        ban = (await told.town.door.open(BAN, case.choosing.ban, READER))[0].state
        assert ban.ground is BanGround.RESERVATION_VOIDED


async def test_some_compose_their_number_and_some_look_at_further_ones(told: Told) -> None:
    batches = []
    for chosen in told.chosen:
        _, history = await told.town.door.open(CASE, chosen.case, READER)
        batches.append(sum(isinstance(each.envelope.event, NumbersOffered) for each in history))
    composed = [
        n
        for each, n in zip(told.chosen, batches, strict=True)
        if each.service == "new_vehicle_preselect" and each.fate is not Fate.NEVER_CHOSEN
    ]
    assert min(composed) == 0
    assert max(batches) > 1


async def test_the_statistics_tell_how_many_numbers_were_confirmed_and_how_many_lapsed(
    told: Told,
) -> None:
    connection = await connect(told.town.url)
    try:
        lines = await throughput(connection, DayRange(FIRST, LAST), ["service"])
    finally:
        await connection.close()
    (line,) = summed([each for each in lines if each.key["service"] in CHOOSES], ()).values()
    reserved = [each for each in told.chosen if each.fate is not Fate.NEVER_CHOSEN]
    confirmed = [each for each in reserved if each.fate is Fate.STRAIGHT]
    assert line.counts[measures.NUMBER_RESERVED] == len(reserved)
    assert line.counts[measures.RESERVED_CONFIRMED] == len(confirmed)
    assert line.counts[measures.RESERVED_LAPSED] == 0


async def test_every_batch_of_the_story_follows_from_a_seed_that_was_committed_to_in_time(
    told: Told,
) -> None:
    made_at = datetime(2020, 6, 1, tzinfo=UTC)
    connection = await connect(told.town.url)
    try:
        file = await publication(connection, FIRST, LAST, sorted(REGIONS), made_at)
    finally:
        await connection.close()
    found = verified(iter(file.splitlines(keepends=True)), None)
    assert list(found.differences) == []
    assert list(found.late) == []
    assert found.batches > 20
