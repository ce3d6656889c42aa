"""Read models of a real store, and what stands in them."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from typing import Any

from psycopg.sql import SQL, Identifier

from cheguan.registry import REGISTRY
from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.event_store.connection import connect
from domain.event_store.log import last_position
from domain.event_store.store import open_store
from domain.event_store.transaction import Connection
from projections.engine.columns import Columns
from projections.engine.digest import digest
from projections.engine.feed import StoreFeed
from projections.engine.projection import Projection
from projections.engine.projector import Projector
from projections.engine.standing import reached
from projections.throughput.plain import plain
from tests.kit.histories import lives
from tests.kit.life import Life
from tests.kit.stored import keep
from workers.kafka.projector import KafkaProjector

LIVES = lives(30)
"""The lives of every plot, told twice."""
ALL = REGISTRY.projections
OF_CASES = tuple(each for each in ALL if CASE in each.of and not each.partial)
"""Those that have a row for each case of the histories. Of bookings of examinations none tells."""


async def filled(url: str, told: Sequence[Life] = LIVES) -> None:
    async with open_store(url, CODEC) as store:
        await keep(store, told)


async def project(url: str, batch: int = 1000) -> int:
    """Every read model up to the log; the number of events applied."""
    projector = Projector(url, StoreFeed(url, CODEC), ALL, batch=batch)
    try:
        return await projector.catch_up()
    finally:
        await projector.close()


async def emptied(connection: Connection) -> None:
    """As if nothing had been folded: every table that a read model declares, and its position."""
    cursor = await connection.execute("SELECT unnest(tables) FROM projections.declared")
    names = ["position", *(name for (name,) in await cursor.fetchall())]
    await connection.execute(
        SQL("TRUNCATE {}").format(SQL(", ").join(Identifier("projections", n) for n in names))
    )


async def digests(connection: Connection) -> dict[str, str]:
    return {projection.name: await digest(connection, projection) for projection in ALL}


async def rows(connection: Connection, projection: Projection[Any]) -> list[Any]:
    columns = Columns(projection.row)
    cursor = await connection.execute(
        SQL("SELECT {} FROM projections.{}").format(
            SQL(", ").join(map(Identifier, columns.names)), Identifier(projection.name)
        ),
        binary=True,
    )
    return [columns.row(values) for values in await cursor.fetchall()]


async def figures(connection: Connection) -> Counter[tuple[Any, ...]]:
    """The figures by their key columns, without those that are zero."""
    cursor = await connection.execute("SELECT * FROM projections.throughput_figures")
    return Counter({tuple(key): value for *key, value in await cursor.fetchall() if value})


async def measures(connection: Connection) -> Counter[str]:
    """The figures by plain name alone."""
    sums: Counter[str] = Counter()
    for key, value in (await figures(connection)).items():
        for name, sign in plain(key[-1]):
            sums[name] += sign * value
    return sums


async def project_from_kafka(
    url: str,
    servers: str,
    topic: str,
    workers: int = 1,
    batch: int = 1000,
    of: Sequence[Projection[Any]] = ALL,
) -> None:
    """The same from a topic, shared by so many projectors, until all stand at the log's end."""
    stop = asyncio.Event()
    connection = await connect(url)
    try:
        async with asyncio.TaskGroup() as tasks:
            for _ in range(workers):
                tasks.create_task(
                    KafkaProjector(url, servers, topic, CODEC, of, batch=batch).run(stop)
                )
            end = await last_position(connection)
            reached_it = await reached(connection, end, 120)
            stop.set()
        assert reached_it
    finally:
        await connection.close()
