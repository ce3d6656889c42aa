"""The town tells its story and lives on, over a real store."""

import asyncio
import json
from collections.abc import Iterator
from itertools import islice
from typing import Final
from uuid import UUID

import pytest
from rich.console import Console

from cheguan.town.applications import filled_in
from cheguan.town.clock import LOADED
from cheguan.town.fates import Fate
from cheguan.town.life import Life
from cheguan.town.live import Live
from cheguan.town.loading import tell
from cheguan.town.people import person
from cheguan.town.plans import applies_at, plan
from cheguan.town.summary import tables
from cheguan.town.town import Town
from domain.case.case import CASE
from domain.case.intake.commands import RequestCorrection
from domain.case.intake.events import Defect
from domain.case.intake.reasons import DefectCode
from domain.case.stage import Stage
from domain.door.door import Begun
from domain.event_store.transaction import Connection
from domain.identifiers import postal_item
from domain.people import Actor, Role
from domain.services.catalogue import CATALOGUE
from domain.services.reader import read_form
from tests.conftest import fresh_database
from tests.kit.offices import asked
from tests.kit.projected import project
from tests.kit.towns import EVERY_S, living, open_town, told
from tests.kit.waiting import until

ENDS: Final = {
    Fate.UNPAID: Stage.LAPSED,
    Fate.NEVER_CORRECTED: Stage.LAPSED,
    Fate.NOT_ACCEPTED: Stage.NOT_ACCEPTED,
    Fate.REFUSED: Stage.REFUSED,
    Fate.WITHDRAWN: Stage.WITHDRAWN,
    Fate.WITHDRAWAL_GRANTED: Stage.WITHDRAWN,
    Fate.NEVER_FETCHED: Stage.LAPSED,
}
"""Of the fates that do not end well."""
CASES = 60
READER = Actor(Role.APPLICANT, "reader")


@pytest.fixture
def second_database_url(postgres_server: str, migrated_template: str) -> Iterator[str]:
    with fresh_database(postgres_server, migrated_template) as url:
        yield url


async def printed(url: str) -> str:
    await project(url)
    console = Console(width=110, no_color=True)
    with console.capture() as capture:
        for table in await tables(url):
            console.print(table)
    return capture.get()


async def count(connection: Connection, where: str) -> int:
    cursor = await connection.execute(
        f"SELECT count(*) FROM projections.caseload WHERE {where}".encode()
    )
    return int((await cursor.fetchall())[0][0])


async def test_the_same_seed_tells_the_same_story(
    database_url: str, second_database_url: str
) -> None:
    summaries = []
    for url in (database_url, second_database_url):
        async with open_town(url) as town:
            assert await told(town, CASES) == {}
        summaries.append(await printed(url))
    assert summaries[0] == summaries[1]
    assert str(CASES) in summaries[0]


async def test_a_story_that_is_told_to_its_end_leaves_nothing_open(
    database_url: str, connection: Connection
) -> None:
    async with open_town(database_url) as town:
        await told(town, CASES)
    await project(database_url)
    assert await count(connection, "stage IS NOT NULL") == CASES
    assert await count(connection, "open") == 0


async def test_every_fate_comes_to_its_own_end(database_url: str, connection: Connection) -> None:
    lives = [life for fate in Fate for life in of_fate(fate, 3)]
    async with open_town(database_url) as town:
        assert await tell(town, lives, until=None, progress=lambda done, of: None) == {}
    await project(database_url)
    cursor = await connection.execute("SELECT stream, stage FROM projections.caseload")
    stages = {row[0]: row[1] for row in await cursor.fetchall()}
    ended = [(life.plan.fate, stages[life.case]) for life in lives]
    never_collected = {stage for fate, stage in ended if fate is Fate.NEVER_COLLECTED}
    ended = [end for end in ended if end[0] is not Fate.NEVER_COLLECTED]
    assert ended == [(fate, ENDS.get(fate, Stage.COMPLETED)) for fate, _ in ended]
    assert never_collected == {Stage.LAPSED, Stage.COMPLETED}  # no counter open: it was posted


async def test_the_post_brings_back_and_tries_again(
    database_url: str, connection: Connection
) -> None:
    lives = [life for fate in (Fate.REPOSTED, Fate.REPOSTED_TWICE) for life in of_fate(fate, 2)]
    async with open_town(database_url) as town:
        await tell(town, lives, until=None, progress=lambda done, of: None)
    await project(database_url)
    cursor = await connection.execute("SELECT stream, posts, returns FROM projections.throughput")
    ways = {row[0]: row[1:] for row in await cursor.fetchall()}
    assert [ways[life.case] for life in lives] == [(2, 1), (2, 1), (3, 2), (3, 2)]


async def test_what_is_loaded_stands_at_nine_with_something_in_hand(
    database_url: str, connection: Connection
) -> None:
    async with open_town(database_url) as town:
        left = await told(town, CASES, until=LOADED)
    await project(database_url)
    assert 0 < len(left) < CASES
    cursor = await connection.execute("SELECT max(updated_at) FROM projections.caseload")
    assert (await cursor.fetchall())[0][0] <= LOADED
    assert await count(connection, "stage IS NOT NULL") == CASES


async def test_nothing_personal_of_the_town_is_stored_in_the_clear(
    database_url: str, connection: Connection
) -> None:
    async with open_town(database_url) as town:
        await told(town, CASES)
    cursor = await connection.execute(
        "SELECT state FROM stored_events UNION ALL SELECT outcome FROM command_log"
    )
    stored = b"".join([row[0] for row in await cursor.fetchall()]).decode()
    for number in range(CASES):
        drawn = plan(7, number)
        who, sent = person(7, number, drawn.city), json.loads(filled_in(drawn, applies_at(drawn)))
        vehicle = sent.get("vehicle", {})
        personal = [who.name, who.id_no, who.mobile, who.home.address, sent["applicant"]["id_no"]]
        personal += [vehicle[key] for key in ("plate_no", "vin", "engine_no") if vehicle]
        assert not [kind for kind, text in enumerate(personal) if text in stored]


@pytest.mark.parametrize("service", list(CATALOGUE))
async def test_an_example_that_somebody_posts_reaches_its_outcome(
    service: str, database_url: str, connection: Connection
) -> None:
    async with open_town(database_url) as town, living(town):
        case = await posted(town, service)
        await until(lambda: stands_at(connection, case, Stage.COMPLETED), within_s=30)
        opened, _ = await town.door.open(CASE, case, READER)
    if opened.state.item_no:
        assert postal_item.parse(opened.state.item_no).checked
    assert bool(opened.state.item_no) == (service == "plate_reissue")


async def test_what_the_story_left_is_worked_off_beside_what_is_new(
    database_url: str, connection: Connection
) -> None:
    async with open_town(database_url) as town:
        left = await told(town, CASES, until=LOADED)
        async with living(town, *left.values()):
            await until(lambda: fewer_open(connection, len(left) // 2), within_s=30)


async def test_a_town_that_starts_again_finds_its_people_and_goes_on(
    database_url: str, connection: Connection
) -> None:
    for expected in (3, 6):
        async with open_town(database_url) as town, living(town):
            await until(lambda: have_applied(connection, expected), within_s=30)  # noqa: B023
    cursor = await connection.execute("SELECT owner FROM projections.caseload")
    owners = [row[0] for row in await cursor.fetchall()]
    assert len(set(owners)) == len(owners)


async def test_the_town_goes_on_when_its_connections_are_cut(
    database_url: str, connection: Connection
) -> None:
    async with open_town(database_url) as town:
        stop = asyncio.Event()
        town.clock.go_live()
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
            await until(lambda: have_applied(connection, 6), within_s=30)
            opened, _ = await town.door.open(CASE, case, READER)
    assert opened.state.stage is Stage.CORRECTION_REQUESTED


async def posted(town: Town, service: str) -> UUID:
    """The published example, as a reader posts it on the day of the loaded town."""
    body = json.dumps(CATALOGUE[service].example(LOADED.date())).encode()
    case, command = await town.applications.prepare(read_form(body, today=LOADED.date()))
    await town.door.begin(CASE, Begun(case, command, asked(command, READER)))
    return case


def of_fate(fate: Fate, count: int) -> list[Life]:
    plans = (plan(7, number) for number in range(100_000))
    return [
        Life(drawn, drawn.owner) for drawn in islice((p for p in plans if p.fate is fate), count)
    ]


async def stands_at(connection: Connection, case: UUID, stage: Stage) -> bool:
    return await count(connection, f"stream = '{case}' AND stage = '{stage}'") == 1


async def fewer_open(connection: Connection, limit: int) -> bool:
    submitted = await count(connection, f"submitted_at < '{LOADED}'")
    return (
        submitted == CASES
        and await count(connection, f"open AND submitted_at < '{LOADED}'") <= limit
    )


async def have_applied(connection: Connection, number: int) -> bool:
    return await count(connection, "owner LIKE 'town-%'") >= number


async def submissions(connection: Connection, number: int) -> bool:
    cursor = await connection.execute(
        "SELECT count(*) FROM stored_events WHERE topic = 'CaseSubmitted'"
    )
    return int((await cursor.fetchall())[0][0]) >= number
