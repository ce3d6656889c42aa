"""Attacks by what stands before a body: the request line and the headers."""

import time
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from tests.hostile.assault import Assault, Size
from tests.hostile.attack import Attack
from tests.hostile.requests import head

_LINE: Final = 4_000
_BLOCK: Final = 1_000_000
_AT_ONCE_S: Final = 3.0
_REFUSED: Final = frozenset({400, 404, 414, 431})


async def _quoted_cookie(assault: Assault) -> None:
    """The cookie parser of Python 3.11 and 3.12 takes time by the square of such a value."""
    quoted = '"' + '\\"' * (assault.size.bytes // 2)
    request = head("GET /track", {"Cookie": f"__Host-cheguan-lang={quoted}"})
    ended = request[:-4] + b'"\r\n\r\n'

    async def one(number: int) -> None:
        started = time.monotonic()
        await assault.sent(number, ended)
        took = time.monotonic() - started
        assault.that(took < _AT_ONCE_S * assault.patience, "an answer took longer than 3 s")

    await assault.crowd(one)


def _never_served(pieces: Callable[[int], Sequence[bytes]]) -> Callable[[Assault], Awaitable[None]]:
    """Sends this over and over. Nothing but a refusal may come, or the end of the connection."""

    async def does(assault: Assault) -> None:
        made = pieces(assault.size.bytes)

        async def one(number: int) -> None:
            for status in await assault.sent(number, *made):
                assault.that(status in _REFUSED, f"answered with {status}")

        await assault.crowd(one)

    return does


def _long_line(size: int) -> Sequence[bytes]:
    return [head("GET /track?" + "a" * size)]


def _large_headers(size: int) -> Sequence[bytes]:
    line = b"X-A: " + b"a" * _LINE + b"\r\n"
    block = line * (_BLOCK // len(line))
    return [head("GET /track")[:-2], *[block] * (size // len(block))]


def _many_headers(size: int) -> Sequence[bytes]:
    lines = b"".join(b"X-%d: a\r\n" % number for number in range(size // 10))
    return [head("GET /track")[:-2] + lines + b"\r\n"]


async def _addresses(assault: Assault) -> None:
    """Long paths and queries within the limits, which must never be the server's mistake."""
    room = assault.size.bytes
    lines = (
        "GET /" + "a/" * (room // 2),
        "GET /" + "../" * (room // 3),
        "GET /" + "%2e%2e%2f" * (room // 9),
        "GET /api/v1/cases/" + "9" * room,
        "GET /track?" + "a=&" * (room // 3),
        "GET /track?" + "lang=en&" * (room // 8),
        "GET /api/v1/services?" + "%F0%9F%9A%97=" * (room // 13),
        "GET /problems/" + "%00" * (room // 3),
    )

    async def one(number: int) -> None:
        request = head(lines[number % len(lines)])
        for status in await assault.sent(number, request):
            assault.that(status < 500, f"answered with {status}")

    await assault.crowd(one)


HEADS: Final = (
    Attack(
        "quoted cookie",
        "A cookie of {size.bytes:,} bytes, all of them quoted, on `/track`.",
        "bytes of a head, before anything parses it",
        _quoted_cookie,
        full=Size(4, 100_000),
        short=Size(2, 100_000, 0.8),
    ),
    Attack(
        "long request line",
        "A request line of {size.bytes:,} bytes.",
        "bytes of a request line",
        _never_served(_long_line),
        full=Size(8, 2_000_000),
        short=Size(2, 500_000, 0.6),
    ),
    Attack(
        "large headers",
        "{size.bytes:,} bytes of headers on one connection, without an end.",
        "bytes of a head",
        _never_served(_large_headers),
        full=Size(2, 60_000_000, 8),
        short=Size(1, 20_000_000, 0.8),
    ),
    Attack(
        "many headers",
        "Short headers without number, {size.bytes:,} bytes of them.",
        "number of headers",
        _never_served(_many_headers),
        full=Size(8, 500_000),
        short=Size(2, 100_000, 0.6),
    ),
    Attack(
        "deep paths and queries",
        "Paths of many steps and queries of many fields, {size.bytes:,} bytes long.",
        "bytes of a request line; an address is read once",
        _addresses,
        full=Size(16, 7_000),
        short=Size(8, 7_000, 0.6),
    ),
)
