"""The API process: uvicorn with our application."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from socket import socket
from typing import Final

import uvicorn

from api.app import create_app
from api.operators.app import Told
from api.public_address import AtPublicAddress
from api.security import log as security_log
from cheguan.compose import limits
from cheguan.drain import Draining
from cheguan.exposure import proxies, public_address
from cheguan.http.connection import protocol
from cheguan.http.crowd import Crowd
from cheguan.http.descriptors import room_for
from cheguan.listeners import Listeners, listen
from cheguan.operators import Opening, operators_config, telling
from cheguan.registry import Registry
from cheguan.settings import Settings
from workers.pause import stop_with_parent

_CUT_OFF_S: Final = 1


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
    """A server of our application, which knows what is under way, and tells ``operators``."""

    def __init__(
        self,
        config: uvicorn.Config,
        settings: Settings,
        draining: Draining,
        crowd: Crowd,
        told: Told,
    ) -> None:
        super().__init__(config)
        self._crowd = crowd
        self.settings = settings
        self.operators = Server(operators_config(settings, told))
        self._draining = draining
        self._told = told

    async def drained(self) -> None:
        """Refuses further requests, and gives those under way some seconds to finish.

        Clients who are waited for are not waited for any longer.
        """
        self._told.stop()
        self._draining.begin()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._draining.finished(), self.settings.finish_seconds)
        self._crowd.dismiss()


def server(settings: Settings, registry: Registry, opening: Opening) -> OurServer:
    """Makes a server of what is registered.

    It keeps no log of requests, so personal data cannot get into one. All limits are our own
    (:mod:`cheguan.http`), because they answer with a problem.
    """
    security_log.to(sys.stderr)
    told = Told()
    served = create_app(
        limits(settings),
        telling(told, opening),
        aggregates=registry.aggregates,
        resources=registry.resources,
    )
    app = Draining(served, settings.limit_concurrency)
    room = room_for(settings.connections)
    crowd = Crowd(settings.model_copy(update={"connections": room}))
    config = uvicorn.Config(
        AtPublicAddress(app, public_address(settings)),
        host=settings.host,
        port=settings.port,
        loop="uvloop",
        http=protocol(crowd),
        ws="none",
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=_CUT_OFF_S,
        server_header=False,
        proxy_headers=bool(trusted := proxies(settings)),
        forwarded_allow_ips=trusted,
    )
    return OurServer(config, settings, app, crowd, told)


async def serve_until(
    stop: asyncio.Event, serving: OurServer, given: Listeners | None = None
) -> None:
    """Serves until ``stop`` is set, and then finishes requests under way within ten seconds.

    ``given`` are sockets of the process that started this one. When that process is gone,
    this one stops. Operators are told something until the very end. Raises ``UnsafeSettings``
    if nothing can listen.
    """
    with closing(given or listen(serving.settings)) as listeners:
        telling_operators = asyncio.create_task(serving.operators.serve([listeners.operators]))
        running = asyncio.create_task(serving.serve([listeners.public]))
        beside = asyncio.create_task(stop_with_parent(stop)) if given else None
        waiting = asyncio.create_task(stop.wait())
        await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
        if not running.done():
            await serving.drained()
        serving.should_exit = True
        waiting.cancel()
        stop.set()
        try:
            await running
        finally:
            serving.operators.should_exit = True
            await telling_operators
        if beside:
            await beside
