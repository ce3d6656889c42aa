"""The town lives on over a real store: it serves whoever comes, and starts again."""

import asyncio
import json
from contextlib import suppress
from datetime import datetime, time
from uuid import UUID

import pytest
from msgspec.structs import replace

from cheguan.town.cities import CITIES
from cheguan.town.clock import LOADED
from cheguan.town.decrees_to_come import DecreesToCome
from cheguan.town.exam_bookings import announce
from cheguan.town.life import DrawNumbers, PickNumber
from cheguan.town.live import Live
from cheguan.town.openings import decided
from cheguan.town.reserved import chosen
from cheguan.town.sealed import sealed
from cheguan.town.town import Town
from domain.calendar import OFFICE_ZONE
from domain.case.case import CASE
from domain.case.intake.commands import RequestCorrection
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode
from domain.case.stage import Stage
from domain.case.state import Case
from domain.door.door import Begun
from domain.door.refusals import NotFound
from domain.event_store.transaction import Connection
from domain.identifiers import postal_item
from domain.offices.tree import ZHENGZHOU
from domain.people import Actor, Role
from domain.plans.plan import PLAN
from domain.plans.state import plan_of
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from domain.services.archetype import Route
from domain.services.catalogue import CATALOGUE, OPEN_SERVICES, WINDOW_SERVICES
from domain.services.form import Form
from domain.services.reader import read_form
from domain.services.slot import Slot
from tests.kit.exam_places import has_a_place
from tests.kit.offices import asked
from tests.kit.towns import EVERY_S, cases_that, living, open_town, told
from tests.kit.waiting import until

CASES = 60
_HANGS_S = 180
READER = Actor(Role.APPLICANT, "reader")
REGISTERS = datetime(2020, 6, 2, 10, tzinfo=OFFICE_ZONE)
"""Zhengzhou registers vehicles again."""
HQ = Actor(Role.HQ, "headquarters")


@pytest.mark.parametrize("service", list(OPEN_SERVICES))
async def test_an_example_that_somebody_posts_reaches_its_outcome(
    service: str, database_url: str, connection: Connection
) -> None:
    async with open_town(database_url) as town, living(town):
        slot = await asked_for(town, service)
        if examined := CATALOGUE[service].exam(example(service).facts()):
            await announce(town, CITIES[ZHENGZHOU])
        case = await posted(town, service)
        if examined:
            await until(lambda: stands_at(connection, case, Stage.ACCEPTED), within_s=_HANGS_S)
            await has_a_place(town, connection, case, examined)
        if slot:
            await until(lambda: stands_at(connection, case, Stage.ACCEPTED), within_s=_HANGS_S)
            begins = datetime.combine(slot.on, time(int(slot.period)), OFFICE_ZONE)
            town.clock.run(at=begins)
        if CATALOGUE[service].route is Route.RESERVATION:
            await chooses(town, case)
            town.clock.run(at=REGISTERS)
        await until(lambda: stands_at(connection, case, Stage.COMPLETED), within_s=_HANGS_S)
        opened, _ = await town.door.open(CASE, case, READER)
        if orders_changes(opened.state):
            await until(lambda: stands_in_the_register(connection, opened.state), within_s=_HANGS_S)
    if opened.state.item_no:
        assert postal_item.parse(opened.state.item_no).checked
    assert bool(opened.state.item_no) == (CATALOGUE[service].route is Route.DOCUMENT_BY_POST)


async def chooses(town: Town, case: UUID) -> None:
    """Whoever has not composed a number lets ten be drawn and takes one of them."""
    for wish in (DrawNumbers(), PickNumber()):
        opened = await town.case(case)
        if opened.state.stage is Stage.CHOOSING_NUMBER:
            named = await chosen(town.numbers, town.keyring, case, opened.state, wish)
            command = await sealed(town.keyring, case, opened.state, named)
            await town.door.handle(CASE, case, command, asked(command, READER))
    assert (await town.case(case)).state.stage is Stage.NUMBER_RESERVED


async def test_what_the_story_left_is_worked_off_beside_what_is_new(
    database_url: str, connection: Connection
) -> None:
    async with open_town(database_url) as town:
        left = await told(town, CASES, until=LOADED)
        async with living(town, *left.values()):
            await until(lambda: fewer_open(connection, len(left) // 2), within_s=_HANGS_S)


@pytest.mark.requirement("R11")
async def test_its_cities_go_on_step_by_step_while_it_lives(database_url: str) -> None:
    april = datetime(2020, 4, 1, 9, tzinfo=OFFICE_ZONE)
    async with open_town(database_url) as town:
        await told(town, CASES, until=LOADED)
        town.clock.run(at=april)
        for _ in range(2):
            await DecreesToCome().give(town)
        for code, expected in decided().items():
            opened, _ = await town.door.open(PREFECTURE, stream_of(code), HQ)
            assert opened.state.step_on(april.date()) is expected.step_on(april.date())
            own = opened.state.own(code, april.date())
            assert bool(own) is bool(expected.own(code, april.date()))


async def test_whoever_comes_to_an_open_window_is_taken_in_while_it_lives(
    database_url: str, connection: Connection
) -> None:
    taken = "owner LIKE 'clerk:%-clerk-_' AND stage = 'completed'"
    async with open_town(database_url) as town:
        await told(town, 1, until=LOADED)
        async with living(town):
            await until(lambda: at_least(connection, taken, 1), within_s=_HANGS_S)
    cursor = await connection.execute(
        "SELECT DISTINCT service FROM projections.caseload WHERE owner LIKE 'clerk:%'"
    )
    services = {row[0] for row in await cursor.fetchall()}
    assert services
    first_step = {"reissue_replace", "temp_plate"}
    assert {WINDOW_SERVICES[service].window for service in services} <= first_step


async def test_a_town_that_starts_again_finds_its_people_and_goes_on(
    database_url: str, connection: Connection
) -> None:
    for expected in (3, 6):
        async with open_town(database_url) as town, living(town):
            await until(lambda: have_applied(connection, expected), within_s=_HANGS_S)  # noqa: B023
    cursor = await connection.execute("SELECT owner FROM projections.caseload")
    owners = [row[0] for row in await cursor.fetchall()]
    assert len(set(owners)) == len(owners)


async def test_the_town_goes_on_when_its_connections_are_cut(
    database_url: str, connection: Connection
) -> None:
    async with open_town(database_url) as town:
        stop = asyncio.Event()
        town.clock.run()
        running = asyncio.create_task(Live(town, [], every_s=EVERY_S).run(stop))
        await until(lambda: submissions(connection, 2))
        await connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        await until(lambda: submissions(connection, 6))
        stop.set()
        await running


async def test_the_town_does_not_speak_for_strangers(
    database_url: str, connection: Connection
) -> None:
    clerk = Actor(Role.CLERK, "reader's clerk", "410100")
    defects = (Defect(where="id_front", code=DefectCode.UNREADABLE),)
    async with open_town(database_url) as town:
        case = await posted(town, "renewal_deferral")
        command = RequestCorrection(defects=defects)
        await town.door.handle(CASE, case, command, asked(command, clerk))
        async with living(town):
            await until(lambda: have_applied(connection, 6), within_s=_HANGS_S)
            opened, _ = await town.door.open(CASE, case, READER)
    assert opened.state.stage is Stage.CORRECTION_REQUESTED


async def asked_for(town: Town, service: str) -> Slot | None:
    """The time for which the example asks. The place announces it while the town lives."""
    slot = example(service).facts().slot
    if slot is not None:
        await until(lambda: is_announced(town, slot), within_s=_HANGS_S)
    return slot


async def is_announced(town: Town, slot: Slot) -> bool:
    stream = plan_of(slot.kind, slot.place, slot.on)
    town.door.forget(stream)
    with suppress(NotFound):
        opened, _ = await town.door.open(PLAN, stream, READER)
        return bool(opened.state.released(slot.period, town.clock()))
    return False


def example(service: str) -> Form:
    """The published example, as it is on the day of the loaded town."""
    body = json.dumps(CATALOGUE[service].example(LOADED.date())).encode()
    return read_form(body, today=LOADED.date())


async def posted(town: Town, service: str) -> UUID:
    """The published example, as a reader posts it who has proven that it is about himself."""
    case, command = await town.applications.prepare(example(service))
    proven = replace(asked(command, READER), id_indexes=frozenset({command.id_no_index}))
    await town.door.begin(CASE, Begun(case, command, proven))
    return case


def orders_changes(current: Case) -> bool:
    assert current.facts is not None
    return bool(CATALOGUE[current.service].change(current.facts, LOADED.date()))


async def stands_in_the_register(connection: Connection, current: Case) -> bool:
    """Whether something has happened to the vehicle or the licence since they were entered."""
    cursor = await connection.execute(
        "SELECT count(*) FROM stored_events WHERE originator_id = ANY(%s)"
        " AND topic NOT IN ('VehicleEntered', 'LicenceEntered')",
        ([each for each in (current.vehicle, current.licence) if each],),
    )
    return int((await cursor.fetchall())[0][0]) > 0


async def stands_at(connection: Connection, case: UUID, stage: Stage) -> bool:
    return await cases_that(connection, f"stream = '{case}' AND stage = '{stage}'") == 1


async def fewer_open(connection: Connection, limit: int) -> bool:
    submitted = await cases_that(connection, f"submitted_at < '{LOADED}'")
    return (
        submitted == CASES
        and await cases_that(connection, f"open AND submitted_at < '{LOADED}'") <= limit
    )


async def have_applied(connection: Connection, number: int) -> bool:
    return await cases_that(connection, "owner LIKE 'applicant:town-%'") >= number


async def at_least(connection: Connection, where: str, number: int) -> bool:
    return await cases_that(connection, where) >= number


async def submissions(connection: Connection, number: int) -> bool:
    cursor = await connection.execute(
        "SELECT count(*) FROM stored_events WHERE topic = 'CaseSubmitted'"
    )
    return int((await cursor.fetchall())[0][0]) >= number
