"""A mail server (RFC 5321) on this machine, which keeps what it is given."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import SMTP


@dataclass
class MailServer:
    """``says`` is what it answers to a command, if it is not the usual. ``cuts`` after the text."""

    port: int = 0
    says: dict[str, str] = field(default_factory=dict)
    cuts: bool = False
    letters: list[EmailMessage] = field(default_factory=list)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"220 ready\r\n")
        while line := await reader.readline():
            verb = line.decode().split()[0].upper() if line.strip() else ""
            answer = self.says.get(verb, "354 go on" if verb == "DATA" else "250 ok")
            writer.write(f"{answer}\r\n".encode())
            if verb == "QUIT":
                break
            if verb == "DATA" and answer.startswith("354"):
                text = await reader.readuntil(b"\r\n.\r\n")
                self.letters.append(BytesParser(policy=SMTP).parsebytes(text[:-5]))
                if self.cuts:
                    break
                writer.write(f"{self.says.get('.', '250 taken')}\r\n".encode())
        writer.close()


@asynccontextmanager
async def mail_server() -> AsyncIterator[MailServer]:
    made = MailServer()
    async with await asyncio.start_server(made.serve, "127.0.0.1", 0) as server:
        made.port = server.sockets[0].getsockname()[1]
        yield made
