"""One server of a comparison in a process of its own: ``python -m cheguan.bench.server KIND FD``.

It serves on the listening socket FD, and says on its standard output when it is up. It ends
when its standard input ends, which happens however its parent ends. All kinds have the same
event loop and the same protocol.
"""

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from enum import StrEnum
from typing import Final

import uvicorn

from api.desk import Desk
from cheguan.bench.day import bench_clock
from cheguan.bench.nothing import NothingKept
from cheguan.bench.stock import stock_app
from cheguan.compose import BUILD, desk
from cheguan.event_loop import run
from cheguan.registry import REGISTRY
from cheguan.server import Server, server
from cheguan.settings import Settings
from domain.calendar import Calendar
from domain.door.door import Door
from domain.services.catalogue import CATALOGUE

READY: Final = b"ready\n"


class Kind(StrEnum):
    """Which server. ``nothing`` is ours with a store that keeps nothing; ``stock`` is the peer."""

    OURS = "ours"
    NOTHING = "nothing"
    STOCK = "stock"


def _url(settings: Settings) -> str:
    if settings.database_url is None:
        raise SystemExit("DATABASE_URL is not set")
    return settings.database_url


def _ours(settings: Settings) -> Server:
    return server(settings, REGISTRY, lambda: desk(settings, _url(settings), bench_clock()))


def _nothing(settings: Settings) -> Server:
    @asynccontextmanager
    async def opening() -> AsyncIterator[Desk]:
        async with desk(settings, _url(settings), bench_clock()) as made:
            door = Door(
                NothingKept(),
                clock=made.clock,
                catalogue=CATALOGUE,
                calendar=Calendar(),
                build=BUILD,
                codec=REGISTRY.codec,
            )
            yield replace(made, door=door)

    return server(settings, REGISTRY, opening)


def _stock(settings: Settings) -> Server:
    return Server(
        uvicorn.Config(
            stock_app(_url(settings)),
            loop="uvloop",
            http="httptools",
            access_log=False,
            log_level="warning",
            timeout_graceful_shutdown=10,
            timeout_keep_alive=30,
        )
    )


SERVERS: Final[Mapping[Kind, Callable[[Settings], Server]]] = {
    Kind.OURS: _ours,
    Kind.NOTHING: _nothing,
    Kind.STOCK: _stock,
}


async def _end_with_input(serving: Server) -> None:
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    await reader.read()
    serving.should_exit = True


async def _say_when_up(serving: Server) -> None:
    await serving.up.wait()
    if serving.started:
        sys.stdout.buffer.write(READY)
        sys.stdout.buffer.flush()


async def _serve(serving: Server, listening: socket.socket) -> None:
    beside = asyncio.gather(_say_when_up(serving), _end_with_input(serving))
    await serving.serve(sockets=[listening])
    beside.cancel()


def main(kind: str, descriptor: str) -> None:
    serving = SERVERS[Kind(kind)](Settings(demo=True))
    run(_serve(serving, socket.socket(fileno=int(descriptor))))
    # The library's threads go on for minutes asking a database that is gone.
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
