"""The projections kept up to the log by a process of their own."""

import asyncio

from projections.feed import StoreFeed
from projections.projector import Projector
from projections.registry import PROJECTIONS


async def run(url: str, stop: asyncio.Event) -> None:
    """Until ``stop``; a second projector beside it changes nothing."""
    await Projector(url, StoreFeed(url), list(PROJECTIONS.values())).run(stop)
