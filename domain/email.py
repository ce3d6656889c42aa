"""Letters by e-mail, and the port by which they leave."""

from typing import NamedTuple, Protocol
from uuid import UUID


class Email(NamedTuple):
    """``id`` stays the same if the letter is handed over again."""

    id: UUID
    to: str
    subject: str
    text: str

    def __repr__(self) -> str:
        return f"Email({self.id})"


class EmailRefused(Exception):
    """The server will never take this letter."""


class EmailNotTaken(OSError):
    """The server takes nothing now, and certainly has not taken this letter."""


class EmailServer(Protocol):
    """Takes letters. It raises :class:`EmailRefused`, or ``OSError`` when it is away.

    An ``OSError`` that is no :class:`EmailNotTaken` leaves open whether it took the letter.
    """

    async def send(self, letter: Email) -> None: ...
