"""The processes that the demo starts beside its own: those that fill the read models."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Final, NamedTuple

from cheguan.kafka_local import broker
from cheguan.kept_process import Ours, keep_up
from cheguan.registry import Registry
from cheguan.settings import Settings
from cheguan.worker_kinds import FeedKind
from projections.engine.partition_level import follow
from projections.engine.position import STORE, kafka_feed
from workers.kafka.topic import create

_EVERY_S: Final = 8
"""Seconds in which a story that is told appends about as much as a projector folds at once."""


class Followers(NamedTuple):
    """Those that fill the read models while a story is told, and those that do afterwards."""

    meanwhile: Sequence[Ours]
    afterwards: Sequence[Ours]


@contextmanager
def read_model_workers(
    feed: FeedKind, settings: Settings, url: str, registry: Registry, data: Path | None = None
) -> Iterator[Followers]:
    """Says which workers to start. With Kafka it runs a broker while the context is open.

    With ``data``, whose database nobody has seen before, the topic is a new one.
    """
    surroundings = {"DATABASE_URL": url, "CHEGUAN_REGISTRY": registry.path}
    if feed is FeedKind.STORE:
        _follow(url, registry, STORE)
        meanwhile = _worker(surroundings, "projector", "--every", str(_EVERY_S))
        yield Followers([meanwhile], [_worker(surroundings, "projector")])
        return
    with broker(settings, data) as servers:
        topic = f"cheguan.once.{token_hex(4)}" if data else settings.kafka_topic
        create(servers, topic)
        _follow(url, registry, kafka_feed(topic))
        surroundings |= {"KAFKA_BOOTSTRAP_SERVERS": servers, "CHEGUAN_KAFKA_TOPIC": topic}
        relay = _worker(surroundings, "relay")
        yield Followers([], [relay, _worker(surroundings, "projector", "--feed", "kafka")])


def _worker(surroundings: Mapping[str, str], *arguments: str) -> Ours:
    return Ours(("work", *arguments, "--with-parent"), surroundings)


def _follow(url: str, registry: Registry, feed: str) -> None:
    """Lets read models follow this feed. After an earlier run they may stand on the other."""
    for projection in registry.projections:
        asyncio.run(follow(url, projection, registry.codec, feed))


@asynccontextmanager
async def running(children: Sequence[Ours]) -> AsyncIterator[None]:
    """Keeps the children up while the context is open."""
    stop = asyncio.Event()
    async with asyncio.TaskGroup() as tasks:
        for child in children:
            tasks.create_task(keep_up(child, stop))
        try:
            yield
        finally:
            stop.set()
