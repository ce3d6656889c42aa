"""A gateway that keeps what it is given, as telephones do."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from domain.sms import Sms, SmsRefused


@dataclass
class Telephones:
    """A :class:`domain.sms.SmsGateway`.

    While it is ``away`` it takes nothing, and of ``dead`` numbers it never will. ``fails_after``
    it has taken so many messages, once, as when the sender is killed before he hears of it.
    """

    received: list[Sms] = field(default_factory=list)
    away: bool = False
    dead: Sequence[str] = ()
    fails_after: int | None = None

    async def send(self, message: Sms) -> None:
        if self.away:
            raise ConnectionRefusedError
        if message.to in self.dead:
            raise SmsRefused
        self.received.append(message)
        if len(self.received) == self.fails_after:
            self.fails_after = None
            raise RuntimeError("killed")

    def texts_to(self, number: str) -> list[str]:
        return [message.text for message in self.received if message.to == number]
