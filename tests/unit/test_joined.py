"""One call for all who ask before it begins."""

import asyncio

import pytest

from projections.engine.joined import Joined


class Clerk:
    """Counts how often he looks, and looks as long as he is told to."""

    def __init__(self) -> None:
        self.looks = 0
        self.begun, self.may_answer = asyncio.Event(), asyncio.Event()

    async def look(self) -> int:
        self.looks += 1
        self.begun.set()
        mine = self.looks
        await self.may_answer.wait()
        return mine


async def test_all_who_ask_before_it_begins_share_a_call() -> None:
    clerk = Clerk()
    joined = Joined(clerk.look)
    asking = [asyncio.create_task(joined()) for _ in range(40)]
    clerk.may_answer.set()
    assert set(await asyncio.gather(*asking)) == {1}


async def test_whoever_asks_while_a_call_is_under_way_is_told_what_is_looked_up_later() -> None:
    clerk = Clerk()
    joined = Joined(clerk.look)
    first = asyncio.create_task(joined())
    await clerk.begun.wait()
    later = [asyncio.create_task(joined()) for _ in range(40)]
    clerk.may_answer.set()
    assert await first == 1
    assert set(await asyncio.gather(*later)) == {2}


async def test_a_failure_is_told_to_all_who_asked_and_the_next_call_is_another() -> None:
    calls = 0

    async def fail_once() -> int:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise OSError
        return calls

    joined = Joined(fail_once)
    with pytest.raises(OSError):  # noqa: PT011  # there is no text to match
        await joined()
    assert await joined() == 2


async def test_one_who_leaves_takes_the_call_from_nobody() -> None:
    clerk = Clerk()
    joined = Joined(clerk.look)
    leaving, staying = asyncio.create_task(joined()), asyncio.create_task(joined())
    await asyncio.sleep(0)
    leaving.cancel()
    clerk.may_answer.set()
    assert await staying == 1
