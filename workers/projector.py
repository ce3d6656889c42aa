"""Keeps the read models up to the log, in a process of its own."""

import asyncio
from collections.abc import Sequence
from typing import Any

from domain.codec import Codec
from projections.engine.feed import StoreFeed
from projections.engine.projection import Projection
from projections.engine.projector import Projector
from workers.kafka.projector import KafkaProjector


async def from_store(
    url: str,
    codec: Codec,
    projections: Sequence[Projection[Any]],
    stop: asyncio.Event,
    *,
    every_s: float = 0.0,
) -> None:
    """Follows the store until ``stop`` is set. A second projector beside it does no harm."""
    await Projector(url, StoreFeed(url, codec), projections).run(stop, every_s=every_s)


async def from_kafka(
    url: str,
    servers: str,
    topic: str,
    codec: Codec,
    projections: Sequence[Projection[Any]],
    stop: asyncio.Event,
) -> None:
    """Follows a topic until ``stop`` is set. Others may share its partitions."""
    await KafkaProjector(url, servers, topic, codec, projections).run(stop)
