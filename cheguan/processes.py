"""Rebuilds a read model in several processes. Each folds one part of the log after another."""

import asyncio
import os
import signal
from collections.abc import AsyncGenerator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import aclosing, contextmanager
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.context import BaseContext
from pathlib import Path
from threading import Thread
from typing import Final

from cheguan.event_loop import run
from cheguan.holiday_notices import adopt
from cheguan.registry import imported
from cheguan.settings import Settings
from projections.engine.parts import Folding, Part, Span, fold_part, one_by_one

PROCESSES: Final = min(8, len(getattr(os, "sched_getaffinity", lambda _: range(2))(0)))
"""One process for each core, but few enough, because each takes two connections."""


def in_processes(count: int, registry: str) -> Folding:
    """Folds parts in ``count`` processes, or here if there is one process or one part.

    Each process imports the registry of this path, and finds there what the parts are folded by.
    The processes end with the last part, after a failure with the parts under way, or with
    this process. Raises ``BrokenProcessPool`` when one of them is ended from outside.
    """

    async def fold(parts: Sequence[Part]) -> AsyncGenerator[int, None]:
        needed = min(count, len(parts))
        spread = _spread(parts, needed, registry) if needed > 1 else one_by_one(parts)
        async with aclosing(spread) as folds:
            async for events in folds:
                yield events

    return fold


async def _spread(parts: Sequence[Part], count: int, registry: str) -> AsyncGenerator[int, None]:
    loop = asyncio.get_running_loop()
    holidays = Settings().holidays_file
    pool = ProcessPoolExecutor(count, _context(registry), initializer=begin, initargs=(holidays,))
    with _not_interrupted():
        folds = [
            loop.run_in_executor(pool, _fold, registry, part.projection.name, part.span)
            for part in parts
        ]
    try:
        for done in asyncio.as_completed(folds):
            yield await done
    finally:
        await asyncio.to_thread(pool.shutdown, cancel_futures=True)
        await asyncio.gather(*folds, return_exceptions=True)


def _context(registry: str) -> BaseContext:
    """Where processes can be forked, they are forked from one that has imported the registry.

    That one is made once, at the first rebuild, and ends with this process. So importing the
    program, which takes longer than folding most read models, is not repeated for each of them.
    """
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    forking = get_context("forkserver")
    forking.set_forkserver_preload([__name__, registry.partition(":")[0]])
    return forking


def _fold(registry: str, name: str, span: Span) -> int:
    found = imported(registry)
    return run(fold_part(Part(found.projection(name), found.codec, span)))


@contextmanager
def _not_interrupted() -> Iterator[None]:
    """Keeps an interrupt from the keyboard from the processes that begin meanwhile."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def begin(holidays_file: Path | None) -> None:
    """Makes a process that has just begun end with the one that started it.

    It counts by the holidays of the same file, because what it folds must be the same.
    """
    adopt(holidays_file)
    Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
