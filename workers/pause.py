"""Ways to wait that end at once when the worker is told to stop."""

import asyncio
import os
from contextlib import suppress
from typing import Final

_LOOK_EVERY_S: Final = 1.0


async def pause(stop: asyncio.Event, seconds: float) -> None:
    """Returns after ``seconds``, or as soon as ``stop`` is set."""
    with suppress(TimeoutError):
        await asyncio.wait_for(stop.wait(), seconds)


async def stop_with_parent(stop: asyncio.Event) -> None:
    """Sets ``stop`` when the process that started this one is gone."""
    parent = os.getppid()
    while not stop.is_set() and os.getppid() == parent:
        await pause(stop, _LOOK_EVERY_S)
    stop.set()
