"""A read model folded again beside the live one: equal, and in its place afterwards."""

from domain.event_store.transaction import Connection
from projections.digest import digest
from projections.feed import StoreFeed
from projections.projector import Projector
from projections.rebuild import rebuild
from projections.throughput import THROUGHPUT
from tests.projected import ALL, LIVES, digests, filled, project, rows


async def test_the_size_of_the_batches_makes_no_difference(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url)
    await project(database_url, batch=40)
    live = await digests(connection)
    for projection in ALL:
        assert await rebuild(database_url, projection) == (live[projection.name],) * 2


async def test_a_rebuild_takes_the_place_of_the_table_and_is_followed_on(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url, LIVES[:20])
    projector = Projector(database_url, StoreFeed(database_url), ALL)
    await projector.catch_up()
    told: list[tuple[int, int]] = []
    for projection in ALL:
        await rebuild(database_url, projection, lambda done, of: told.append((done, of)))
    await filled(database_url, LIVES[20:])
    await projector.catch_up()
    await projector.close()
    assert all(done <= of for done, of in told)
    for projection in ALL:
        before, after = await rebuild(database_url, projection)
        assert before == after
    assert len(await rows(connection, THROUGHPUT)) == len(LIVES)


async def test_a_rebuild_before_anything_was_projected_shows_the_present_position(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url, LIVES[:5])
    before, after = await rebuild(database_url, THROUGHPUT)
    assert before == after
    await project(database_url)
    assert len(await rows(connection, THROUGHPUT)) == 5


async def test_a_table_that_was_tampered_with_has_another_digest(
    database_url: str, connection: Connection
) -> None:
    await filled(database_url)
    await project(database_url)
    await connection.execute("UPDATE projections.throughput_figures SET value = value + 1")
    before, after = await rebuild(database_url, THROUGHPUT)
    assert before != after
    assert await digest(connection, THROUGHPUT) == after


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
        await rebuild(database_url, projection)
    await filled(database_url, LIVES[5:9])
    await project(database_url)
    for projection in ALL:
        before, after = await rebuild(database_url, projection)
        assert before == after
    assert len(await rows(connection, THROUGHPUT)) == 9
