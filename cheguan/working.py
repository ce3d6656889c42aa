"""``cheguan work``: the workers beside the API."""

import asyncio
from enum import StrEnum

from api.settings import Settings
from cheguan.compose import parts, wall_clock
from cheguan.signals import stop_on_signal
from workers import projector, timekeeper
from workers.stopping import stop_with_parent


class Worker(StrEnum):
    """``all`` runs each of the others in one process."""

    ALL = "all"
    PROJECTOR = "projector"
    TIMEKEEPER = "timekeeper"


async def work(settings: Settings, url: str, which: Worker, *, with_parent: bool = False) -> None:
    """Until a signal, or with ``with_parent`` until the parent process is gone."""
    stop = stop_on_signal()
    async with asyncio.TaskGroup() as tasks:
        if with_parent:
            tasks.create_task(stop_with_parent(stop))
        if which in {Worker.ALL, Worker.PROJECTOR}:
            tasks.create_task(projector.run(url, stop))
        if which in {Worker.ALL, Worker.TIMEKEEPER}:
            tasks.create_task(_timekeeper(settings, url, stop))


async def _timekeeper(settings: Settings, url: str, stop: asyncio.Event) -> None:
    async with parts(settings, url) as made:
        await timekeeper.run(url, made.casework, wall_clock, stop)
