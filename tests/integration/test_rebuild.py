"""A read model folded again beside the live one: equal, and in its place afterwards."""

from io import StringIO
from typing import Any

import pytest
from psycopg.sql import SQL, Identifier
from rich.console import Console

from cheguan.read_models import rebuild_all
from cheguan.registry import REGISTRY
from domain.aggregates import CODEC
from domain.event_store.transaction import Connection
from projections.engine.digest import digest
from projections.engine.feed import StoreFeed
from projections.engine.projection import Projection
from projections.engine.projector import Projector
from projections.engine.rebuild import rebuild
from projections.throughput.contribution import THROUGHPUT
from tests.kit.projected import ALL, LIVES, OF_CASES, digests, filled, project, rows


async def test_the_size_of_the_batches_makes_no_difference(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url)
    await project(database_url, batch=40)
    live = await digests(connection)
    for projection in ALL:
        assert await rebuild(database_url, projection, CODEC) == (live[projection.name],) * 2


async def test_a_rebuild_takes_the_place_of_the_table_and_is_followed_on(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url, LIVES[:20])
    projector = Projector(database_url, StoreFeed(database_url, CODEC), ALL)
    await projector.catch_up()
    told: list[tuple[int, int]] = []
    for projection in ALL:
        await rebuild(database_url, projection, CODEC, lambda done, of: told.append((done, of)))
    await filled(database_url, LIVES[20:])
    await projector.catch_up()
    await projector.close()
    assert all(done <= of for done, of in told)
    for projection in ALL:
        before, after = await rebuild(database_url, projection, CODEC)
        assert before == after
    assert len(await rows(connection, THROUGHPUT)) == len(LIVES)


async def test_a_rebuild_before_anything_was_projected_shows_the_present_position(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url, LIVES[:5])
    before, after = await rebuild(database_url, THROUGHPUT, CODEC)
    assert before == after
    await project(database_url)
    assert len(await rows(connection, THROUGHPUT)) == 5


async def test_a_table_that_was_tampered_with_has_another_digest(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url)
    await project(database_url)
    await connection.execute("UPDATE projections.throughput_figures SET value = value + 1")
    before, after = await rebuild(database_url, THROUGHPUT, CODEC)
    assert before != after
    assert await digest(connection, THROUGHPUT) == after


@pytest.mark.parametrize("projection", OF_CASES)
async def test_a_row_that_was_tampered_with_has_another_digest(
    database_url: str, connection: Connection, projection: Projection[Any]
) -> None:
    await filled(database_url, LIVES[:5])
    await project(database_url)
    before = await digest(connection, projection)
    table = Identifier("projections", projection.name)
    # Every read model is of streams, and another stream is another row.
    await connection.execute(SQL("UPDATE {} SET stream = gen_random_uuid()").format(table))
    assert await digest(connection, projection) != before


async def test_a_rebuild_takes_a_read_model_into_the_epoch_of_a_restored_store(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url, LIVES[:5])
    await project(database_url)
    await connection.execute(
        "INSERT INTO store_epoch (epoch, system_identifier, timeline_id, prev_epoch, reason)"
        " VALUES (2, 0, 1, 1, 'restored')"
    )
    for projection in ALL:
        await rebuild(database_url, projection, CODEC)
    await filled(database_url, LIVES[5:9])
    await project(database_url)
    for projection in ALL:
        before, after = await rebuild(database_url, projection, CODEC)
        assert before == after
    assert len(await rows(connection, THROUGHPUT)) == 9


async def test_the_verb_passes_over_a_read_model_that_another_rebuilds(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url, LIVES[:5])
    await project(database_url)
    await connection.execute("SELECT pg_advisory_lock(7304, hashtext('tracking'))")
    said = Console(file=StringIO(), width=200)
    assert not await rebuild_all(database_url, REGISTRY, ["tracking", "throughput"], 2, said)
    assert isinstance(said.file, StringIO)
    first, second = filter(None, said.file.getvalue().splitlines())
    assert first == "tracking: somebody else is rebuilding it; wait until that has ended."
    assert second.startswith("throughput: ")
    assert second.endswith(" same")
