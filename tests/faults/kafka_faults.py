"""Faults of the relay, of projectors that follow Kafka, and of Kafka itself."""

import asyncio
import shutil
import signal
import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

from kafka import KafkaProducer, TopicPartition

from cheguan.kafka_broker import KafkaNode
from tests.faults.arena import Arena, Kafka
from tests.faults.cluster import run_sql
from tests.faults.processes import beside
from tests.faults.scenario import Scenario
from tests.faults.sizes import FULL
from tests.kit.kafka_reading import records
from tests.kit.waiting import until
from workers.kafka.topic import admin, create

_BETWEEN: Final = 25
_TWICE: Final = 1_000 if FULL else 100
_DOWN_S: Final = 60.0 if FULL else 8.0
_SHUFFLED_S: Final = 60.0 if FULL else 6.0
_EVERY_S: Final = 2.0
_SLOWEST_S: Final = 2.0
_TAKEN_OVER_S: Final = 60.0
_RELAYED: Final = "SELECT coalesce(max(position), 0) FROM relay_position"
_LAST: Final = "SELECT coalesce(max(notification_id), 0) FROM stored_events"
_COUNTS: Final = """
SELECT coalesce(min(d), 0)::bigint, coalesce(min(r), 0)::bigint FROM
    (SELECT sum(dropped) AS d, sum(repaired) AS r FROM projections.position GROUP BY name) AS s"""


def _relay_killed(point: str) -> Callable[[Arena, int], Awaitable[None]]:
    async def does(arena: Arena, faults: int) -> None:
        for _ in range(faults):
            await arena.kill_at(kafka(arena).relay, point)
        kafka(arena).relay.start()
        await relayed(arena)

    return does


def _projector_killed(point: str) -> Callable[[Arena, int], Awaitable[None]]:
    async def does(arena: Arena, faults: int) -> None:
        for _ in range(faults):
            await arena.kill_at(arena.projector, point)
            await arena.load.more(_BETWEEN)
        arena.projector.start()
        await arena.folded(60)

    return does


async def _projector_killed_as_it_gives_up_partitions(arena: Arena, faults: int) -> None:
    """A second projector joins one that has all partitions, and that one dies in the callback."""
    for _ in range(faults):
        await arena.projector.kill()
        arena.projector.start("P4:kill@1")
        await arena.load.more(_BETWEEN)
        await arena.folded(60)
        with beside(arena.projector):
            await arena.projector.ended(60)
            arena.struck(not arena.projector.alive, "P4 was not reached")
            await arena.load.more(_BETWEEN)
            await arena.folded(60)
        arena.projector.start()


async def _relay_asleep(arena: Arena, faults: int) -> None:
    """A standby takes over, and the first relay wakes up beside it."""
    relay = kafka(arena).relay
    for _ in range(faults):
        with beside(relay) as second:
            relay.send(signal.SIGSTOP)
            await arena.load.more(_BETWEEN)
            await relayed(arena, _TAKEN_OVER_S)
            relay.send(signal.SIGCONT)
            await arena.load.more(2 * _BETWEEN)
            await relayed(arena)
            arena.struck(second.alive and relay.awake, "a relay has died")


async def _projector_asleep(arena: Arena, faults: int) -> None:
    """The partitions go to a second projector, and the first wakes up with a batch in hand."""
    for _ in range(faults):
        with beside(arena.projector) as second:
            await arena.load.more(_BETWEEN)
            arena.projector.send(signal.SIGSTOP)
            await arena.folded(_TAKEN_OVER_S)
            arena.projector.send(signal.SIGCONT)
            await arena.load.more(2 * _BETWEEN)
            arena.struck(second.alive and arena.projector.awake, "a projector has died")


async def _projector_asleep_inside(arena: Arena, faults: int) -> None:
    """A projector sleeps inside its transaction, on figures that a second one needs."""
    for _ in range(faults):
        await arena.projector.kill()
        arena.projector.start(f"P2:stop@{arena.random.randrange(1, 10)}")
        await arena.seen(lambda: not arena.projector.awake, "P2 was not reached")
        with beside(arena.projector) as second:
            await arena.load.more(_BETWEEN)
            await arena.folded(_TAKEN_OVER_S)
            arena.projector.send(signal.SIGCONT)
            await arena.load.more(2 * _BETWEEN)
            arena.checks.that("R4", second.alive and arena.projector.awake, "a projector has died")


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


async def _workers_come_and_go(arena: Arena, faults: int) -> None:
    """Every two seconds there is a projector more or less."""
    for _ in range(faults):
        others = [arena.projector.twin(), arena.projector.twin()]
        others[1].log = others[1].log.with_stem("projector-third")
        until_then = time.monotonic() + _SHUFFLED_S
        while time.monotonic() < until_then:
            chosen = arena.random.choice(others)
            if chosen.alive:
                chosen.send(arena.random.choice((signal.SIGTERM, signal.SIGKILL)))
                await chosen.ended()
            else:
                chosen.start()
            await asyncio.sleep(_EVERY_S)
        arena.struck()
        for other in others:
            other.reap()
        await arena.folded(60)


async def _topic_made_again(arena: Arena, faults: int) -> None:
    for _ in range(faults):
        await arena.load.more(_BETWEEN)
        await asyncio.to_thread(make_again, kafka(arena))
        arena.struck()
        await arena.load.more(_BETWEEN)
        await relayed(arena, 90)
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


async def _records_deleted(arena: Arena, faults: int) -> None:
    """No projector runs, and what it would have read next is deleted."""
    for _ in range(faults):
        await arena.projector.kill()
        await arena.load.more(_BETWEEN)
        await relayed(arena)
        _, repaired = await counts(arena)
        await asyncio.to_thread(delete_all, kafka(arena))
        arena.projector.start()
        await arena.load.more(_BETWEEN)
        await arena.folded(60)
        _, now = await counts(arena)
        arena.struck(now > repaired, "nothing was repaired")


async def _sent_twice(arena: Arena, faults: int) -> None:
    for _ in range(faults):
        await arena.load.more(_BETWEEN)
        await arena.folded(60)
        dropped, _ = await counts(arena)
        sent = await asyncio.to_thread(send_twice, kafka(arena))

        async def all_dropped(wanted: int = dropped + sent) -> bool:
            return (await counts(arena))[0] >= wanted

        await until(all_dropped, 60)
        arena.struck(sent > 0, "nothing was sent twice")


async def _foreign_records(arena: Arena, faults: int) -> None:
    for _ in range(faults):
        await asyncio.to_thread(send_foreign, kafka(arena))
        arena.struck()
        await arena.load.more(_BETWEEN)
        await arena.folded(60)


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


def kafka(arena: Arena) -> Kafka:
    assert arena.kafka
    return arena.kafka


async def up_again(node: KafkaNode) -> None:
    node.launch()
    await asyncio.to_thread(node.wait_until_up)


async def relayed(arena: Arena, within_s: float = 30.0) -> None:
    """Waits until the topic has the last event there is."""
    ((last,),) = await run_sql(arena.url, _LAST)

    async def reached() -> bool:
        ((position,),) = await run_sql(arena.url, _RELAYED)
        return int(str(position)) >= int(str(last))

    await until(reached, within_s)


async def counts(arena: Arena) -> tuple[int, int]:
    """How many records were dropped and events repaired, by the read model with the fewest."""
    ((dropped, repaired),) = await run_sql(arena.url, _COUNTS)
    return int(str(dropped)), int(str(repaired))


def make_again(place: Kafka) -> None:
    place.made_again = True
    client = admin(place.cluster.bootstrap_servers)
    client.delete_topics([place.topic])
    client.close()
    while not create(place.cluster.bootstrap_servers, place.topic):
        time.sleep(0.05)


def delete_all(place: Kafka) -> None:
    found = records(place.cluster.bootstrap_servers, place.topic)
    ends = {
        TopicPartition(place.topic, number): partition[-1].offset + 1
        for number, partition in enumerate(found)
        if partition
    }
    client = admin(place.cluster.bootstrap_servers)
    client.delete_records(ends)
    client.close()
    place.lacks_records = True


def send_twice(place: Kafka) -> int:
    found = records(place.cluster.bootstrap_servers, place.topic)
    again = sorted((r for partition in found for r in partition), key=lambda r: r.timestamp)
    return _send(place, again[-_TWICE:])


def _send(place: Kafka, copied: Sequence[Any]) -> int:
    producer = KafkaProducer(bootstrap_servers=place.cluster.bootstrap_servers)
    for record in copied:
        made = list(record.headers)
        producer.send(place.topic, record.value, record.key, made, record.partition)
    producer.flush()
    producer.close()
    return len(copied)


def send_foreign(place: Kafka) -> None:
    producer = KafkaProducer(bootstrap_servers=place.cluster.bootstrap_servers)
    for partition in range(12):
        producer.send(place.topic, b"\xff{", b"somebody", [("nid", b"?")], partition)
        producer.send(place.topic, None, b"\0" * 16, [], partition)
    producer.flush()
    producer.close()


RELAY: Final[Sequence[Scenario]] = (
    Scenario("kill -9 of the relay at R1", "A batch is read.", _relay_killed("R1"), 5),
    Scenario("kill -9 of the relay at R2", "Sent, not acknowledged.", _relay_killed("R2"), 5, 1),
    Scenario("kill -9 of the relay at R3", "Acknowledged, not saved.", _relay_killed("R3"), 5, 1),
    Scenario("kill -9 of the relay at R4", "The position is saved.", _relay_killed("R4"), 5),
    Scenario("relay asleep", "SIGSTOP, a standby takes over, SIGCONT.", _relay_asleep, 5),
)
PROJECTORS: Final[Sequence[Scenario]] = (
    Scenario("kill -9 of a Kafka projector at P1", "Records are read.", _projector_killed("P1"), 5),
    Scenario(
        "kill -9 of a Kafka projector at P2", "Rows are written.", _projector_killed("P2"), 5, 1
    ),
    Scenario(
        "kill -9 of a Kafka projector at P3",
        "PostgreSQL has committed, Kafka is not told.",
        _projector_killed("P3"),
        5,
    ),
    Scenario(
        "kill -9 of a Kafka projector at P4",
        "As it gives up partitions.",
        _projector_killed_as_it_gives_up_partitions,
        5,
    ),
    Scenario(
        "Kafka projector asleep",
        "SIGSTOP, a second one takes its partitions, SIGCONT.",
        _projector_asleep,
        5,
    ),
    Scenario(
        "Kafka projector asleep inside its transaction",
        "SIGSTOP at P2, a second one takes its partitions, SIGCONT.",
        _projector_asleep_inside,
        5,
    ),
    Scenario(
        "Kafka projectors come and go", "One more or less every 2 s.", _workers_come_and_go, 5
    ),
)
BROKER: Final[Sequence[Scenario]] = (
    Scenario("kill -9 of the broker", "Under load, and started again.", _broker_killed, 5, 1),
    Scenario("broker down", "For a minute; nobody waits for it.", _broker_down, 5),
    Scenario("records sent twice", "All are dropped.", _sent_twice, 5, 1),
    Scenario("foreign records", "On every partition.", _foreign_records, 5, 1),
    Scenario("topic made again", "Deleted and made again under load.", _topic_made_again, 5),
    Scenario("Kafka wiped", "The broker comes back with an empty disk.", _kafka_wiped, 5),
    Scenario("records deleted", "Before anybody has read them.", _records_deleted, 5, 1),
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
