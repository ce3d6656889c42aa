"""By which gateway messages to telephones leave."""

import asyncio
from typing import Final

from api.desk import Desk
from cheguan.exposure import in_production
from cheguan.settings import Settings
from domain.sms import SmsGateway
from workers import messenger
from workers.messages.code_letter import code_letter
from workers.messages.contact_letter import contact_letter
from workers.messages.simulated_gateway import SimulatedGateway

NONE: Final = (
    "No text message can be sent: no gateway is wired in cheguan/sms.py. Whoever asks for a "
    "one-time code is answered 503, and no notice goes to a telephone (docs/operations.md)."
)


async def send_messages(settings: Settings, url: str, made: Desk, stop: asyncio.Event) -> None:
    """Hands messages over until ``stop`` is set, if there is a gateway."""
    way = gateway(settings)
    if way is None or made.codes is None:
        return
    letters = (
        code_letter(made.door, made.codes.maker, made.clock),
        contact_letter(made.door, made.keyring),
    )
    await messenger.run(url, made.codec, letters, way, made.clock, stop)


def gateway(settings: Settings) -> SmsGateway | None:
    """The simulated one for whoever tries the service out. In production it would deceive."""
    if settings.demo and not in_production(settings):
        return SimulatedGateway()
    return None
