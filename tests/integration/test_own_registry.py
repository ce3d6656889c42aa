"""A registry of one's own: an aggregate and a read model that no file of the product names.

It is decided on, stored, relayed, folded, rebuilt, audited and reached over HTTP.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from io import StringIO
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from rich.console import Console

from api.desk import Desk
from cheguan.children import running
from cheguan.compose import desk
from cheguan.kept_process import Ours
from cheguan.migrate import migrate_all
from cheguan.processes import in_processes
from cheguan.read_models import digests, rebuild_all, replay_parked, show_parked
from cheguan.registry import REGISTRY
from cheguan.settings import Settings
from domain.door.door import Begun
from domain.door.outcome import Outcome
from domain.event_store.log import last_position, read_log
from domain.event_store.transaction import Connection
from domain.people import Actor, Role
from projections.engine.feed import StoreFeed
from projections.engine.parking import parked
from projections.engine.partition_level import follow
from projections.engine.position import STORE, kafka_feed
from projections.engine.projector import Projector
from projections.engine.rebuild import rebuild
from tests.kit.lamps.lamp import LAMP, DouseLamp, LampCommand, LampLit, Light, LightLamp
from tests.kit.lamps.registry import WITH_LAMPS, stream_of
from tests.kit.lamps.row import SHINING, Shining
from tests.kit.life import MORNING
from tests.kit.offices import asked
from tests.kit.projected import rows
from tests.kit.served import served
from tests.kit.waiting import until
from workers.kafka.projector import KafkaProjector
from workers.relay import Relay

SOMEBODY = Actor(Role.CLERK, "somebody", "410100")
COLOURS = ("white", "red", "green")


@asynccontextmanager
async def opened(url: str, folder: Path) -> AsyncIterator[Desk]:
    settings = Settings(secrets_dir=folder / "secrets", known_dir=folder / "known", demo=True)
    async with desk(settings, url, lambda: MORNING, WITH_LAMPS) as made:
        yield made


async def give(made: Desk, stream: UUID, *given: LampCommand) -> Outcome:
    first, *later = given
    outcome = await made.door.begin(LAMP, Begun(stream, first, asked(first, SOMEBODY)))
    for command in later:
        outcome = await made.door.handle(LAMP, stream, command, asked(command, SOMEBODY))
    return outcome


def lamp(number: int) -> UUID:
    return stream_of(str(number))


@pytest.fixture
async def lamps(database_url: str, tmp_path: Path) -> dict[UUID, Shining]:
    """Thirty lamps; every third was put out again. The rows that they should have."""
    migrate_all(database_url, database_url, WITH_LAMPS.projections)
    expected = {}
    async with opened(database_url, tmp_path) as made:
        for number in range(30):
            colour = COLOURS[number % len(COLOURS)]
            given: list[LampCommand] = [LightLamp(colour=colour)]
            if number % 3 == 0:
                given.append(DouseLamp())
            await give(made, lamp(number), *given)
            shines = None if number % 3 == 0 else colour
            expected[lamp(number)] = Shining(lamp(number), len(given), shines)
    return expected


async def shown(connection: Connection) -> dict[UUID, Shining]:
    return {row.stream: row for row in await rows(connection, SHINING)}


async def fold(url: str) -> None:
    projector = Projector(url, StoreFeed(url, WITH_LAMPS.codec), WITH_LAMPS.projections)
    await projector.catch_up()
    await projector.close()


async def test_its_aggregates_are_decided_stored_and_read(
    lamps: dict[UUID, Shining], database_url: str, connection: Connection, tmp_path: Path
) -> None:
    async with opened(database_url, tmp_path) as made:
        outcome = await made.door.handle(
            LAMP, lamp(0), LightLamp(colour="blue"), asked(LightLamp(colour="blue"), SOMEBODY)
        )
        assert (outcome.kind, outcome.stage, outcome.version) == ("lamp", Light.ON, 3)
        assert outcome.actions == ("DouseLamp",)
        found, history = await made.door.open(LAMP, lamp(0), SOMEBODY)
        assert found.state.times == 2
        assert made.read_models == WITH_LAMPS.names
    [first, *_] = await read_log(connection, WITH_LAMPS.codec, 0, 100)
    assert first.event == history[0].event == LampLit(colour="white")
    with pytest.raises(msgspec.ValidationError):
        await read_log(connection, REGISTRY.codec, 0, 100)


async def test_its_read_model_is_folded_and_rebuilt_in_processes_that_are_told_its_path(
    lamps: dict[UUID, Shining], database_url: str, connection: Connection
) -> None:
    await fold(database_url)
    assert await shown(connection) == lamps
    cursor = await connection.execute("TABLE projections.shining_figures ORDER BY colour")
    assert await cursor.fetchall() == [("green", 10), ("red", 10)]
    told: list[int] = []
    before, after = await rebuild(
        database_url,
        SHINING,
        WITH_LAMPS.codec,
        lambda done, of: told.append(done),
        in_processes(2, WITH_LAMPS.path),
        10,
    )
    assert before == after
    assert len(told) == 5
    assert await shown(connection) == lamps


async def test_a_worker_in_a_process_of_its_own_is_told_the_path(
    lamps: dict[UUID, Shining], database_url: str, connection: Connection, tmp_path: Path
) -> None:
    surroundings = {
        "DATABASE_URL": database_url,
        "CHEGUAN_DATA": str(tmp_path),
        "CHEGUAN_REGISTRY": WITH_LAMPS.path,
    }

    async def complete() -> bool:
        return await shown(connection) == lamps

    async with running([Ours(("work", "projector", "shining", "--with-parent"), surroundings)]):
        await until(complete, 60)


async def test_its_events_go_over_kafka(
    lamps: dict[UUID, Shining],
    database_url: str,
    kafka_servers: str,
    kafka_topic: str,
    connection: Connection,
) -> None:
    await Relay(database_url, kafka_servers, kafka_topic).catch_up()
    projector = KafkaProjector(
        database_url, kafka_servers, kafka_topic, WITH_LAMPS.codec, [SHINING]
    )
    end, folded = await last_position(connection), 0
    try:
        while folded < end:
            folded += await projector.step()
    finally:
        await projector.close()
    assert await shown(connection) == lamps
    before, after = await rebuild(database_url, SHINING, WITH_LAMPS.codec)
    assert before == after


async def test_the_product_alone_parks_what_it_does_not_know_until_it_knows(
    lamps: dict[UUID, Shining], database_url: str, connection: Connection
) -> None:
    projector = Projector(
        database_url, StoreFeed(database_url, REGISTRY.codec), REGISTRY.projections
    )
    await projector.catch_up()
    await projector.close()
    assert len(await parked(connection, REGISTRY.names)) == len(REGISTRY.names) * len(lamps)
    said = Console(file=StringIO(), width=200)
    assert await show_parked(database_url, REGISTRY.names, said) > 0
    for name in REGISTRY.names:
        assert await replay_parked(database_url, WITH_LAMPS, name, None, said)
    assert await parked(connection, WITH_LAMPS.names) == []
    await fold(database_url)
    assert await shown(connection) == lamps


async def test_the_verbs_work_on_all_of_it(
    lamps: dict[UUID, Shining], database_url: str, connection: Connection
) -> None:
    await fold(database_url)
    said = Console(file=StringIO(), width=200)
    live = await digests(database_url, WITH_LAMPS.projections)
    assert set(live) == {*REGISTRY.names, "shining"}
    assert await rebuild_all(database_url, WITH_LAMPS, WITH_LAMPS.names, 2, said)
    assert await digests(database_url, WITH_LAMPS.projections) == live
    await follow(database_url, SHINING, WITH_LAMPS.codec, kafka_feed("lamps"))
    await follow(database_url, SHINING, WITH_LAMPS.codec, STORE)
    assert await digests(database_url, WITH_LAMPS.projections) == live


async def test_it_is_reached_over_http_and_audited(
    lamps: dict[UUID, Shining], database_url: str, tmp_path: Path
) -> None:
    async with served(database_url, tmp_path, registry=WITH_LAMPS) as service:
        await service.fold()
        reader = {"authorization": service.bearer(Role.AUDITOR)}
        officer = {
            "authorization": service.bearer(Role.CLERK),
            "content-type": "application/json",
            "if-match": '"v2"',
        }
        lit = await service.http.post(
            "/api/v1/lamps/0/light-lamp", content=b'{"colour":"blue"}', headers=officer
        )
        shown = await service.http.get("/api/v1/lamps/0", headers=reader)
        history = await service.http.get(
            f"/api/v1/audit/lamp/{lamp(0)}/history?at=2", headers=reader
        )
        every = await service.http.get("/api/v1/lamps", headers=reader)
        described = await service.http.get("/openapi.json")

    assert (lit.status_code, lit.json()["stage"]) == (200, "on"), lit.text
    assert shown.json()["state"] == {"stage": "on", "times": 2}
    assert history.json()["state"] == {"times": 1}
    events = [(event["title"], event["stage"]) for event in history.json()["events"]]
    assert events == [("点亮", "on"), ("熄灭", "off")]
    assert len(every.json()["lamps"]) == len(lamps)
    assert "/api/v1/lamps/{lamp}/light-lamp" in described.json()["paths"]
