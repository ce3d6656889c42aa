"""The operators' listener: few and known callers, so nothing there is refused because of load."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import uvicorn

from api.desk import Desk
from api.operators.app import Told, operators_app
from cheguan.http.connection import protocol
from cheguan.http.crowd import Crowd
from cheguan.http.limits import WireLimits
from cheguan.settings import Settings

Opening = Callable[[], AbstractAsyncContextManager[Desk]]


def operators_config(settings: Settings, told: Told) -> uvicorn.Config:
    """Serves what is ``told`` on connections of its own, beside those of the public."""
    return uvicorn.Config(
        operators_app(told),
        host=settings.operators_host,
        port=settings.operators_at,
        loop="uvloop",
        http=protocol(Crowd(WireLimits(), "operators")),
        ws="none",
        lifespan="off",
        access_log=False,
        log_level="warning",
        timeout_graceful_shutdown=1,
        server_header=False,
        proxy_headers=False,
    )


def telling(told: Told, opening: Opening) -> Opening:
    """``opening``, of whose desk operators are told while it is open."""

    @asynccontextmanager
    async def opened() -> AsyncIterator[Desk]:
        async with opening() as desk, told.of(desk):
            yield desk

    return opened
