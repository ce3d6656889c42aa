"""Writes head and body of an answer together.

uvicorn writes them one after the other, and uvloop hands each write to the kernel at once.
That costs two system calls and two packets for every answer.
"""

import asyncio
from collections.abc import Callable
from typing import Any, Final

from domain.failpoints import ARMED, failpoint

_COPIED: Final = 65_536
"""A larger body is never copied: whoever reads nothing keeps no more than what all share."""


class Gathering(asyncio.Transport):
    """Holds what is written until more follows, or until the loop's next turn.

    Whoever closes it has said all that he has to say. ``ending`` then decides how the
    connection ends.
    """

    def __init__(self, transport: asyncio.Transport, ending: Callable[[], None]) -> None:
        super().__init__()
        self._transport = transport
        self._ending = ending
        self._loop = asyncio.get_running_loop()
        self._held: bytes | bytearray | memoryview = b""
        self._closed = False

    def write(self, data: bytes | bytearray | memoryview) -> None:
        if self._closed:
            return
        if ARMED:
            # Half of an answer is sent when this point is passed.
            self._transport.write(data)
            failpoint("W6")
        elif self._held:
            held, self._held = self._held, b""
            if len(data) > _COPIED:
                self._transport.writelines((held, data))
            else:
                self._transport.write(b"".join((held, data)))
        elif data:
            self._held = data
            self._loop.call_soon(self._send)

    def _send(self) -> None:
        if self._held:
            held, self._held = self._held, b""
            self._transport.write(held)

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._send()
            self._ending()

    def half_close(self) -> None:
        """Sends what is held and an end. What still comes is received."""
        self._send()
        if not self._transport.is_closing():
            self._transport.write_eof()

    def drop(self) -> None:
        """Sends what is held, and receives nothing more."""
        self._gone()
        self._send()
        self._transport.close()

    def abort(self) -> None:
        self._gone()
        self._transport.abort()

    def _gone(self) -> None:
        """Forgets the connection, so that its memory is free at once."""
        self._closed = True
        self._ending = _nothing

    def is_closing(self) -> bool:
        return self._closed or self._transport.is_closing()

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return self._transport.get_extra_info(name, default)

    def pause_reading(self) -> None:
        if not self._transport.is_closing():
            self._transport.pause_reading()

    def resume_reading(self) -> None:
        if not self._transport.is_closing():
            self._transport.resume_reading()

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        self._transport.set_protocol(protocol)


def _nothing() -> None:
    """The connection has ended."""
