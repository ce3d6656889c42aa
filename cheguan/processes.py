"""A rebuild in several processes: each folds one part of the log after another."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Final

from cheguan.looping import run
from projections.parts import Folding, Part, fold_part, one_by_one

CORES: Final = len(getattr(os, "sched_getaffinity", lambda _: range(os.cpu_count() or 1))(0))
"""Those this process may run on, where the system tells; else all there are."""


def in_processes(count: int) -> Folding:
    """Parts are folded by ``count`` processes, or here where that or the parts are one.

    They end with the last part, at the first failure, or with this one; raises
    ``BrokenProcessPool`` when one of them is ended from outside.
    """

    async def fold(parts: Sequence[Part]) -> AsyncIterator[int]:
        needed = min(count, len(parts))
        async for events in _spread(parts, needed) if needed > 1 else one_by_one(parts):
            yield events

    return fold


async def _spread(parts: Sequence[Part], count: int) -> AsyncIterator[int]:
    loop = asyncio.get_running_loop()
    pool = ProcessPoolExecutor(count, get_context("spawn"), initializer=begin)
    folds = [loop.run_in_executor(pool, _fold, part) for part in parts]
    try:
        for done in asyncio.as_completed(folds):
            yield await done
    finally:
        await asyncio.to_thread(pool.shutdown, cancel_futures=True)
        await asyncio.gather(*folds, return_exceptions=True)


def _fold(part: Part) -> int:
    return run(fold_part(part))


def begin() -> None:
    """An interrupt from the keyboard is for the process that asked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
