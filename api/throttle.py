"""Lets each client ask as often as he may, before anything of his request is read.

Who has signed in is measured by who he is, everybody else by his address. A token counts as soon
as it was believed once; one that nobody has believed costs its address a token.
"""

from typing import Final

from fastapi import FastAPI
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.client_address import client_address
from api.identity import Identity, TokenVerifier
from api.language import preferred
from api.pages.kit.officer import COOKIE
from api.problems import Problem
from api.rates.bucket import Bucket, Fill
from api.rates.fields import rate_fields, too_many
from api.rates.general import GeneralRates
from api.rates.memory_buckets import MemoryBuckets
from api.security.events import RATE_LIMITED
from api.security.log import arrived, noted
from api.security_headers import protected

_NEVER_REFUSED: Final = "/health/"
_TOLD_FROM: Final = 0.75
"""When so much of a bucket has been taken, answers tell how it stands."""
_BEARER: Final = b"bearer "
_COOKIE: Final = COOKIE.encode() + b"="
_PAGE: Final = (
    '<!doctype html><html lang="zh-CN"><meta charset="utf-8">'
    "<title>请求过于频繁</title><h1>请求过于频繁</h1>"
    "<p>请在 {wait} 秒后再试。</p>"
    '<p lang="en">Too many requests. Please try again in {wait} seconds.</p></html>'
)


class Throttle:
    """ASGI middleware in front of the gate. ``inner`` is the application that knows the tokens."""

    def __init__(self, app: ASGIApp, inner: FastAPI, rates: GeneralRates) -> None:
        self.app = app
        self._state = inner.state
        self._rates = rates
        self._buckets = MemoryBuckets()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(_NEVER_REFUSED):
            await self.app(scope, receive, send)
            return
        bucket, key = self._drawn(scope)
        full_in_s = self._buckets.take(bucket, key)
        if full_in_s > bucket.refill_s:
            arrived(scope)
            noted(RATE_LIMITED)
            answer = _refusal(scope, too_many(Fill(bucket, False, full_in_s - bucket.step_s)))
            await answer(scope, receive, protected(send, scope["path"]))
            return
        if full_in_s > _TOLD_FROM * bucket.refill_s:
            send = _telling(send, Fill(bucket, True, full_in_s))
        await self.app(scope, receive, send)

    def _drawn(self, scope: Scope) -> tuple[Bucket, str]:
        """The bucket of the client, and which one it is."""
        identity = self._known(scope)
        if identity is not None:
            by = identity.actor
            return self._rates.of_principal(by), by.caller
        address = client_address(scope)
        return self._rates.of_address(address), address

    def _known(self, scope: Scope) -> Identity | None:
        """Who asks, if his token was believed before."""
        verifier: TokenVerifier = self._state.verifier
        for name, value in scope["headers"]:
            if name == b"authorization" and value[:7].lower() == _BEARER:
                return verifier.believed(value[7:].strip())
            if name == b"cookie" and (begin := value.find(_COOKIE)) >= 0:
                token, _, _ = value[begin + len(_COOKIE) :].partition(b";")
                return verifier.believed(token)
        return None


def _telling(send: Send, fill: Fill) -> Send:
    """Adds how the bucket stands to an answer that tells of no other."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in rate_fields([fill]).items():
                headers.setdefault(name, value)
        await send(message)

    return sending


def _refusal(scope: Scope, problem: Problem) -> Response:
    """A page of two sentences for people, which costs nothing to make, and a problem else."""
    headers = Headers(scope=scope)
    is_page = not scope["path"].startswith("/api/") and "text/html" in headers.get("accept", "")
    if is_page:
        page = _PAGE.format(wait=problem.headers["retry-after"])
        return HTMLResponse(page, problem.status, problem.headers)
    return problem.response(preferred(headers.get("accept-language")))
