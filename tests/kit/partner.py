"""A partner's HTTP server on this machine, which keeps what it takes, and misbehaves when told."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import msgspec

from domain.inbox.webhook_signature import ID, SIGNATURE, TIMESTAMP, Signed, verify


@dataclass
class Received:
    fields: dict[str, str]
    body: bytes

    @property
    def id(self) -> str:
        return self.fields[ID]

    @property
    def told(self) -> dict[str, object]:
        told: dict[str, object] = msgspec.json.decode(self.body)
        return told

    def signed_by(self, *secrets: bytes) -> str:
        """The id, if one of the secrets has made a signature. Raises ``NotSigned``."""
        three = Signed(self.id, self.fields[TIMESTAMP], self.fields[SIGNATURE])
        return verify(secrets, three, self.body, datetime.now(UTC))


@dataclass
class Partner:
    """It answers with ``status``, after ``waits`` seconds, and points to ``location``.

    While it ``cuts`` it closes the connection after it has taken the message.
    """

    port: int = 0
    status: int = 204
    waits: float = 0
    location: str | None = None
    cuts: bool = False
    asked: list[Received] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook"

    @property
    def ids(self) -> list[str]:
        return [each.id for each in self.asked]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._one(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        fields = dict(line.lower().split(": ", 1) for line in head[1:] if line)
        exact = dict(line.split(": ", 1) for line in head[1:] if line)
        fields[SIGNATURE] = next(
            (value for name, value in exact.items() if name.lower() == SIGNATURE), ""
        )
        body = await reader.readexactly(int(fields["content-length"]))
        self.asked.append(Received(fields, body))
        if self.cuts:
            return False
        if self.waits:
            await asyncio.sleep(self.waits)
        leads = f"location: {self.location}\r\n" if self.location else ""
        writer.write(f"HTTP/1.1 {self.status} x\r\n{leads}content-length: 0\r\n\r\n".encode())
        await writer.drain()
        return True


@asynccontextmanager
async def partner_server() -> AsyncIterator[Partner]:
    made = Partner()
    server = await asyncio.start_server(made.serve, "127.0.0.1", 0)
    made.port = server.sockets[0].getsockname()[1]
    try:
        yield made
    finally:
        server.close()
