"""The store and Kafka feed the same events into the same read models, however many share them."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from domain.event_store.connection import connect
from domain.event_store.transaction import Connection
from tests.faults.sizes import CASES_ON_KAFKA, FULL
from tests.kit.histories import PLOTS
from tests.kit.life import MORNING, Life
from tests.kit.projected import digests, emptied, filled, project, project_from_kafka
from workers.relay import Relay

_BATCH = 500 if FULL else 20
"""So small that all projectors have a share, and write the same figures at the same time."""


def _life(number: int) -> Life:
    """All within four days, so that nobody's term runs into a holiday."""
    return PLOTS[number % len(PLOTS)](number + 1, MORNING + number % 90 * timedelta(hours=1))


@pytest.fixture
async def connection(database_url: str) -> AsyncIterator[Connection]:
    connection = await connect(database_url)
    yield connection
    await connection.close()


async def test_one_two_and_three_projectors_and_the_store_give_equal_digests(
    database_url: str, kafka_servers: str, kafka_topic: str, connection: Connection
) -> None:
    await filled(database_url, [_life(number) for number in range(CASES_ON_KAFKA)])
    relaying = asyncio.create_task(Relay(database_url, kafka_servers, kafka_topic).catch_up())
    await project(database_url)
    expected = await digests(connection)
    events = await relaying
    assert events >= (20_000 if FULL else 1_000)
    for workers in (1, 2, 3):
        await emptied(connection)
        await project_from_kafka(database_url, kafka_servers, kafka_topic, workers, _BATCH)
        assert await digests(connection) == expected
        cursor = await connection.execute(
            "SELECT sum(dropped + repaired) FROM projections.position"
        )
        assert await cursor.fetchall() == [(0,)]
