"""The processes that the demo starts beside its own: those that fill the read models."""

import asyncio
import os
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

from cheguan.itself import again, same_files
from cheguan.kafka_local import broker
from cheguan.registry import Registry
from cheguan.settings import Settings
from cheguan.worker_kinds import FeedKind
from projections.engine.partition_level import follow
from projections.engine.position import STORE, kafka_feed
from workers.kafka.topic import create


class Child(NamedTuple):
    """``cheguan work`` with these arguments, in a process of its own."""

    arguments: Sequence[str]
    surroundings: Mapping[str, str]


@contextmanager
def read_model_workers(
    feed: FeedKind, settings: Settings, url: str, registry: Registry, data: Path | None = None
) -> Iterator[Sequence[Child]]:
    """Says which workers to start. With Kafka it runs a broker while the context is open.

    With ``data``, whose database nobody has seen before, the topic is a new one.
    """
    surroundings = {"DATABASE_URL": url, "CHEGUAN_REGISTRY": registry.path}
    if feed is FeedKind.STORE:
        _follow(url, registry, STORE)
        yield [Child(("projector",), surroundings)]
        return
    with broker(settings, data) as servers:
        topic = f"cheguan.once.{token_hex(4)}" if data else settings.kafka_topic
        create(servers, topic)
        _follow(url, registry, kafka_feed(topic))
        surroundings |= {"KAFKA_BOOTSTRAP_SERVERS": servers, "CHEGUAN_KAFKA_TOPIC": topic}
        yield [
            Child(("relay",), surroundings),
            Child(("projector", "--feed", "kafka"), surroundings),
        ]


def _follow(url: str, registry: Registry, feed: str) -> None:
    """Lets read models follow this feed. After an earlier run they may stand on the other."""
    for projection in registry.projections:
        asyncio.run(follow(url, projection, registry.codec, feed))


@asynccontextmanager
async def running(children: Sequence[Child]) -> AsyncIterator[None]:
    """Runs the children while the context is open."""
    async with AsyncExitStack() as stack:
        for child in children:
            await stack.enter_async_context(_running(child))
        yield


@asynccontextmanager
async def _running(child: Child) -> AsyncIterator[None]:
    process = await asyncio.create_subprocess_exec(
        *again("cheguan", "work", *child.arguments, "--with-parent"),
        env={**os.environ, **same_files(), **child.surroundings},
        stdin=asyncio.subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()
