"""Who carries notices to people, and the worker that writes them."""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager

from api.desk import Desk
from cheguan.settings import Settings, is_loopback
from cheguan.sms import gateways, mail_password, simulates
from domain.case.addressees import Addressees
from domain.case.notice_text import NoticeWriter
from domain.sms import SmsReceipts
from workers.log_follower import Followed
from workers.messages.http_gateway import HttpSmsGateway
from workers.messages.smtp import Mailbox, SmtpServer
from workers.notices.notifier import Notifier
from workers.notices.providers import EmailProvider, Provider, Providers, SmsProvider
from workers.notices.receipts import Receipts
from workers.notices.simulated_provider import SimulatedProvider


async def send_notices(settings: Settings, url: str, made: Desk, stop: asyncio.Event) -> None:
    """Tells people of their cases until ``stop`` is set, if anybody carries notices."""
    async with _providers(settings, made) as (providers, sources), asyncio.TaskGroup() as tasks:
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
        if sources:
            tasks.create_task(Receipts(made.door, sources, made.clock).run(url, stop))
        for each in providers:
            if isinstance(each, SimulatedProvider):
                tasks.create_task(each.tell(made.door, stop))


def public_url(settings: Settings) -> str | None:
    """How people reach the service. A demonstration is reached on this machine."""
    if settings.public_url is None and settings.demo and is_loopback(settings.host):
        return f"http://{settings.host}:{settings.port}"
    return settings.public_url


@asynccontextmanager
async def _providers(
    settings: Settings, made: Desk
) -> AsyncIterator[tuple[Sequence[Provider], Mapping[str, SmsReceipts]]]:
    """Those who carry notices, and those of them who can be asked for receipts, by name."""
    if simulates(settings):
        yield [SimulatedProvider(made.clock)], {}
        return
    async with gateways(settings) as known:
        by_sms: list[Provider] = [SmsProvider(name, each) for name, each in known.items()]
        asked = {name: each for name, each in known.items() if isinstance(each, HttpSmsGateway)}
        yield [*by_sms, *_by_mail(settings)], asked


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
