"""One call for all who ask before it begins."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

Result = TypeVar("Result")


class Joined(Generic[Result]):
    """Shares the calls of ``doing``, one at a time, however many ask.

    Whoever asks while a call is under way shares the following one. So what he is told has been
    looked up after he asked. A call begins ``after_s`` seconds after the first has asked for it.
    """

    def __init__(self, doing: Callable[[], Awaitable[Result]], *, after_s: float = 0) -> None:
        self._doing = doing
        self._after_s = after_s
        self._turn = asyncio.Lock()
        self._next: asyncio.Task[Result] | None = None

    async def __call__(self) -> Result:
        if self._next is None:
            self._next = asyncio.create_task(self._call())
            self._next.add_done_callback(_look_at)
        return await asyncio.shield(self._next)

    async def _call(self) -> Result:
        await asyncio.sleep(self._after_s)
        async with self._turn:
            self._next = None
            return await self._doing()


def _look_at(call: "asyncio.Task[Result]") -> None:
    """Looks at a failure that nobody waits for any more, so that no log tells it."""
    if not call.cancelled():
        call.exception()
