"""A connection that sends what no client would send, and reads no more than it is told to."""

import asyncio
import re
import socket
import struct
from contextlib import suppress
from typing import Final, Self

from tests.faults.wire import HOST

_STATUS: Final = re.compile(rb"^HTTP/1\.1 (\d{3}) ", re.MULTILINE)
_CONTINUE: Final = 100
_BLOCK: Final = 65_536
_SMALL: Final = 4_096
_RESET: Final = struct.pack("ii", 1, 0)
_WITHIN_S: Final = 10.0


class Line:
    """One connection. What it does not read stays with the server, for its own buffer is small."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self._loop = asyncio.get_running_loop()
        self._seen = b""

    @classmethod
    async def to(cls, port: int, origin: str) -> Self:
        end = socket.socket()
        try:
            end.setblocking(False)
            end.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _SMALL)
            end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
            end.bind((origin, 0))
            async with asyncio.timeout(_WITHIN_S):
                await asyncio.get_running_loop().sock_connect(end, (HOST, port))
        except BaseException:
            end.close()
            raise
        return cls(end)

    async def send(self, data: bytes) -> None:
        await self._loop.sock_sendall(self._end, data)

    async def read(self, size: int = _BLOCK) -> bytes:
        """What comes next, or nothing if the server has closed."""
        return await self._loop.sock_recv(self._end, size)

    async def ended(self) -> None:
        """Returns when the server closes."""
        while await self.read():
            pass

    async def statuses(self, count: int, within_s: float = _WITHIN_S) -> list[int]:
        """The statuses of the first answers, or of fewer if the server closes or says no more."""
        with suppress(TimeoutError, ConnectionError):
            async with asyncio.timeout(within_s):
                while len(self._found()) < count and (data := await self.read()):
                    self._seen += data
        return self._found()[:count]

    def _found(self) -> list[int]:
        found = [int(status) for status in _STATUS.findall(self._seen)]
        return [status for status in found if status != _CONTINUE]

    def close(self) -> None:
        self._end.close()
