"""Who carries notices to people, and the worker that writes them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from api.desk import Desk
from cheguan.settings import Settings, is_loopback
from cheguan.sms import gateways, mail_password, simulates
from domain.case.addressees import Addressees
from domain.case.notice_text import NoticeWriter
from workers.log_follower import Followed
from workers.messages.smtp import Mailbox, SmtpServer
from workers.notices.notifier import Notifier
from workers.notices.providers import EmailProvider, Provider, Providers, SmsProvider
from workers.notices.simulated_provider import SimulatedProvider


async def send_notices(settings: Settings, url: str, made: Desk, stop: asyncio.Event) -> None:
    """Tells people of their cases until ``stop`` is set, if anybody carries notices."""
    async with _providers(settings, made) as providers, asyncio.TaskGroup() as tasks:
        if not providers:
            return
        notifier = Notifier(
            Followed(url, made.codec, made.clock),
            made.door,
            NoticeWriter(public_url(settings)),
            Addressees(made.keyring),
            Providers(providers),
        )
        tasks.create_task(notifier.run(stop))
        for each in providers:
            if isinstance(each, SimulatedProvider):
                tasks.create_task(each.tell(made.door, stop))


def public_url(settings: Settings) -> str | None:
    """How people reach the service. A demonstration is reached on this machine."""
    if settings.public_url is None and settings.demo and is_loopback(settings.host):
        return f"http://{settings.host}:{settings.port}"
    return settings.public_url


@asynccontextmanager
async def _providers(settings: Settings, made: Desk) -> AsyncIterator[list[Provider]]:
    if simulates(settings):
        yield [SimulatedProvider(made.clock)]
        return
    async with gateways(settings) as known:
        by_sms: list[Provider] = [SmsProvider(name, each) for name, each in known.items()]
        yield [*by_sms, *_by_mail(settings)]


def _by_mail(settings: Settings) -> list[Provider]:
    if settings.smtp_host is None or settings.mail_sender is None:
        return []
    mailbox = Mailbox(
        settings.smtp_host,
        settings.smtp_port,
        settings.mail_sender,
        settings.smtp_user,
        mail_password(settings),
        tls=not is_loopback(settings.smtp_host),
    )
    return [EmailProvider("mail", SmtpServer(mailbox))]
