"""Read models fed by Kafka, beside the same fed by the store."""

from collections.abc import Mapping

from domain.event_store.transaction import Connection
from tests.kit.projected import digests, emptied, project


async def fed_by_the_store(connection: Connection, url: str) -> Mapping[str, str]:
    """The digests of the same events folded from the store into empty tables."""
    await emptied(connection)
    await project(url)
    return await digests(connection)


async def counts(connection: Connection) -> tuple[int, int]:
    """How many records were dropped and events repaired, alike in each of the read models."""
    cursor = await connection.execute(
        "SELECT DISTINCT sum(dropped)::int, sum(repaired)::int FROM projections.position"
        " GROUP BY name"
    )
    (same,) = await cursor.fetchall()
    return same[0], same[1]
