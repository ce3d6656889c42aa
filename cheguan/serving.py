"""The API process: uvicorn on an application that is put together here."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager
from socket import socket

import uvicorn

from api.app import create_app
from api.parts import Parts
from api.settings import Settings

Opening = Callable[[], AbstractAsyncContextManager[Parts]]


class Server(uvicorn.Server):
    """Leaves signals to its owner, who stops it by ``should_exit``."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = asyncio.Event()

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Also tells that it is up, or has failed to come up."""
        try:
            await super().startup(sockets)
        finally:
            self.up.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Nothing is captured: the process has one place that handles signals."""
        yield


def server(settings: Settings, opening: Opening) -> Server:
    """A server to be run in a loop; personal data is kept out of its log by having none."""
    return Server(
        uvicorn.Config(
            create_app(settings, opening),
            host=settings.host,
            port=settings.port,
            loop="uvloop",
            http="httptools",
            access_log=False,
            log_level="warning",
            limit_concurrency=settings.limit_concurrency,
            timeout_graceful_shutdown=10,
            timeout_keep_alive=30,
            server_header=False,
        )
    )


async def serve_until(stop: asyncio.Event, serving: Server) -> None:
    """Serve until ``stop``; requests in flight are finished within ten seconds."""
    running = asyncio.create_task(serving.serve())
    waiting = asyncio.create_task(stop.wait())
    await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
    serving.should_exit = True
    waiting.cancel()
    stop.set()
    await running
