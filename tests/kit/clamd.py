"""A stand-in for ClamAV's daemon at a socket."""

import asyncio
from pathlib import Path
from typing import Final

EICAR: Final = b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE"


class Daemon:
    """ClamAV's daemon as far as it is asked: what holds the text of EICAR is infected."""

    def __init__(self, socket: Path) -> None:
        self.socket = socket
        self.answer: bytes | None = None
        self._server: asyncio.Server | None = None

    async def start(self) -> None:
        self._server = await asyncio.start_unix_server(self._serve, self.socket)

    async def stop(self) -> None:
        if self._server:
            self._server.close()
            await self._server.wait_closed()
            self.socket.unlink()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert await reader.readexactly(10) == b"zINSTREAM\0"
        content = b""
        while length := int.from_bytes(await reader.readexactly(4)):
            content += await reader.readexactly(length)
        found = b"stream: Eicar-Signature FOUND\0" if EICAR in content else b"stream: OK\0"
        writer.write(self.answer or found)
        await writer.drain()
        writer.close()
