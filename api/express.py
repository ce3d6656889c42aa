"""The hottest route, called past the framework.

Matching, dependencies and five layers of middleware cost a submission as much as
its checks and its sealing. The route stands in the application like any other, for
the description and the list of permissions; here the same function is called with
the same permission, behind the same gate.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Final

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from api.identity import Identity
from api.language import Language, preferred
from api.last_resort import unforeseen
from api.permissions import Permission
from api.problems import Problem, problem_for
from domain.refusal import Refusal

Endpoint = Callable[[Request, Identity], Awaitable[Response]]
PATH: Final = "/api/v1/applications"


class Express:
    """ASGI: ``POST`` on one path goes to ``endpoint``, everything else to ``app``."""

    def __init__(self, app: Any, endpoint: Endpoint, permission: Permission) -> None:
        self.app: ASGIApp = app
        self._endpoint = endpoint
        self._permission = permission

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != PATH or scope["method"] != "POST":
            await self.app(scope, receive, send)
            return
        scope["app"] = self.app
        request = Request(scope, receive)
        try:
            answer = await self._endpoint(request, await self._permission(request))
        except ClientDisconnect:
            return
        except Problem as problem:
            answer = problem.response(_language(request))
        except Refusal as refusal:
            answer = problem_for(refusal).response(_language(request))
        except Exception as error:  # noqa: BLE001 - as LastResort does for every other route
            answer = unforeseen(error, request.headers.get("accept-language"))
        await answer(scope, receive, send)


def _language(request: Request) -> Language:
    return preferred(request.headers.get("accept-language"))
