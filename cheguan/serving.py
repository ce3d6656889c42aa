"""The API process: uvicorn on an application that is put together here."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager, suppress
from socket import socket
from typing import Final

import uvicorn

from api.app import create_app
from api.parts import Parts
from api.settings import Settings
from cheguan.draining import Draining
from cheguan.whole_answers import WholeAnswers
from workers.stopping import stop_with_parent

Opening = Callable[[], AbstractAsyncContextManager[Parts]]


_FINISH_S: Final = 8
_CUT_OFF_S: Final = 2
_CONNECTIONS_A_REQUEST: Final = 4


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


class OurServer(Server):
    """Of our application, which knows what is under way."""

    def __init__(self, config: uvicorn.Config, draining: Draining) -> None:
        super().__init__(config)
        self._draining = draining

    async def drained(self) -> None:
        """Refuse what is new, while what is under way has some seconds to finish."""
        self._draining.begin()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._draining.finished(), _FINISH_S)


def server(settings: Settings, opening: Opening) -> OurServer:
    """A server to be run in a loop; personal data is kept out of its log by having none.

    The limit of requests is ours, because it answers with a problem; that of connections,
    which idle ones count for, is only to keep some file descriptors.
    """
    app = Draining(create_app(settings, opening), settings.limit_concurrency)
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        loop="uvloop",
        http=WholeAnswers,
        access_log=False,
        log_level="warning",
        limit_concurrency=_CONNECTIONS_A_REQUEST * settings.limit_concurrency,
        timeout_graceful_shutdown=_CUT_OFF_S,
        timeout_keep_alive=30,
        server_header=False,
        proxy_headers=False,
    )
    return OurServer(config, app)


async def serve_until(
    stop: asyncio.Event, serving: OurServer, listening: int | None = None
) -> None:
    """Serve until ``stop``; requests in flight are finished within ten seconds.

    ``listening`` is the descriptor of a socket of the process that started this one,
    without which there is no use in going on.
    """
    given = None if listening is None else [socket(fileno=listening)]
    running = asyncio.create_task(serving.serve(given))
    beside = asyncio.create_task(stop_with_parent(stop)) if given else None
    waiting = asyncio.create_task(stop.wait())
    await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
    if not running.done():
        await serving.drained()
    serving.should_exit = True
    waiting.cancel()
    stop.set()
    await running
    if beside:
        await beside
