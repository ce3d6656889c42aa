"""The town tells its story over a real store: each application comes to its own end."""

import json
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

import pytest

from cheguan.town import numbering
from cheguan.town.acts_hands import changes_hands
from cheguan.town.applications import filled_in
from cheguan.town.clock import LOADED
from cheguan.town.fates import Fate
from cheguan.town.life import Life
from cheguan.town.numbering import of_the_announcement
from cheguan.town.people import person
from cheguan.town.plans import applies_at, plan
from cheguan.town.story import load, tell
from domain.aggregates import CODEC
from domain.case.stage import Stage
from domain.event_store.log import last_position
from domain.event_store.reactions.standing import standing
from domain.event_store.transaction import Connection
from domain.reaction import BulkReaction
from domain.reactions import declared
from tests.conftest import fresh_database
from tests.kit.projected import project
from tests.kit.towns import cases_that, open_town, printed, registered, told
from workers.concerned import CONCERNED
from workers.reactor import Reactor

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


@pytest.fixture
def second_database_url(postgres_server: str, migrated_template: str) -> Iterator[str]:
    with fresh_database(postgres_server, migrated_template) as url:
        yield url


async def test_the_same_seed_tells_the_same_story(
    database_url: str, second_database_url: str, connection: Connection
) -> None:
    summaries = []
    for url in (database_url, second_database_url):
        async with open_town(url) as town:
            assert await told(town, CASES) == {}
        summaries.append(await printed(url))
    assert summaries[0] == summaries[1]
    assert str(CASES + await registered(connection)) in summaries[0]


async def test_a_story_that_is_told_to_its_end_leaves_nothing_open(
    database_url: str, connection: Connection
) -> None:
    async with open_town(database_url) as town:
        await told(town, CASES)
    await project(database_url)
    begun = await cases_that(connection, "stage IS NOT NULL")
    assert begun == CASES + await registered(connection) > CASES
    assert await cases_that(connection, "open") == 0


async def test_what_follows_elsewhere_is_carried_out_with_each_act_and_nothing_is_left(
    database_url: str, connection: Connection
) -> None:
    """What concerns thousands of streams waits for the read models, which nobody fills yet."""
    reactions = [each for each in declared(CODEC) if not isinstance(each.reaction, BulkReaction)]
    names = [each.name for each in reactions]
    async with open_town(database_url) as town:
        await told(town, CASES)
        assert town.consequences is not None
        town.consequences.left = True
        await town.consequences.passed(connection, await last_position(connection))
        assert all(each.behind for each in await standing(connection, names))
        town.consequences.left = False
        await town.consequences.passed(connection, await last_position(connection))
        before, reactor = (
            await last_position(connection),
            Reactor(database_url, CODEC, town.door, CONCERNED),
        )
        await reactor.catch_up()
        await reactor.close()
    assert await last_position(connection) == before
    cursor = await connection.execute(
        "SELECT topic, count(*) FROM stored_events"
        " WHERE topic IN ('OrderPaid', 'PaymentReceived', 'FeePaidAgain', 'FineSettled')"
        " GROUP BY topic"
    )
    found: dict[str, int] = dict(await cursor.fetchall())
    taken = found["PaymentReceived"] + found.get("FeePaidAgain", 0) + found["FineSettled"]
    assert found["OrderPaid"] == taken
    assert min(found["PaymentReceived"], found["FineSettled"]) > 0
    assert [each.behind for each in await standing(connection, names)] == [0] * len(names)


@pytest.mark.requirement("R27")
async def test_nineteen_new_vehicles_get_temporary_plates_in_the_green_channel(
    database_url: str, connection: Connection
) -> None:
    urgent = [number for number in of_the_announcement(1.0) if numbering.urgent(number)]
    async with open_town(database_url) as town:
        assert await load(town, urgent, until=None, progress=lambda done, of: None) == {}
    await project(database_url)
    assert await cases_that(connection, "stage = 'completed' AND service = 'temp_plate'") == 19
    cursor = await connection.execute(
        "SELECT topic, count(*) FROM stored_events"
        " WHERE topic IN ('GreenChannelGranted', 'TempPlateRegistered') GROUP BY topic"
    )
    found: dict[str, int] = dict(await cursor.fetchall())
    assert found == {"GreenChannelGranted": 19, "TempPlateRegistered": 19}
    assert re.search(r"temporary plates in the green channel +│ +19 ", await printed(database_url))


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
    assert never_collected <= {Stage.LAPSED, Stage.COMPLETED}  # no counter open: it was posted


async def test_the_post_brings_back_and_tries_again(
    database_url: str, connection: Connection
) -> None:
    """What the post did is read from the log itself."""
    lives = [life for fate in (Fate.REPOSTED, Fate.REPOSTED_TWICE) for life in of_fate(fate, 2)]
    async with open_town(database_url) as town:
        await tell(town, lives, until=None, progress=lambda done, of: None)
    cursor = await connection.execute(
        "SELECT originator_id, count(*) FILTER (WHERE topic LIKE '%HandedToPost%'),"
        " count(*) FILTER (WHERE topic LIKE '%ParcelReturned%')"
        " FROM stored_events GROUP BY originator_id"
    )
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
    assert await cases_that(connection, "stage IS NOT NULL") == CASES


async def test_a_review_changes_hands_and_comes_to_its_end_all_the_same(
    database_url: str, connection: Connection
) -> None:
    straight = (
        Life(drawn, drawn.owner)
        for drawn in (plan(7, number) for number in range(1000))
        if drawn.fate is Fate.STRAIGHT and drawn.service == "plate_reissue"
    )
    lives = list(islice((life for life in straight if changes_hands(life.plan)), 12))
    async with open_town(database_url) as town:
        assert await tell(town, lives, until=None, progress=lambda done, of: None) == {}
    await project(database_url)
    assert await cases_that(connection, "stage = 'completed'") == len(lives)
    cursor = await connection.execute(
        "SELECT topic, count(*) FROM stored_events"
        " WHERE topic IN ('CaseHandedBack', 'CaseReassigned', 'CaseLent') GROUP BY topic"
    )
    found: dict[str, int] = dict(await cursor.fetchall())
    assert len(found) == 3
    assert sum(found.values()) == len(lives)


async def test_who_decides_in_the_town_does_not_act_by_itself(
    database_url: str, connection: Connection
) -> None:
    async with open_town(database_url) as town:
        await told(town, CASES)
    cursor = await connection.execute(
        "SELECT said->'by'->>'role', said->>'channel', count(*)"
        " FROM (SELECT convert_from(state, 'UTF8')::jsonb FROM stored_events) AS stored(said)"
        " GROUP BY 1, 2"
    )
    channels: dict[str, set[str]] = {}
    for role, channel, _ in await cursor.fetchall():
        channels.setdefault(role, set()).add(channel)
    assert channels.pop("system") == {"system"}
    assert channels.pop("applicant") <= {"online_app", "online_web", "emergency"}
    assert channels.pop("clerk") == {"api", "window"}
    assert {"supervisor", "carrier"} <= channels.keys()
    assert all(each == {"api"} for each in channels.values())


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
        personal += [vehicle[key] for key in ("plate_no", "vin", "engine_no") if key in vehicle]
        assert not [kind for kind, text in enumerate(personal) if text in stored]


def of_fate(fate: Fate, count: int) -> list[Life]:
    """Lives of new plates, which may have any fate."""
    plans = (plan(7, number) for number in range(100_000))
    found = (p for p in plans if p.fate is fate and p.service == "plate_reissue")
    return [Life(drawn, drawn.owner) for drawn in islice(found, count)]
