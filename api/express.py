"""The hottest route, called past the framework.

Matching, dependencies and five layers of middleware cost a submission as much as its checks and
its sealing (ADR 7). The route stands in the application like any other, for the description and
the list of permissions. Its function is called here, with the same permission and behind the
same gate.
"""

from collections.abc import Awaitable, Callable, Iterable
from typing import Final, NamedTuple

from fastapi import FastAPI
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from api.desk import Desk
from api.identity import Identity
from api.language import preferred
from api.last_resort import unforeseen
from api.permissions import Permission
from api.problems import Problem
from domain.refusal import Refusal

PATH: Final = "/api/v1/applications"
_HOTTEST: Final = ("POST", PATH)


class SentHeaders(NamedTuple):
    """What the route reads from the headers of a request, in one pass."""

    authorization: tuple[bytes, ...]
    key: str | None
    accept_language: str | None


Endpoint = Callable[[Desk, Identity, SentHeaders, bytes], Awaitable[Response]]


class Express:
    """Sends ``POST`` on one path to ``endpoint``, and everything else to ``app``.

    So does whatever has a query: it is not the hottest.
    """

    def __init__(self, app: FastAPI, endpoint: Endpoint, permission: Permission) -> None:
        self.app = app
        self._endpoint = endpoint
        self._permission = permission

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_http = scope["type"] == "http"
        if not is_http or (scope["method"], scope["path"]) != _HOTTEST or scope["query_string"]:
            await self.app(scope, receive, send)
            return
        sent, state = read(scope["headers"]), self.app.state
        try:
            identity = await self._permission.admit(state.verifier, sent.authorization)
            body = (await receive())["body"]
            answer = await self._endpoint(state.desk, identity, sent, body)
        except ClientDisconnect:
            return
        except Problem as problem:
            answer = problem.response(preferred(sent.accept_language))
        except Refusal as refusal:
            answer = state.problems.of(refusal).response(preferred(sent.accept_language))
        except Exception as error:  # noqa: BLE001 - as LastResort does for every other route
            answer = unforeseen(error, sent.accept_language)
        await answer(scope, receive, send)


def read(headers: Iterable[tuple[bytes, bytes]]) -> SentHeaders:
    """Reads the headers. Of one that was sent twice the first counts, except for the token."""
    authorization, key, accept_language = [], None, None
    for name, value in headers:
        if name == b"authorization":
            authorization.append(value)
        elif name == b"idempotency-key" and key is None:
            key = value.decode("latin-1")
        elif name == b"accept-language" and accept_language is None:
            accept_language = value.decode("latin-1")
    return SentHeaders(tuple(authorization), key, accept_language)
