"""Read models: folded once whatever is repeated, killed or run twice."""

import asyncio
import gc
from typing import Any

import psycopg
import pytest

from domain.aggregates import CODEC
from domain.event_store.log import last_position
from domain.event_store.transaction import Connection
from projections.caseload.row import CASELOAD, kept
from projections.engine import position
from projections.engine.feed import StoreFeed
from projections.engine.projection import Projection
from projections.engine.projector import Projector
from projections.engine.rebuild import rebuild
from projections.throughput.contribution import THROUGHPUT
from tests.kit.projected import ALL, LIVES, OF_CASES, digests, filled, project, rows
from tests.kit.waiting import until

each_projection = pytest.mark.parametrize("projection", ALL, ids=lambda p: p.name)


@each_projection
async def test_the_columns_of_a_table_are_the_fields_of_its_row(
    projection: Projection[Any], connection: Connection
) -> None:
    async def columns(table: str) -> list[str]:
        cursor = await connection.execute(
            "SELECT column_name FROM information_schema.columns"
            " WHERE table_schema = 'projections' AND table_name = %s ORDER BY ordinal_position",
            (table,),
        )
        return [name for (name,) in await cursor.fetchall()]

    assert await columns(projection.name) == list(projection.row.__struct_fields__)
    if projection.figure:
        figure = [*projection.figure.__struct_fields__, "value"]
        assert await columns(f"{projection.name}_figures") == figure


async def test_rows_are_the_folds_of_their_histories(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url)
    await project(database_url, batch=17)
    shown = {row.stream: row for row in await rows(connection, CASELOAD)}
    assert {case: row.state for case, row in shown.items()} == {
        life.case: kept(life.state) for life in LIVES
    }
    for projection in OF_CASES:
        assert len(await rows(connection, projection)) == len(LIVES)


async def test_a_batch_that_comes_again_changes_nothing(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url)
    await project(database_url)
    stands = await digests(connection)
    assert await project(database_url) == 0
    with pytest.raises(position.PositionMoved):
        await position.move(connection, "throughput", 1, 0, 5)
    assert await digests(connection) == stands


async def test_two_projectors_at_once_are_as_one(database_url: str, connection: Connection) -> None:
    await filled(database_url)
    end = await last_position(connection)
    stop = asyncio.Event()

    async def caught_up() -> bool:
        cursor = await connection.execute("SELECT min(position) FROM projections.position")
        return (await cursor.fetchall())[0] == (end,)

    projectors = [
        asyncio.create_task(
            Projector(database_url, StoreFeed(database_url, CODEC), ALL, batch=5).run(stop)
        )
        for _ in range(2)
    ]
    await until(caught_up)
    stop.set()
    await asyncio.gather(*projectors)
    for projection in ALL:
        before, after = await rebuild(database_url, projection, CODEC)
        assert before == after


async def test_a_projector_outlives_its_connections(
    database_url: str, connection: Connection
) -> None:
    stop = asyncio.Event()
    running = asyncio.create_task(
        Projector(database_url, StoreFeed(database_url, CODEC), ALL).run(stop)
    )

    async def shown() -> bool:
        return len(await rows(connection, THROUGHPUT)) == len(LIVES)

    await filled(database_url, LIVES[:20])
    await connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    await filled(database_url, LIVES[20:])
    await until(shown)
    stop.set()
    await running
    before, after = await rebuild(database_url, THROUGHPUT, CODEC)
    assert before == after


async def test_a_projector_may_be_closed_while_the_next_batch_travels(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url)
    projector = Projector(database_url, StoreFeed(database_url, CODEC), ALL, batch=20)
    assert await projector.step() == 20
    await projector.close()
    cursor = await connection.execute("SELECT DISTINCT position FROM projections.position")
    assert await cursor.fetchall() == [(20,)]
    await projector.catch_up()
    await projector.close()
    assert len(await rows(connection, THROUGHPUT)) == len(LIVES)


@pytest.mark.parametrize("epoch", [2, 7])
async def test_a_read_model_of_another_epoch_is_not_followed_on(
    epoch: int, database_url: str, connection: Connection
) -> None:
    """A restored store gives its positions out again."""
    await filled(database_url, LIVES[:5])
    await project(database_url)
    stands = await digests(connection)
    await connection.execute(
        "INSERT INTO store_epoch (epoch, system_identifier, timeline_id, prev_epoch, reason)"
        " VALUES (%s, 0, 1, 1, 'restored')",
        (epoch,),
    )
    with pytest.raises(position.EpochDiffers):
        await project(database_url)
    assert await digests(connection) == stands


async def test_positions_of_a_later_epoch_are_not_taken_for_one_s_own(
    connection: Connection,
) -> None:
    await position.where(connection, "tracking", 2)
    with pytest.raises(position.EpochDiffers):
        await position.where(connection, "tracking", 1)


async def test_the_collector_is_on_again_when_a_step_has_failed() -> None:
    url = "postgresql:///nothing?host=/nowhere"
    with pytest.raises(psycopg.OperationalError):
        await Projector(url, StoreFeed(url, CODEC), ALL).step()
    assert gc.isenabled()
