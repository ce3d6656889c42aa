"""The security log: a line of JSON for each event, and a counter. ``noted`` is all there is.

What is counted is counted always. What is written is bounded (:mod:`api.security.allowance`).
"""

import asyncio
import logging
from collections.abc import Callable
from contextvars import ContextVar
from datetime import UTC, datetime
from ipaddress import ip_address, ip_network
from typing import Any, Final, TextIO

import msgspec
from prometheus_client import Counter
from starlette.types import Scope

from api.security.allowance import Allowance
from api.security.events import EVENTS, LINES_LEFT_OUT, Level, SecurityEvent
from domain.people import Actor

LOG: Final = logging.getLogger("cheguan.security")
COUNTED: Final = Counter(
    "cheguan_security_events_total", "What may be an attack, or must be accounted for", ["code"]
)
_LEVELS: Final = {Level.INFO: logging.INFO, Level.WARNING: logging.WARNING}
_CAUGHT_EARLY: Final = frozenset({"/api/v1/applications"})
"""Routes that are called past the framework, which would know them."""
_REQUEST: Final[ContextVar[Scope | None]] = ContextVar("request", default=None)
_BY: Final = "cheguan.by"
for _each in EVENTS:
    COUNTED.labels(_each.code)


def _in(seconds: float, then: Callable[[], None]) -> bool:
    """Calls ``then`` after so many seconds. Without a loop nobody does."""
    try:
        asyncio.get_running_loop().call_later(seconds, then)
    except RuntimeError:
        return False
    return True


class SecurityLog:
    """Writes and counts. Each process has one. ``later`` calls a function after some seconds."""

    def __init__(
        self, allowance: Allowance, later: Callable[[float, Callable[[], None]], bool] = _in
    ) -> None:
        self.allowance = allowance
        self._later = later
        self._told_later = False

    def noted(self, event: SecurityEvent, **told: Any) -> None:
        """Counts the event, and writes a line unless there were too many of them.

        Raises ``TypeError`` if ``told`` are not the fields of the event.
        """
        if told.keys() != event.fields:
            raise TypeError(f"{event.code} tells {sorted(event.fields)}, and not {sorted(told)}")
        COUNTED.labels(event.code).inc()
        self._tell_left_out()
        scope = _REQUEST.get()
        by: Actor | None = scope.get(_BY) if scope else None
        if self.allowance.admits(event.code, by.caller if by else ""):
            _write(event, _where(scope) | ({"by": by} if by else {}) | told)
        else:
            self._tell_later()

    def _tell_left_out(self) -> None:
        for code, count in self.allowance.left_out().items():
            COUNTED.labels(LINES_LEFT_OUT.code).inc()
            _write(LINES_LEFT_OUT, {"of": code, "count": count})

    def _tell_later(self) -> None:
        """Sees to it that the count is told, also if nothing happens any more."""
        if not self._told_later:
            self._told_later = self._later(self.allowance.rest_s + 1, self._told)

    def _told(self) -> None:
        self._told_later = False
        self._tell_left_out()


SECURITY: Final = SecurityLog(Allowance())
noted: Final = SECURITY.noted


def arrived(scope: Scope) -> None:
    """Remembers the request that is being answered, for what is noted while it is."""
    _REQUEST.set(scope)


def identified(by: Actor) -> None:
    """Remembers who has proved who he is."""
    if (scope := _REQUEST.get()) is not None:
        scope[_BY] = by


def to(stream: TextIO) -> None:
    """Sends the lines to ``stream``."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(message)s"))
    LOG.handlers = [handler]
    LOG.setLevel(logging.INFO)


def network(address: str) -> str:
    """The network of an address: enough to shut it out, and not one caller.

    The first 24 bits of IPv4, and the first 48 of IPv6, which is what a customer is given.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return ""
    mapped = getattr(found, "ipv4_mapped", None) or found
    return str(ip_network((mapped, 24 if mapped.version == 4 else 48), strict=False))


def _where(scope: Scope | None) -> dict[str, Any]:
    """The network of the caller, and the route."""
    if scope is None:
        return {}
    client = scope.get("client")
    return {
        "network": network(client[0]) if client else "",
        "route": f"{scope['method']} {_route(scope)}".rstrip(),
    }


def _route(scope: Scope) -> str:
    """The path, with the name of what a caller has put into it. Of no route it is not told."""
    if "endpoint" not in scope and scope["path"] not in _CAUGHT_EARLY:
        return ""
    names = {value: f"{{{name}}}" for name, value in scope.get("path_params", {}).items()}
    return "/".join(names.get(step, step) for step in scope["path"].split("/"))


def _write(event: SecurityEvent, told: dict[str, Any]) -> None:
    line = {
        "at": datetime.now(UTC),
        "log": "security",
        "level": event.level,
        "code": event.code,
        "title": event.words.zh,
        **told,
    }
    LOG.log(_LEVELS[event.level], "%s", msgspec.json.encode(line).decode())
