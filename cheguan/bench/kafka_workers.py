"""Our own processes on a topic: how long several projectors take, and how late a row is."""

import asyncio
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any, Final

from kafka.errors import KafkaError
from msgspec.structs import replace

from cheguan.itself import again, same_files
from cheguan.registry import REGISTRY
from domain.event_store.connection import connect
from domain.event_store.log import current_epoch
from domain.event_store.pending import Appended, Pending
from domain.event_store.store import open_store
from domain.event_store.transaction import Connection
from projections.engine.parking import hold
from projections.engine.position import kafka_feed, where_each
from workers.kafka.topic import admin

_LOOK_S: Final = 0.005
_JOIN_WITHIN_S: Final = 120.0
_SLOWEST: Final = "SELECT coalesce(min(position), 0) FROM projections.standing"


@contextmanager
def running(environment: Mapping[str, str], *workers: Sequence[str]) -> Iterator[None]:
    """Runs ``cheguan work`` with each of these arguments, while the context is open."""
    started = [
        subprocess.Popen(
            again("cheguan", "work", *arguments, "--with-parent"),
            env={**environment, **same_files()},
            stdin=subprocess.DEVNULL,
        )
        for arguments in workers
    ]
    try:
        yield
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.wait()


async def shared(url: str, environment: Mapping[str, str], workers: int, end: int) -> float:
    """Seconds until all read models are at ``end``, from the moment when all workers may begin."""
    topic, servers = environment["CHEGUAN_KAFKA_TOPIC"], environment["KAFKA_BOOTSTRAP_SERVERS"]
    connection = await connect(url)
    await connection.execute("SET idle_in_transaction_session_timeout = 0")
    try:
        epoch = await current_epoch(connection)
        for name in REGISTRY.names:
            await where_each(connection, name, epoch, kafka_feed(topic))
        with running(environment, *[("projector", "--feed", "kafka")] * workers):
            async with connection.transaction():
                for name in REGISTRY.names:
                    await hold(connection, name)
                await asyncio.to_thread(_joined, servers, topic, workers)
            started = time.perf_counter()
            while await _slowest(connection) < end:  # noqa: ASYNC110 - another process's work
                await asyncio.sleep(_LOOK_S)
            return time.perf_counter() - started
    finally:
        await connection.close()


async def late(url: str, commands: Sequence[Pending], rate: float) -> list[float]:
    """Seconds from the answer to each command to its rows, in rising order.

    Commands are given at ``rate``. The first is not counted: with it the workers show that
    they are up.
    """
    answered: dict[int, float] = {}
    found: list[float] = []

    async def give(pending: Pending, store: Any) -> None:
        answer = await store.append(pending)
        assert isinstance(answer, Appended)
        answered[answer.position] = time.perf_counter()

    async def look(connection: Connection) -> None:
        while len(found) < len(commands) - 1:
            reached = await _slowest(connection)
            seen = time.perf_counter()
            for position in [p for p in answered if p <= reached]:
                found.append(seen - answered.pop(position))
            await asyncio.sleep(_LOOK_S)

    connection = await connect(url)
    async with open_store(url, REGISTRY.codec) as store, asyncio.TaskGroup() as tasks:
        await give(replace(commands[0], caller=""), store)
        while await _slowest(connection) < max(answered):  # noqa: ASYNC110 - as above
            await asyncio.sleep(_LOOK_S)
        answered.clear()
        tasks.create_task(look(connection))
        begun = time.perf_counter()
        for number, pending in enumerate(commands[1:]):
            await asyncio.sleep(max(0.0, begun + number / rate - time.perf_counter()))
            tasks.create_task(give(replace(pending, caller=""), store))
    await connection.close()
    return sorted(found)


async def _slowest(connection: Connection) -> int:
    cursor = await connection.execute(_SLOWEST, binary=True)
    return int((await cursor.fetchall())[0][0])


def _joined(servers: str, topic: str, workers: int) -> None:
    """Returns when the group has so many members and has shared out the partitions."""
    group = f"{topic}.{'+'.join(sorted(REGISTRY.names))}"
    client, deadline = admin(servers), time.monotonic() + _JOIN_WITHIN_S
    try:
        while time.monotonic() < deadline:
            with suppress(KafkaError):
                found = client.describe_groups([group])[group]
                shares = [_partitions(member) for member in found["members"]]
                if found["group_state"] == "Stable" and len(shares) == workers and all(shares):
                    return
            time.sleep(_LOOK_S)
    finally:
        client.close()
    raise TimeoutError("the projectors do not join their group")


def _partitions(member: Mapping[str, Any]) -> int:
    """How many partitions a member of a group has been given."""
    given = member["member_assignment"] or {"assigned_partitions": []}
    return sum(len(topic["partitions"]) for topic in given["assigned_partitions"])
