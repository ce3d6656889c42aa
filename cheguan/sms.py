"""By which gateways messages to telephones leave, and what is written to them at once."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Final

import httpx

from api.desk import Desk
from api.private_file import KeyFileUnsafe, read
from cheguan.exposure import in_production
from cheguan.settings import Settings, UnsafeSettings, check_messages, sms_urls
from domain.sms import SmsGateway
from workers import messenger
from workers.log_follower import Followed
from workers.messages.code_letter import code_letter
from workers.messages.contact_letter import contact_letter
from workers.messages.gateways import FirstThatTakes
from workers.messages.http_gateway import HttpSmsGateway
from workers.messages.sample_letter import sample_letter
from workers.messages.simulated_gateway import SimulatedGateway
from workers.outside_system import SECONDS

NONE: Final = (
    "No text message can be sent: CHEGUAN_SMS_URLS names no gateway. Whoever asks for a "
    "one-time code is answered 503, and no notice goes to a telephone (docs/operations.md)."
)
_CONNECTIONS: Final = 4


async def send_messages(settings: Settings, url: str, made: Desk, stop: asyncio.Event) -> None:
    """Hands messages over until ``stop`` is set, if there is a gateway."""
    if made.codes is None or not sends(settings):
        return
    letters = (
        code_letter(made.door, made.codes.maker, made.clock),
        contact_letter(made.door, made.keyring),
        sample_letter(made.door, made.keyring),
    )
    async with gateways(settings) as known:
        way = FirstThatTakes([*known.values()])
        await messenger.run(Followed(url, made.codec, made.clock), letters, way, stop)


def sends(settings: Settings) -> bool:
    """Whether there is a gateway."""
    return bool(sms_urls(settings)) or simulates(settings)


def simulates(settings: Settings) -> bool:
    """For whoever tries the service out a gateway is simulated. In production it would deceive."""
    return settings.demo and not in_production(settings) and not sms_urls(settings)


@asynccontextmanager
async def gateways(settings: Settings) -> AsyncIterator[Mapping[str, SmsGateway]]:
    """The gateways by their names, the first one first. No proxy of the surroundings sees them."""
    if simulates(settings):
        yield {"simulated": SimulatedGateway()}
        return
    check_messages(settings)
    async with AsyncExitStack() as stack:
        made: dict[str, SmsGateway] = {}
        for number, url in enumerate(sms_urls(settings), start=1):
            http = httpx.AsyncClient(
                base_url=f"{url.rstrip('/')}/",
                headers={"authorization": f"Bearer {_secret(settings, f'sms-token-{number}')}"},
                timeout=SECONDS,
                limits=httpx.Limits(max_connections=_CONNECTIONS),
                trust_env=False,
            )
            made[f"sms-{number}"] = HttpSmsGateway(await stack.enter_async_context(http))
        yield made


def mail_password(settings: Settings) -> str | None:
    """Raises :class:`UnsafeSettings` if a user is named and no password lies beside the keys."""
    return None if settings.smtp_user is None else _secret(settings, "smtp-password")


def _secret(settings: Settings, name: str) -> str:
    file: Path = settings.secrets_dir / name
    try:
        return read(file).decode("utf-8").strip()
    except (OSError, KeyFileUnsafe, UnicodeDecodeError) as wrong:
        raise UnsafeSettings(
            f"{file} cannot be used ({type(wrong).__name__}). It must be readable by its owner "
            "only (mode 0600)."
        ) from None
