"""The tables of a read model are made as its file declares them, and may be thrown away."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest

from cheguan.migrate import migrate_all
from domain.aggregates import CODEC
from domain.event_store.log import last_position
from domain.event_store.transaction import Connection
from projections.engine.declared import make_tables
from projections.engine.digest import digest
from projections.engine.feed import StoreFeed
from projections.engine.parking import parked
from projections.engine.parts import Part, one_by_one
from projections.engine.projection import Projection
from projections.engine.projector import Projector
from projections.engine.rebuild import rebuild
from projections.engine.standing import standing
from projections.throughput.contribution import THROUGHPUT
from projections.tracking.row import TRACKING
from tests.kit.holders.row import HOLDERS
from tests.kit.locks import someone_waits
from tests.kit.projected import LIVES, digests, figures, filled, project, rows
from tests.kit.waiting import until

_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'projections' ORDER BY 1"
_INDEXES = "SELECT indexname FROM pg_indexes WHERE schemaname = 'projections' AND tablename = %s"


async def tables(connection: Connection) -> list[str]:
    cursor = await connection.execute(_TABLES)
    return [name for (name,) in await cursor.fetchall()]


def otherwise(projection: Projection[Any], folder: Path, more: str) -> Projection[Any]:
    """The read model as a later program declares it."""
    changed = folder / "schema.sql"
    changed.write_text(projection.tables.read_text() + more)
    return replace(projection, tables=changed)


async def test_a_read_model_of_a_registry_gets_its_tables_once(
    database_url: str, connection: Connection
) -> None:
    before = await tables(connection)
    assert migrate_all(database_url, database_url, [HOLDERS]) == ["holders/schema.sql"]
    assert await tables(connection) == sorted([*before, "holders", "holders_figures"])
    assert make_tables(database_url, [HOLDERS, TRACKING, THROUGHPUT]) == []


async def test_a_changed_file_makes_the_tables_again_and_all_is_folded_again(
    database_url: str, connection: Connection, tmp_path: Path
) -> None:
    await filled(database_url)
    await project(database_url)
    live = await digests(connection)
    changed = otherwise(
        THROUGHPUT, tmp_path, "CREATE INDEX by_office ON projections.throughput (office);"
    )
    assert make_tables(database_url, [TRACKING, changed]) == ["throughput"]
    cursor = await connection.execute(_INDEXES, ("throughput",))
    assert ("by_office",) in await cursor.fetchall()
    assert await rows(connection, THROUGHPUT) == []
    assert await figures(connection) == {}
    assert (await standing(connection, "throughput")).position == 0
    assert (await standing(connection, "tracking")).position == await last_position(connection)
    assert make_tables(database_url, [TRACKING, changed]) == []
    await project(database_url)
    assert await digests(connection) == live


async def test_tables_that_are_declared_no_more_are_dropped(
    database_url: str, connection: Connection, tmp_path: Path
) -> None:
    more = otherwise(HOLDERS, tmp_path, "CREATE TABLE projections.holders_by_day (day date);")
    assert make_tables(database_url, [more]) == ["holders"]
    assert "holders_by_day" in await tables(connection)
    assert make_tables(database_url, [HOLDERS]) == ["holders"]
    assert {"holders", "holders_figures"} <= set(await tables(connection))
    assert "holders_by_day" not in await tables(connection)


async def test_who_follows_the_log_begins_again_from_the_first_event(
    database_url: str, connection: Connection, tmp_path: Path
) -> None:
    await filled(database_url, LIVES[:20])
    projector = Projector(database_url, StoreFeed(database_url, CODEC), [THROUGHPUT, TRACKING])
    stop = asyncio.Event()
    running = asyncio.create_task(projector.run(stop))

    async def complete(count: int) -> bool:
        return len(await rows(connection, THROUGHPUT)) == count

    await until(lambda: complete(20))
    changed = otherwise(THROUGHPUT, tmp_path, "-- as before")
    assert await asyncio.to_thread(make_tables, database_url, [changed]) == ["throughput"]
    await filled(database_url, LIVES[20:])
    await until(lambda: complete(len(LIVES)))
    stop.set()
    await running
    before, after = await rebuild(database_url, THROUGHPUT, CODEC)
    assert before == after


async def test_what_is_parked_is_forgotten_with_the_rows(
    database_url: str, connection: Connection, tmp_path: Path
) -> None:
    await filled(database_url, LIVES[:3])
    await connection.execute(
        "UPDATE stored_events SET state = 'no json' WHERE originator_id = %s",
        (LIVES[1].case,),
    )
    await project(database_url)
    make_tables(database_url, [otherwise(TRACKING, tmp_path, "-- as before")])
    assert await parked(connection, ["tracking"]) == []
    assert len(await parked(connection, ["throughput"])) == 1
    await project(database_url)
    assert len(await parked(connection, ["tracking"])) == 1


async def test_a_rebuild_is_waited_for(
    database_url: str, connection: Connection, tmp_path: Path
) -> None:
    await filled(database_url)
    await project(database_url)
    live = await digest(connection, THROUGHPUT)
    making: list[asyncio.Task[list[str]]] = []
    changed = otherwise(THROUGHPUT, tmp_path, "-- as before")

    async def meanwhile(parts: Sequence[Part]) -> AsyncGenerator[int, None]:
        making.append(asyncio.create_task(asyncio.to_thread(make_tables, database_url, [changed])))
        await until(lambda: someone_waits(connection))
        async for events in one_by_one(parts):
            yield events

    assert await rebuild(database_url, THROUGHPUT, CODEC, folding=meanwhile) == (live, live)
    assert await making[0] == ["throughput"]
    assert await rows(connection, THROUGHPUT) == []
    await project(database_url)
    assert await digest(connection, THROUGHPUT) == live


async def test_a_file_that_fails_leaves_everything_as_it_was(
    database_url: str, connection: Connection, tmp_path: Path
) -> None:
    await filled(database_url, LIVES[:5])
    await project(database_url)
    live = await digests(connection)
    wrong = otherwise(TRACKING, tmp_path, "CREATE TABLE projections.tracking_more (day nonsense);")
    with pytest.raises(psycopg.errors.UndefinedObject) as failed:
        make_tables(database_url, [wrong])
    assert failed.value.__notes__ == [f"in {wrong.tables}"]
    assert await digests(connection) == live
    assert (await standing(connection, "tracking")).position == await last_position(connection)


async def test_what_an_earlier_build_has_folded_is_thrown_away(empty_database_url: str) -> None:
    with psycopg.connect(empty_database_url, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA projections")
        connection.execute("CREATE TABLE projections.tracking (case_id uuid PRIMARY KEY)")
    migrate_all(empty_database_url, empty_database_url, [TRACKING])
    with psycopg.connect(empty_database_url) as connection:
        assert connection.execute("SELECT stream FROM projections.tracking").fetchall() == []
