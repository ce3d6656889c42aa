"""Connections to the open internet, and never to anything inside (CWE-918).

A name is resolved once for each connection, and what it was resolved to is what is connected to. So
a name that leads elsewhere a moment later (DNS rebinding) leads nowhere. TLS still asks for the
name.
"""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Final

import httpcore

from domain.webhooks.address import is_loopback, is_public

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]
"""Gives the addresses of a name. Raises ``OSError`` where there are none."""
SocketOptions = Iterable[
    tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]
]


class AddressRefused(Exception):
    """A name leads to an address that is not public."""


class NameUnknown(Exception):
    """A name leads nowhere."""


async def resolved(host: str, port: int) -> Sequence[str]:
    """What the system says, also of a number that only looks like a name."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


class PublicNetwork(httpcore.AsyncNetworkBackend):
    """Connects to public addresses. ``loopback`` lets this machine through as well.

    One address that is not public makes the whole name suspicious, so nothing is connected to.
    """

    def __init__(self, *, loopback: bool, resolve: Resolve = resolved) -> None:
        self._loopback = loopback
        self._resolve = resolve
        self._inner: Final = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  # the name that httpcore gives it
        local_address: str | None = None,
        socket_options: SocketOptions | None = None,
    ) -> httpcore.AsyncNetworkStream:
        addresses = await self._allowed(host, port)
        failed: Exception | None = None
        for address in addresses:
            try:
                return await self._inner.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as away:
                failed = away
        assert failed is not None
        raise failed

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)

    async def _allowed(self, host: str, port: int) -> Sequence[str]:
        try:
            found = await self._resolve(host, port)
        except (OSError, UnicodeError):
            raise NameUnknown from None
        if not found:
            raise NameUnknown
        if not all(is_public(each) or (self._loopback and is_loopback(each)) for each in found):
            raise AddressRefused
        return found
