"""How a route is asked about a case."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol
from uuid import uuid4

import httpx

from api.pages.kit.officer import COOKIE
from domain.case.review.commands import ApproveCase
from domain.message import Command


class Fresh(Protocol):
    """Stores what the requests of a kind of route are about, anew for each."""

    async def values(self, route: str) -> Mapping[str, str]:
        """What the address and the body of the route name. Other routes name nothing of it."""
        ...


Shown = Callable[[httpx.Response], bool]
JSON: Final = "application/json"
FORM: Final = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Ask:
    """A request about a case. ``at`` is a command that is possible there.

    In ``body`` and ``query`` stand names of what the case has. ``shown`` says whether an answer
    that was no refusal tells of a case. The ``key`` of a request is its own if none is named. One
    that ``begins`` a stream names no version of it.
    """

    body: str = ""
    at: type[Command] = ApproveCase
    query: str = ""
    media_type: str = JSON
    shown: Shown = lambda answer: True
    key: str | None = None
    begins: bool = False

    def headers(self, token: str) -> dict[str, str]:
        """A page finds the token in a cookie, every other route in a header."""
        return {
            **({} if self.begins else {"if-match": "*"}),
            "authorization": f"Bearer {token}",
            "cookie": f"{COOKIE}={token}",
            "content-type": self.media_type,
            "idempotency-key": self.key or str(uuid4()),
            "origin": "http://127.0.0.1",
            "sec-fetch-site": "same-origin",
        }
