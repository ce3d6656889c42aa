"""The read models and the reactor beside a server: ``python -m cheguan.bench.closing_worker``.

It goes by the clock of the server, and ends when its standard input ends.
"""

import asyncio
import sys

from cheguan.bench.day import bench_clock
from cheguan.compose import desk
from cheguan.event_loop import run
from cheguan.registry import REGISTRY
from cheguan.settings import Settings
from workers import projector, reactor
from workers.concerned import CONCERNED


async def _end_with_input(stop: asyncio.Event) -> None:
    reader = asyncio.StreamReader()
    protocol = asyncio.StreamReaderProtocol(reader)
    await asyncio.get_running_loop().connect_read_pipe(lambda: protocol, sys.stdin)
    await reader.read()
    stop.set()


async def _work() -> None:
    settings, stop = Settings(demo=True), asyncio.Event()
    if settings.database_url is None:
        raise SystemExit("DATABASE_URL is not set")
    url, codec = settings.database_url, REGISTRY.codec
    async with desk(settings, url, bench_clock()) as made, asyncio.TaskGroup() as tasks:
        tasks.create_task(_end_with_input(stop))
        tasks.create_task(projector.from_store(url, codec, REGISTRY.projections, stop))
        tasks.create_task(reactor.run(url, codec, made.door, stop, CONCERNED))


if __name__ == "__main__":
    run(_work())
