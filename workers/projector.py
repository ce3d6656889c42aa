"""The projections kept up to the log by a process of their own."""

import asyncio
from collections.abc import Sequence
from typing import Any

from projections.engine.feed import StoreFeed
from projections.engine.projection import Projection
from projections.engine.projector import Projector
from workers.kafka.projector import KafkaProjector


async def from_store(url: str, projections: Sequence[Projection[Any]], stop: asyncio.Event) -> None:
    """Until ``stop``; a second projector beside it changes nothing."""
    await Projector(url, StoreFeed(url), projections).run(stop)


async def from_kafka(
    url: str, servers: str, topic: str, projections: Sequence[Projection[Any]], stop: asyncio.Event
) -> None:
    """Until ``stop``; others of the same projections share the partitions with it."""
    await KafkaProjector(url, servers, topic, projections).run(stop)
