"""A limit of time for many waits at once, with one timer for all of them."""

import asyncio
from collections import deque
from collections.abc import Awaitable
from typing import Any, TypeVar

Result = TypeVar("Result")


class _Wait:
    __slots__ = ("cancelling", "ends", "expired", "task")

    def __init__(self, task: "asyncio.Task[Any]", ends: float) -> None:
        self.task: asyncio.Task[Any] | None = task
        self.cancelling = task.cancelling()
        self.ends = ends
        self.expired = False


class Patience:
    """Does what ``asyncio.timeout(seconds)`` does, without a timer for every wait.

    All waits last equally long, so the first to begin is the first to end.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._waits: deque[_Wait] = deque()
        self._looking = False

    async def wait(self, doing: Awaitable[Result]) -> Result:
        """Waits for ``doing`` within the calling task. Raises ``TimeoutError``."""
        task, loop = asyncio.current_task(), asyncio.get_running_loop()
        assert task
        wait = _Wait(task, loop.time() + self._seconds)
        self._waits.append(wait)
        if not self._looking:
            self._looking = True
            loop.call_at(wait.ends, self._look)
        try:
            return await doing
        except asyncio.CancelledError:
            if wait.expired and task.uncancel() <= wait.cancelling:
                raise TimeoutError from None
            raise
        finally:
            wait.task = None

    def _look(self) -> None:
        loop = asyncio.get_running_loop()
        now = loop.time()
        while self._waits and (self._waits[0].task is None or self._waits[0].ends <= now):
            wait = self._waits.popleft()
            if wait.task is not None:
                wait.expired = True
                wait.task.cancel()
        self._looking = bool(self._waits)
        if self._waits:
            loop.call_at(self._waits[0].ends, self._look)
