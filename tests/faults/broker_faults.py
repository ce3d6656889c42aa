"""Faults of the brokers of Kafka."""

import asyncio
import shutil
import time
from collections.abc import Sequence
from typing import Final

from cheguan.kafka_node import KafkaNode
from tests.faults.arena import Arena
from tests.faults.kafka_state import kafka, relayed
from tests.faults.scenario import Scenario
from tests.faults.sizes import FULL
from workers.kafka.topic import create

_BETWEEN: Final = 25
_DOWN_S: Final = 60.0 if FULL else 8.0
_SLOWEST_S: Final = 2.0


async def _broker_killed(arena: Arena, faults: int) -> None:
    for _ in range(faults):
        await arena.load.more(arena.random.randrange(1, 2 * _BETWEEN))
        (node,) = kafka(arena).cluster.nodes
        await asyncio.to_thread(node.kill)
        arena.struck()
        await arena.load.more(_BETWEEN)
        await up_again(node)
        await arena.folded(90)


async def _broker_down(arena: Arena, faults: int) -> None:
    """The broker is down, and the service answers as fast as ever."""
    for _ in range(faults):
        (node,) = kafka(arena).cluster.nodes
        await asyncio.to_thread(node.kill)
        arena.load.slowest, until_then = 0.0, time.monotonic() + _DOWN_S
        while time.monotonic() < until_then:
            await arena.load.more(_BETWEEN)
        slowest = arena.load.slowest
        arena.checks.that("R4", slowest <= _SLOWEST_S, f"{slowest:.1f} s for an answer")
        arena.struck()
        await up_again(node)
        await arena.folded(90)


async def _kafka_wiped(arena: Arena, faults: int) -> None:
    """The broker comes back with an empty disk."""
    for _ in range(faults):
        await arena.load.more(_BETWEEN)
        (node,) = kafka(arena).cluster.nodes
        kafka(arena).made_again = True
        await asyncio.to_thread(node.kill)
        shutil.rmtree(node.folder)
        await asyncio.to_thread(kafka(arena).cluster.start)
        await asyncio.to_thread(create, node.address, kafka(arena).topic)
        arena.struck()
        await arena.load.more(_BETWEEN)
        await relayed(arena, 90)
        await arena.folded(90)


async def _one_of_three_killed(arena: Arena, faults: int) -> None:
    """One of three brokers dies, and the leaders of its partitions move under load."""
    for number in range(faults):
        node = kafka(arena).cluster.nodes[number % 3]
        await arena.load.more(_BETWEEN)
        await asyncio.to_thread(node.kill)
        arena.struck()
        await arena.load.more(2 * _BETWEEN)
        await relayed(arena, 60)
        await arena.folded(60)
        await up_again(node)


async def up_again(node: KafkaNode) -> None:
    node.launch()
    await asyncio.to_thread(node.wait_until_up)


BROKER: Final[Sequence[Scenario]] = (
    Scenario("kill -9 of the broker", "Under load, and started again.", _broker_killed, 5, 1),
    Scenario("broker down", "For a minute; nobody waits for it.", _broker_down, 5),
    Scenario("Kafka wiped", "The broker comes back with an empty disk.", _kafka_wiped, 5),
)
THREE_BROKERS: Final[Sequence[Scenario]] = (
    Scenario(
        "kill -9 of one broker of three",
        "Three copies, two must acknowledge; the leaders move under load.",
        _one_of_three_killed,
        6,
        1,
    ),
)
