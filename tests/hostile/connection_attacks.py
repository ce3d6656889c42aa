"""Attacks by connections: many, slow, or with nobody who reads."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final

from tests.hostile.assault import Assault, Size
from tests.hostile.attack import Attack
from tests.hostile.requests import head

_SLOWLY_S: Final = 1.0


def _held(first: bytes, more: bytes = b"") -> Callable[[Assault], Awaitable[None]]:
    """Begins a request, and goes on with one more byte each second, or with silence."""

    async def does(assault: Assault) -> None:
        async def one(number: int) -> None:
            async with assault.line(number) as line:
                if first:
                    await line.send(first)
                ending = asyncio.ensure_future(line.ended())
                try:
                    while not ending.done():
                        await asyncio.wait({ending}, timeout=_SLOWLY_S)
                        if more and not ending.done():
                            await line.send(more)
                finally:
                    ending.cancel()
                    with suppress(asyncio.CancelledError, OSError):
                        await ending
            assault.saw["closed by the server"] += 1

        await assault.crowd(one)

    return does


async def _pipelined(assault: Assault) -> None:
    """Requests without end on one connection, of whose answers nothing is read."""
    request = head("GET /api/v1/services/plate_reissue")
    block = request * (assault.size.bytes // len(request))

    async def one(number: int) -> None:
        async with assault.line(number) as line:
            await line.send(block)
            assault.saw["taken whole"] += 1
            await asyncio.sleep(assault.size.seconds)

    await assault.crowd(one)


async def _slow_readers(assault: Assault) -> None:
    """The largest answers there are, asked for again and again and read a byte at a time."""
    request = head("GET /openapi.json")

    async def one(number: int) -> None:
        async with assault.line(number) as line:
            for _ in range(assault.size.bytes // len(request)):
                await line.send(request)
            while await line.read(1):  # noqa: ASYNC110  # the reader takes his time
                await asyncio.sleep(_SLOWLY_S)

    await assault.crowd(one)


CONNECTIONS: Final = (
    Attack(
        "answers that nobody reads",
        "{size.attackers} connections send {size.bytes:,} bytes of requests and read nothing.",
        "nothing is read ahead of what is unanswered; time to take an answer",
        _pipelined,
        full=Size(40, 262_144, 10),
        short=Size(12, 131_072, 1.0),
    ),
    Attack(
        "half-open connections",
        "{size.attackers:,} connections from one address, on which nothing is sent.",
        "connections of an address",
        _held(b""),
        full=Size(2_100, 0, 12),
        short=Size(300, 0, 1.0),
    ),
    Attack(
        "half-open from everywhere",
        "{size.attackers:,} connections from 2,000 addresses, on which nothing is sent.",
        "connections in all, and the time until a head is whole",
        _held(b""),
        full=Size(4_000, 0, 12),
        short=None,
        addresses=2_000,
    ),
    Attack(
        "kept connections",
        "{size.attackers:,} connections from 200 addresses that have asked once and stay.",
        "time that a connection may idle; connections in all",
        _held(head("GET /health/live")),
        full=Size(1_500, 0, 12),
        short=Size(200, 0, 1.0),
        addresses=200,
    ),
    Attack(
        "dribbled headers",
        "{size.attackers} connections from 50 addresses send a byte of a header each second.",
        "time until a head is whole",
        _held(b"GET /track HTTP/1.1\r\nX-A: ", b"a"),
        full=Size(500, 0, 12),
        short=Size(100, 0, 1.5),
        addresses=50,
    ),
    Attack(
        "slow readers",
        "{size.attackers} connections from 50 addresses ask for the description of the API and "
        "read a byte each second.",
        "time to take an answer; bytes that wait to be sent",
        _slow_readers,
        full=Size(200, 2_000, 8),
        short=Size(80, 500, 1.0),
        addresses=50,
        grows_mb=24,
    ),
)
