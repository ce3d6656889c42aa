"""The providers that carry notices, each by one channel, and which of them is asked first."""

import time
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple, Protocol
from uuid import UUID

from domain.email import Email, EmailNotTaken, EmailRefused, EmailServer
from domain.notices.kinds import NoticeChannel
from domain.sms import Sms, SmsGateway, SmsNotTaken, SmsRefused
from domain.titles import Title

_SUBJECT: Final = "河南车管业务办理通知 · About your application"
_RESTS_S: Final = 60.0
"""So long another provider is asked first, after one did not take something."""


class Outgoing(NamedTuple):
    """A notice on its way. ``tag`` comes back with the receipt."""

    id: UUID
    to: str
    text: Title
    tag: str


class NoticeNotCarried(Exception):
    """The provider will never carry it."""


class NoticeNotTaken(Exception):
    """The provider certainly has not taken it, and another may."""


class Provider(Protocol):
    """Carries notices. It raises :class:`NoticeNotCarried` or :class:`NoticeNotTaken`, and
    ``OSError`` when it is unknown whether it took the notice.
    """

    @property
    def name(self) -> str: ...
    @property
    def channel(self) -> NoticeChannel: ...
    async def carry(self, notice: Outgoing) -> None: ...


class SmsProvider:
    """A gateway for text messages, by its name."""

    channel: Final = NoticeChannel.SMS

    def __init__(self, name: str, gateway: SmsGateway) -> None:
        self.name = name
        self._gateway = gateway

    async def carry(self, notice: Outgoing) -> None:
        text = f"{notice.text.zh}\n{notice.text.en}"
        try:
            await self._gateway.send(Sms(notice.id, notice.to, text, notice.tag))
        except SmsRefused:
            raise NoticeNotCarried from None
        except SmsNotTaken:
            raise NoticeNotTaken from None


class EmailProvider:
    """A mail server, by its name."""

    channel: Final = NoticeChannel.EMAIL

    def __init__(self, name: str, server: EmailServer) -> None:
        self.name = name
        self._server = server

    async def carry(self, notice: Outgoing) -> None:
        text = f"{notice.text.zh}\n\n{notice.text.en}\n"
        try:
            await self._server.send(Email(notice.id, notice.to, _SUBJECT, text))
        except EmailRefused:
            raise NoticeNotCarried from None
        except EmailNotTaken:
            raise NoticeNotTaken from None


class Providers:
    """The providers in the order in which they are asked. Whoever failed lately is asked last."""

    def __init__(self, providers: Sequence[Provider]) -> None:
        self._providers = providers
        self._failed_at: dict[str, float] = {}

    def by(self, channel: NoticeChannel) -> Iterator[Provider]:
        of_channel = (each for each in self._providers if each.channel is channel)
        yield from sorted(of_channel, key=self.rests)

    def failed(self, provider: Provider) -> None:
        self._failed_at[provider.name] = time.monotonic()

    def took(self, provider: Provider) -> None:
        self._failed_at.pop(provider.name, None)

    def rests(self, provider: Provider) -> bool:
        failed_at = self._failed_at.get(provider.name)
        return failed_at is not None and time.monotonic() < failed_at + _RESTS_S
