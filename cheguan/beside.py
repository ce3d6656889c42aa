"""A simulated system as a process of its own: a server on loopback, and what it does by itself."""

import asyncio
from collections.abc import Awaitable, Callable
from socket import create_server, socket
from typing import Final

import uvicorn
from starlette.applications import Starlette

from cheguan.server import Server
from cheguan.signals import stop_on_signal
from workers.pause import stop_with_parent

_HOST: Final = "127.0.0.1"


async def serve_beside(
    app: Starlette,
    work: Callable[[asyncio.Event], Awaitable[None]],
    port: int,
    descriptor: int | None = None,
    *,
    with_parent: bool = False,
) -> None:
    """Serves until a signal, on a port of this machine or on a socket that is open.

    ``work`` goes on beside it until the event is set. With ``with_parent`` all ends when the
    process that started this one is gone.
    """
    stop = stop_on_signal()
    listening = socket(fileno=descriptor) if descriptor else create_server((_HOST, port))
    config = uvicorn.Config(
        app,
        access_log=False,
        log_level="warning",
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=1,
    )
    serving = Server(config)
    async with asyncio.TaskGroup() as tasks:
        if with_parent:
            tasks.create_task(stop_with_parent(stop))
        tasks.create_task(_until(work, stop))
        running = tasks.create_task(serving.serve([listening]))
        waiting = tasks.create_task(stop.wait())
        await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
        stop.set()
        serving.should_exit = True


async def _until(work: Callable[[asyncio.Event], Awaitable[None]], stop: asyncio.Event) -> None:
    await work(stop)
