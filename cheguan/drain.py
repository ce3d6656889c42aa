"""Lets a process stop without losing a request: it finishes what has begun and refuses the rest."""

import asyncio
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.language import preferred
from api.problems import Problem
from api.routers.live import PATH as _LASTING
from api.security_headers import protected

_AGAIN: Final = {"retry-after": "2", "connection": "close"}
_READY: Final = "/health/ready"
_HEALTH: Final = "/health/"
_WITH_BODY: Final = frozenset({"POST", "PUT", "PATCH"})


class Draining:
    """Lets at most ``limit`` requests through at once, and after :meth:`begin` no further one.

    What load balancers ask is always answered. Readiness is the first to be denied. A request
    whose body has not come takes no place: it is the client who is waited for. An answer that
    lasts takes none either; its own places are bounded, and whoever gives it ends it.
    """

    def __init__(self, app: ASGIApp, limit: int) -> None:
        self.app = app
        self._limit = limit
        self._under_way = 0
        self._awaited = 0
        self._stopping = False
        self._done = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, protected(send, scope["path"]))
            return
        if scope["path"] == _LASTING:
            await self.app(scope, receive, send)
            return
        self._under_way += 1
        try:
            await self.app(scope, self._making_room(scope, receive), send)
        finally:
            self._under_way -= 1
            self._look()

    def _making_room(self, scope: Scope, receive: Receive) -> Receive:
        if scope["method"] not in _WITH_BODY:
            return receive
        more = True

        async def receiving() -> Message:
            nonlocal more
            if not more:
                return await receive()
            self._under_way -= 1
            self._awaited += 1
            try:
                message = await receive()
            finally:
                self._awaited -= 1
                self._under_way += 1
            more = message.get("more_body", False)
            return message

        return receiving

    def _look(self) -> None:
        if self._stopping and not (self._under_way or self._awaited):
            self._done.set()

    def _refusal(self, scope: Scope) -> Response | None:
        path: str = scope["path"]
        if self._stopping and path == _READY:
            return JSONResponse({"status": "unready"}, 503, _AGAIN)
        if path.startswith(_HEALTH) or not (self._stopping or self._under_way >= self._limit):
            return None
        language = preferred(Headers(scope=scope).get("accept-language"))
        return Problem("store-unavailable", 503, headers=_AGAIN).response(language)

    def begin(self) -> None:
        """Refuses every request that begins from now on."""
        self._stopping = True
        self._look()

    async def finished(self) -> None:
        """Returns when no request is under way any more, after :meth:`begin`."""
        await self._done.wait()
