"""Asks ClamAV's daemon whether a file is malware, by its INSTREAM command."""

import asyncio
import struct
from pathlib import Path
from typing import Final

from cheguan.settings import Settings
from domain.uploads.scanner import NoScanner, Scanner, Verdict

_CHUNK: Final = 65_536
_LENGTH: Final = struct.Struct(">I")
_LONGEST_S: Final = 3.0
_CLEAN: Final = b"stream: OK\0"
_INFECTED: Final = b" FOUND\0"


class Clamd:
    """A daemon at a socket. Whatever it answers but yes or no leaves the file in quarantine."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket

    async def verdict(self, content: bytes) -> Verdict:
        try:
            answer = await asyncio.wait_for(self._asked(content), _LONGEST_S)
        except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            return Verdict.UNKNOWN
        if answer == _CLEAN:
            return Verdict.CLEAN
        return Verdict.INFECTED if answer.endswith(_INFECTED) else Verdict.UNKNOWN

    async def _asked(self, content: bytes) -> bytes:
        reader, writer = await asyncio.open_unix_connection(self._socket)
        try:
            writer.write(b"zINSTREAM\0")
            for place in range(0, len(content), _CHUNK):
                chunk = content[place : place + _CHUNK]
                writer.write(_LENGTH.pack(len(chunk)) + chunk)
                await writer.drain()
            writer.write(_LENGTH.pack(0))
            await writer.drain()
            return await reader.readuntil(b"\0")
        finally:
            writer.close()


def scanner(settings: Settings) -> Scanner:
    """The daemon that was set up, or none."""
    return Clamd(settings.clamd_socket) if settings.clamd_socket else NoScanner()
