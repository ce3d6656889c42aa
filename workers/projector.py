"""The projections kept up to the log by a process of their own."""

import asyncio
import os

from projections.feed import StoreFeed
from projections.projector import Projector
from projections.registry import PROJECTIONS
from workers.stopping import pause

_LOOK_EVERY_S = 1.0


async def run(url: str, stop: asyncio.Event) -> None:
    """Until ``stop``; a second projector beside it changes nothing."""
    await Projector(url, StoreFeed(url), list(PROJECTIONS.values())).run(stop)


async def stop_with_parent(stop: asyncio.Event) -> None:
    """Set ``stop`` when the process that started this one is gone."""
    parent = os.getppid()
    while not stop.is_set() and os.getppid() == parent:
        await pause(stop, _LOOK_EVERY_S)
    stop.set()
