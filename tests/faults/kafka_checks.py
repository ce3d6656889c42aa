"""What must hold of the topic, and of read models that follow it: I6 and I9."""

import asyncio
from collections.abc import Mapping

import psycopg

from cheguan.registry import REGISTRY
from domain.event_store.connection import connect
from projections.engine.digest import digest
from projections.engine.partitions import PARTITIONS, partition_of
from tests.faults.arena import Arena, Kafka
from tests.faults.facts import Facts
from tests.kit.kafka_reading import places_of, records
from tests.kit.projected import project


async def fed_like_the_store(arena: Arena) -> None:
    """Checks I6: the same events, folded from the store in another database, give equal tables."""
    async with arena.cluster.database() as twin:
        await _copied(arena.url, twin)
        await project(twin)
        fed, expected = await _digests(arena.url), await _digests(twin)
    for name, digest_of_it in expected.items():
        arena.checks.that("I6", fed[name] == digest_of_it, f"{name} is not as the store feeds it")


async def on_the_topic(arena: Arena, place: Kafka, facts: Facts) -> None:
    """Checks I9: every event is there and names the one before it.

    In the life of one topic they also stand in that order.
    """
    wanted: list[list[int]] = [[] for _ in range(PARTITIONS)]
    for recorded in facts.events:
        wanted[partition_of(recorded.stream)].append(recorded.position)
    found = await asyncio.to_thread(records, place.cluster.bootstrap_servers, place.topic)
    for number, partition in enumerate(found):
        places = places_of(partition)
        there = {at.position for at in places}
        missing = set(wanted[number]) - there
        complete = place.lacks_records or not missing
        arena.checks.that("I9", complete, f"partition {number} lacks {sorted(missing)[:5]}")
        before = dict(zip(wanted[number], [0, *wanted[number]], strict=False))
        linked = all(before.get(at.position) == at.previous for at in places)
        arena.checks.that("I9", linked, f"partition {number}: a record names another before it")
        fresh = [at.position for at in places if at.position]
        highest, order = 0, []
        for position in fresh:
            if position > highest:
                order.append(position)
                highest = position
        in_order = place.lacks_records or place.made_again or order == wanted[number]
        arena.checks.that("I9", in_order, f"partition {number} is out of order")


async def _copied(source: str, target: str) -> None:
    async with (
        await psycopg.AsyncConnection.connect(source) as reading,
        await psycopg.AsyncConnection.connect(target) as writing,
        reading.cursor().copy("COPY stored_events TO STDOUT (FORMAT binary)") as rows,
        writing.cursor().copy("COPY stored_events FROM STDIN (FORMAT binary)") as copied,
    ):
        async for block in rows:
            await copied.write(block)


async def _digests(url: str) -> Mapping[str, str]:
    connection = await connect(url)
    try:
        return {one.name: await digest(connection, one) for one in REGISTRY.projections}
    finally:
        await connection.close()
