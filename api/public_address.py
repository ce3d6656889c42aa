"""Under which names the service is reached, and by https alone where it is in earnest."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.language import preferred
from api.problems import Problem
from api.security_headers import protected

_HEALTH: Final = "/health/"
_API: Final = "/api/"
_READING: Final = frozenset({"GET", "HEAD"})


@dataclass(frozen=True, slots=True)
class PublicAddress:
    """``hosts`` are the names without a port. ``hsts_s`` is how long a browser remembers that
    there is ``https`` only (RFC 6797)."""

    hosts: frozenset[str]
    https: bool = False
    hsts_s: int = 0


class AtPublicAddress:
    """Lets a request to another name pass to nobody, and with ``https`` none in the clear.

    Whoever has a name of his own point here could read answers with the rights of a visitor's
    browser. A page asked for in the clear is shown the way. What was sent to the API in the clear
    may have been read on the way, so it is refused. Load balancers ask by any name.
    """

    def __init__(self, app: ASGIApp, address: PublicAddress) -> None:
        self.app = app
        self._address = address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(_HEALTH):
            await self.app(scope, receive, send)
            return
        if refusal := self._refusal(scope):
            await refusal(scope, receive, protected(send, scope["path"]))
            return
        await self.app(scope, receive, self._remembered(send) if self._address.https else send)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        language = preferred(headers.get("accept-language"))
        host = _hostname(headers.get("host", ""))
        if host not in self._address.hosts:
            return Problem("host-unknown", 421).response(language)
        if not self._address.https or scope["scheme"] == "https":
            return None
        path: str = scope["path"]
        if scope["method"] not in _READING or path.startswith(_API):
            return Problem("https-required", 403).response(language)
        query = scope["query_string"].decode("latin-1")
        named = f"[{host}]" if ":" in host else host
        return RedirectResponse(
            f"https://{named}{quote(path)}" + (f"?{query}" if query else ""), 308
        )

    def _remembered(self, send: Send) -> Send:
        policy = b"max-age=%d; includeSubDomains" % self._address.hsts_s
        header = (b"strict-transport-security", policy)

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), header]
            await send(message)

        return sending


def _hostname(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
