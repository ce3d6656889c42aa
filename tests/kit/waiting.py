"""Waits for a condition and not for time."""

import asyncio
from collections.abc import Awaitable, Callable


async def until(condition: Callable[[], Awaitable[bool]], within_s: float = 60.0) -> None:
    """Returns as soon as the condition holds. Raises ``TimeoutError`` if it never does."""
    async with asyncio.timeout(within_s):
        while not await condition():  # noqa: ASYNC110  # what is waited for is no part of this loop
            await asyncio.sleep(0.005)
