"""The live parts of a public page, made once for all who look at it.

The page is asked for in this process, as somebody would who has not signed in, so nothing of a
person is in it. What was made is kept until the read models move, and a minute at most, because
the day changes too.
"""

import asyncio
import gzip
import re
import time
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Final, NamedTuple
from urllib.parse import urlencode

from starlette.types import ASGIApp, Message, Scope

MOST: Final = 64
"""So many pages of different queries, languages and sizes are kept."""
_KEPT_S: Final = 60.0
_LIVE: Final = re.compile(rb"<(\w+)(?=\s)[^<>]*\sdata-live(?=[\s>])")
_OK: Final = 200
_QUICKLY: Final = 3


def elements(page: bytes) -> Iterator[bytes]:
    """The elements of a page that are marked with ``data-live``. None stands in another."""
    place = 0
    while begin := _LIVE.search(page, place):
        depth, place = 0, len(page)
        for tag in re.finditer(rb"<(/?)%s[\s>]" % begin[1], page[begin.start() :]):
            depth += -1 if tag[1] else 1
            if not depth:
                place = begin.start() + tag.end()
                break
        yield page[begin.start() : place]


class LiveParts(NamedTuple):
    """``status`` is that of the page. Only parts of a page that could be shown are kept.

    ``packed`` is the content by gzip: it is the same for everybody, so its length tells nothing of
    anybody. It took ``took_s`` seconds to make.
    """

    status: int
    content: bytes
    packed: bytes
    etag: str
    took_s: float


class _Made(NamedTuple):
    """What is made, or being made, as of a serial."""

    serial: int
    until: float
    making: "asyncio.Task[LiveParts]"

    def serves(self, serial: int) -> bool:
        if self.making.done() and (self.making.exception() or self.making.result().status != _OK):
            return False
        return self.serial == serial and time.monotonic() < self.until


class PartsKeeper:
    """Keeps what was made of each page since the read models last moved."""

    def __init__(self) -> None:
        self._made: dict[str, _Made] = {}

    def __len__(self) -> int:
        """How many pages are kept."""
        return len(self._made)

    async def of(
        self, app: ASGIApp, scope: Scope, path: str, query: Mapping[str, str], serial: int
    ) -> LiveParts:
        """The parts of ``path`` as of ``serial``, made once for all who ask for them."""
        key = f"{path}?{urlencode(query)}"
        made = self._made.get(key)
        if made is None or not made.serves(serial):
            self._made.pop(key, None)
            making = asyncio.create_task(_asked(app, scope, path, query))
            made = self._made[key] = _Made(serial, time.monotonic() + _KEPT_S, making)
            while len(self._made) > MOST:
                del self._made[next(iter(self._made))]
        return await asyncio.shield(made.making)


async def _asked(app: ASGIApp, scope: Scope, path: str, query: Mapping[str, str]) -> LiveParts:
    """Asks the application for the page, with nothing of the caller but his query."""
    status, page, began = 0, bytearray(), time.monotonic()

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal status
        status = message.get("status", status)
        page.extend(message.get("body", b""))

    asked = {
        "type": "http",
        "asgi": scope["asgi"],
        "http_version": scope["http_version"],
        "scheme": scope["scheme"],
        "server": scope["server"],
        "client": scope["client"],
        "root_path": "",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": urlencode(query).encode(),
        "headers": [],
    }
    await app(asked, receive, send)
    content = b"".join(elements(bytes(page)))
    packed = gzip.compress(content, _QUICKLY, mtime=0)
    digest = sha256(content).hexdigest()[:32]
    return LiveParts(status, content, packed, digest, time.monotonic() - began)
