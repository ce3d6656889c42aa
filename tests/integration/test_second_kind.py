"""Read models of another kind of stream than the cases, and of every kind."""

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest

from cheguan.migrate import migrate_all
from cheguan.processes import in_processes
from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.claims.claim import CLAIM
from domain.event_store.connection import connect
from domain.event_store.log import last_position
from domain.event_store.store import open_store
from domain.event_store.transaction import Connection
from projections.engine.digest import digest
from projections.engine.feed import StoreFeed
from projections.engine.parking import parked
from projections.engine.parts import Folding, boundaries, one_by_one
from projections.engine.projection import Projection
from projections.engine.projector import Projector
from projections.engine.rebuild import rebuild
from projections.engine.replay import replay
from projections.tracking.row import TRACKING
from tests.kit.claimed import claims, keep_claims
from tests.kit.further import FURTHER
from tests.kit.holders.row import HOLDERS
from tests.kit.lengths.row import LENGTHS
from tests.kit.projected import LIVES, project_from_kafka, rows
from tests.kit.stored import keep
from workers.relay import Relay

_SIZE = 20
_TOLD = claims(LIVES)
A_CASE, A_CLAIM = LIVES[1].case, next(iter(_TOLD))
_THREE = (TRACKING, HOLDERS, LENGTHS)
each_folding = pytest.mark.parametrize(
    "folding", [one_by_one, in_processes(2, FURTHER.path)], ids=["here", "in processes"]
)


@pytest.fixture
async def connection(database_url: str) -> AsyncIterator[Connection]:
    """With the tables of the two read models."""
    migrate_all(database_url, database_url, FURTHER.projections)
    opened = await connect(database_url)
    async with open_store(database_url, CODEC) as store:
        await keep_claims(store, LIVES[:15])
        await keep(store, LIVES)
        await keep_claims(store, LIVES[15:])
    yield opened
    await opened.close()


async def folded(url: str, batch: int = 50, of: Sequence[Projection[Any]] = _THREE) -> None:
    projector = Projector(url, StoreFeed(url, CODEC), of, batch=batch)
    await projector.catch_up()
    await projector.close()


async def assert_complete(connection: Connection) -> None:
    """The claims stand as they were told, and every stream was counted to its end."""
    held = {row.stream: row for row in await rows(connection, HOLDERS)}
    assert {stream: row.version for stream, row in held.items()} == {
        stream: len(history) for stream, history in _TOLD.items()
    }
    assert {stream: row.holder for stream, row in held.items()} == {
        stream: CLAIM.fold(history).holder for stream, history in _TOLD.items()
    }
    cursor = await connection.execute("SELECT * FROM projections.holders_figures")
    figures = {tuple(key): value for *key, value in await cursor.fetchall() if value}
    assert figures == Counter((row.kind, row.holder is not None) for row in held.values())
    lengths = {row.stream: row.events for row in await rows(connection, LENGTHS)}
    cursor = await connection.execute(
        "SELECT originator_id, count(*) FROM stored_events GROUP BY originator_id"
    )
    assert lengths == dict(await cursor.fetchall())
    assert len(await rows(connection, TRACKING)) == len(LIVES)


@pytest.mark.parametrize("batch", [7, 1000])
async def test_each_read_model_has_the_streams_of_its_kind(
    batch: int, database_url: str, connection: Connection
) -> None:
    await folded(database_url, batch)
    await assert_complete(connection)
    assert await parked(connection, [one.name for one in _THREE]) == []


async def test_from_kafka_too(
    database_url: str, kafka_servers: str, kafka_topic: str, connection: Connection
) -> None:
    await Relay(database_url, kafka_servers, kafka_topic).catch_up()
    await project_from_kafka(database_url, kafka_servers, kafka_topic, 2, of=_THREE)
    await assert_complete(connection)
    for projection in _THREE:
        before, after = await rebuild(database_url, projection, CODEC)
        assert before == after


@each_folding
@pytest.mark.parametrize("projection", _THREE, ids=lambda p: p.name)
async def test_a_rebuild_in_parts_is_the_live_read_model(
    projection: Projection[Any], folding: Folding, database_url: str, connection: Connection
) -> None:
    await folded(database_url)
    told: list[int] = []

    def tell(done: int, of: int) -> None:
        told.append(done)

    live = await digest(connection, projection)
    again = await rebuild(database_url, projection, CODEC, tell, folding, _SIZE)
    assert again == (live, live)
    assert len(told) > 5
    beside = CODEC.topics_beside(*projection.of)
    lengths = await rows(connection, LENGTHS)
    assert told[-1] == sum(row.events for row in lengths if row.first not in beside)
    await assert_complete(connection)


async def test_computed_ids_are_cut_evenly(database_url: str, connection: Connection) -> None:
    upto = await last_position(connection)
    between = await boundaries(connection, CODEC, [CLAIM], upto, _SIZE)
    assert len(between) == upto // _SIZE + 2
    steps = {int(end) - int(first) for first, end in pairwise(between)}
    assert max(steps) - min(steps) <= 1
    both = await boundaries(connection, CODEC, [CASE, CLAIM], upto, _SIZE)
    assert set(both) == {*between, *await boundaries(connection, CODEC, [CASE], upto, _SIZE)}


FIRST = "originator_id = %s AND originator_version = 1"


async def first_of(connection: Connection, stream: UUID) -> tuple[str, bytes]:
    """The name and the bytes of the first event of a stream."""
    cursor = await connection.execute(
        f"SELECT topic, state FROM stored_events WHERE {FIRST}".encode(), (stream,)
    )
    [(topic, state)] = await cursor.fetchall()
    return topic, bytes(state)


async def put(connection: Connection, stream: UUID, topic: str, state: bytes) -> None:
    await connection.execute(
        f"UPDATE stored_events SET topic = %s, state = %s WHERE {FIRST}".encode(),
        (topic, state, stream),
    )


async def stopped(connection: Connection) -> set[str]:
    return {one.projection for one in await parked(connection, [one.name for one in _THREE])}


@pytest.mark.parametrize(
    ("stream", "named", "expected"),
    [
        (A_CLAIM, "ClaimTaken", {"holders", "lengths"}),
        (A_CASE, "CaseSubmitted", {"tracking", "lengths"}),
        (A_CLAIM, "ClaimForgotten", {"tracking", "holders", "lengths"}),
    ],
)
async def test_an_event_is_parked_for_the_kind_that_it_names_or_else_for_all(
    stream: UUID, named: str, expected: set[str], database_url: str, connection: Connection
) -> None:
    whole = await first_of(connection, stream)
    await put(connection, stream, named, b'{"event":{"type":"%s"}}' % named.encode())
    await folded(database_url)
    assert await stopped(connection) == expected
    for projection in _THREE:
        before, after = await rebuild(database_url, projection, CODEC, size=_SIZE)
        assert before == after
    assert await stopped(connection) == expected
    await put(connection, stream, *whole)
    for projection in _THREE:
        assert all(one.stopped is None for one in await replay(database_url, projection, CODEC))
    await assert_complete(connection)


async def test_bytes_that_say_nothing_are_parked_for_all(
    database_url: str, connection: Connection
) -> None:
    topic, whole = await first_of(connection, A_CLAIM)
    await put(connection, A_CLAIM, topic, b"no json")
    await folded(database_url)
    assert await stopped(connection) == {"tracking", "holders", "lengths"}
    await put(connection, A_CLAIM, topic, whole)
    for projection in _THREE:
        assert all(one.stopped is None for one in await replay(database_url, projection, CODEC))
    await assert_complete(connection)
