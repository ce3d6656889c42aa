"""One round over Kafka: each contender once, on a topic of its own."""

import time
from secrets import token_hex
from typing import NamedTuple

from cheguan.bench import kafka_peers, readmodels
from cheguan.event_loop import run
from cheguan.registry import REGISTRY
from projections.engine.log_reader import decoded
from workers.kafka.consumer import Consumer
from workers.kafka.links import judge
from workers.kafka.projector import BATCH, KafkaProjector
from workers.kafka.record import Stored
from workers.kafka.topic import create
from workers.relay import Relay


class Round(NamedTuple):
    """The seconds that each contender needed in one round."""

    produce: float
    consume: float
    produce_alike: float
    consume_alike: float
    relay: float
    feed: float
    project: float


def one_round(url: str, servers: str, stored: list[Stored]) -> Round:
    bare, alike, ours = (fresh_topic(servers) for _ in range(3))
    produce = kafka_peers.produce(servers, bare, stored)
    consume = kafka_peers.consume(servers, bare, len(stored))
    produce_alike = kafka_peers.produce(servers, alike, stored, with_headers=True)
    consume_alike = kafka_peers.consume(servers, alike, len(stored))
    started = time.perf_counter()
    run(Relay(url, servers, ours).catch_up())
    relay = time.perf_counter() - started
    feed = run(_feed(servers, ours, len(stored)))
    readmodels.forget(url)
    project = run(_project(url, servers, ours, len(stored)))
    return Round(produce, consume, produce_alike, consume_alike, relay, feed, project)


async def _feed(servers: str, topic: str, wanted: int) -> float:
    """Seconds from the first records to the last event. They are checked and decoded only."""
    consumer, seen, started = Consumer(servers, topic, topic, BATCH), 0, 0.0
    last: dict[int, int] = {}
    while seen < wanted:
        polled = await consumer.poll()
        if polled.fresh:
            await consumer.start(dict.fromkeys(polled.fresh, 0))
            started = time.perf_counter()
        for partition, records in polled.records.items():
            judged = judge(records, 1, last.get(partition, 0))
            last[partition] = judged.last
            seen += len(decoded(REGISTRY.codec, judged.rows))
    took = time.perf_counter() - started
    await consumer.close()
    return took


async def _project(url: str, servers: str, topic: str, wanted: int) -> float:
    """Seconds from the assignment of the partitions to the last row."""
    projector = KafkaProjector(url, servers, topic, REGISTRY.codec, REGISTRY.projections)
    seen = await projector.step()
    while not seen:
        started = time.perf_counter()
        seen = await projector.step()
    while seen < wanted:
        seen += await projector.step()
    took = time.perf_counter() - started
    await projector.close()
    return took


def fresh_topic(servers: str) -> str:
    topic = f"cheguan.bench.{token_hex(4)}"
    create(servers, topic)
    return topic
