"""Messages to telephones, and the port by which they leave."""

from datetime import datetime
from typing import NamedTuple, Protocol
from uuid import UUID


class Sms(NamedTuple):
    """``id`` stays the same if the message is handed over again, so that it arrives once.

    ``tag`` comes back with the receipt of the gateway, where one is wanted.
    """

    id: UUID
    to: str
    text: str
    tag: str = ""

    def __repr__(self) -> str:
        return f"Sms({self.id})"


class SmsRefused(Exception):
    """The gateway will never take this message."""


class SmsNotTaken(OSError):
    """The gateway takes nothing now, and certainly has not taken this message."""


class SmsGateway(Protocol):
    """Takes messages. It raises :class:`SmsRefused`, or ``OSError`` when it is away.

    An ``OSError`` that is no :class:`SmsNotTaken` leaves open whether it took the message.
    """

    async def send(self, message: Sms) -> None: ...


class SmsReceipt(NamedTuple):
    """What became of a message: when it arrived, or the code of why it did not."""

    arrived_at: datetime | None
    failure: str | None


class SmsReceipts(Protocol):
    """Tells what became of a message, and None as long as that is open. Raises ``OSError``."""

    async def receipt(self, id: UUID) -> SmsReceipt | None: ...
