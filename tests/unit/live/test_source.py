"""The source follows the read models while somebody watches, and no longer."""

import asyncio

from api.live.source import LiveSource
from domain.event_store.transaction import Connection


async def test_who_comes_and_goes_while_the_last_one_leaves_keeps_nothing_awake() -> None:
    begun, left, ended = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def slow_to_close() -> Connection:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            left.set()
            await ended.wait()
        raise AssertionError

    source = LiveSource(slow_to_close)

    async def watch() -> None:
        async with source.watching("a"):
            await begun.wait()

    first = asyncio.create_task(watch())
    async with asyncio.timeout(10):
        await left.wait()
        async with source.watching("b"):
            pass
        ended.set()
        await first
    assert asyncio.all_tasks() == {asyncio.current_task()}
