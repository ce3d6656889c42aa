"""The API process: uvicorn with our application."""

import asyncio
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractAsyncContextManager, contextmanager, suppress
from socket import AF_INET, AF_INET6, create_server, socket
from typing import Final

import uvicorn

from api.app import create_app
from api.desk import Desk
from api.security import log as security_log
from cheguan.compose import limits
from cheguan.drain import Draining
from cheguan.registry import Registry
from cheguan.settings import Settings, UnsafeSettings
from cheguan.whole_answers import WholeAnswers
from workers.pause import stop_with_parent

Opening = Callable[[], AbstractAsyncContextManager[Desk]]


_FINISH_S: Final = 8
_CUT_OFF_S: Final = 2
_CONNECTIONS_A_REQUEST: Final = 4


class Server(uvicorn.Server):
    """A server that leaves signals to its owner, who stops it by ``should_exit``."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = asyncio.Event()

    async def startup(self, sockets: list[socket] | None = None) -> None:
        """Starts, and also tells that it is up or has failed to come up."""
        try:
            await super().startup(sockets)
        finally:
            self.up.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Captures nothing, because one place in the process handles signals."""
        yield


class OurServer(Server):
    """A server of our application, which knows what is under way."""

    def __init__(self, config: uvicorn.Config, draining: Draining) -> None:
        super().__init__(config)
        self._draining = draining

    async def drained(self) -> None:
        """Refuses further requests, and gives those under way some seconds to finish."""
        self._draining.begin()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._draining.finished(), _FINISH_S)


def server(settings: Settings, registry: Registry, opening: Opening) -> OurServer:
    """Makes a server of what is registered.

    It keeps no log of requests, so personal data cannot get into one. The limit of requests is
    our own, because it answers with a problem. uvicorn's limit also counts idle connections, and
    only keeps some file descriptors free.
    """
    security_log.to(sys.stderr)
    served = create_app(
        limits(settings), opening, aggregates=registry.aggregates, resources=registry.resources
    )
    app = Draining(served, settings.limit_concurrency)
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


def check_port(settings: Settings) -> None:
    """Looks before anything is started. Raises ``UnsafeSettings`` for a port that is taken."""
    family = AF_INET6 if ":" in settings.host else AF_INET
    try:
        create_server((settings.host, settings.port), family=family).close()
    except OSError as wrong:
        reason = str(wrong.strerror).partition(" (")[0]
        raise UnsafeSettings(
            f"Nothing can listen on {settings.host} port {settings.port} ({reason}). Stop "
            "what runs there, or choose another with CHEGUAN_PORT or CHEGUAN_HOST."
        ) from None


async def serve_until(
    stop: asyncio.Event, serving: OurServer, listening: int | None = None
) -> None:
    """Serves until ``stop`` is set, and then finishes requests under way within ten seconds.

    ``listening`` is a socket of the process that started this one. When that process is
    gone, this one stops.
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
