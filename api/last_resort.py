"""Answers an exception that nobody foresaw with a problem, and logs nothing private.

The text of an exception may hold an ID number or a row of the database. Servers and frameworks
log it with a traceback when it reaches them, so it stops here.
"""

import logging
import traceback
from typing import Final

from starlette.datastructures import Headers
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.language import preferred
from api.problems import Problem

_LOG: Final = logging.getLogger(__name__)


def unforeseen(error: BaseException, accept_language: str | None) -> Response:
    """Answers 500. See :func:`logged`."""
    return logged(error).response(preferred(accept_language))


def logged(error: BaseException) -> Problem:
    """Logs the type of ``error`` and the line that raised it, not what it says."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "nowhere"
    _LOG.error("unforeseen %s at %s", type(error).__qualname__, place)
    return Problem("unforeseen", 500)


class LastResort:
    """ASGI middleware outside every exception handler of the application."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except ClientDisconnect:
            return
        except Exception as error:  # noqa: BLE001 - the one place that may
            answer = unforeseen(error, Headers(scope=scope).get("accept-language"))
            # An answer already begun is left unfinished, which makes the server cut
            # the connection: the client then knows that it is not whole.
            if not started:
                await answer(scope, receive, send)
