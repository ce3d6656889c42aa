"""A row of a read model that cannot be read parks its own stream, and is folded again whole."""

from uuid import uuid5

import pytest

from cheguan.registry import REGISTRY
from domain.aggregates import CODEC
from domain.event_store.pending import Pending, StreamWrite
from domain.event_store.store import open_store
from domain.event_store.transaction import Connection
from projections.engine.parking import parked
from projections.engine.rebuild import rebuild
from projections.engine.replay import replay
from tests.kit.histories import lives
from tests.kit.projected import digests, filled, project

LATER = 2
ROWS = [
    ("caseload", "state"),
    ("tracking", "steps"),
    ("throughput", "tallies"),
    ("timers", "state"),
]


@pytest.mark.parametrize(("name", "column"), ROWS)
@pytest.mark.parametrize("spoiled", ["no json", '{"stage":"never heard of"}'])
async def test_its_stream_alone_waits_and_comes_back_whole(
    database_url: str, connection: Connection, name: str, column: str, spoiled: str
) -> None:
    told = lives(5)
    sick = told[3]
    later = sick.envelopes[-LATER:]
    del sick.envelopes[-LATER:]
    await filled(database_url, told)
    await project(database_url)
    await connection.execute(
        f"UPDATE projections.{name} SET {column} = %s WHERE stream = %s".encode(),
        (spoiled, sick.case),
    )
    async with open_store(database_url, CODEC) as store:
        write = StreamWrite(sick.case, len(sick.envelopes), tuple(later))
        await store.append(Pending(uuid5(sick.case, "later"), bytes(32), b"{}", (write,)))
    await project(database_url)
    (stopped,) = await parked(connection, REGISTRY.names)
    assert (stopped.projection, stopped.stream) == (name, sick.case)
    assert stopped.waiting == LATER - 1

    projection = REGISTRY.projection(name)
    await replay(database_url, projection, CODEC)
    assert await parked(connection, REGISTRY.names) == []
    live = (await digests(connection))[name]
    assert await rebuild(database_url, projection, CODEC) == (live, live)
