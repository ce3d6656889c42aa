"""The pages of streams that are being worked on, while the other reactions go on."""

import asyncio
from collections.abc import Coroutine, Iterator, Sequence
from typing import Any

from workers.reactions.slices import Slice


class Pages:
    """At most one page of a reaction, by its name."""

    def __init__(self) -> None:
        self._tasks: dict[str, asyncio.Task[Slice]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._tasks

    def __iter__(self) -> Iterator[asyncio.Task[Slice]]:
        return iter(self._tasks.values())

    def begin(self, name: str, work: Coroutine[Any, Any, Slice]) -> None:
        self._tasks[name] = asyncio.create_task(work, name=name)

    def done(self) -> Sequence[Slice]:
        """Takes out what came of the pages that are done. Raises what one of them has raised."""
        names = [name for name, task in self._tasks.items() if task.done()]
        return [self._tasks.pop(name).result() for name in names]

    async def close(self) -> None:
        """Gives the pages up. Commands that the store has taken are known when they come again."""
        tasks = list(self)
        self._tasks.clear()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
