"""By which gateway messages to telephones leave."""

from typing import Final

from cheguan.exposure import in_production
from cheguan.settings import Settings
from domain.sms import SmsGateway
from workers.messages.simulated_gateway import SimulatedGateway

NONE: Final = (
    "No text message can be sent: no gateway is wired in cheguan/sms.py. Whoever asks for a "
    "one-time code is answered 503, and no notice goes to a telephone (docs/operations.md)."
)


def gateway(settings: Settings) -> SmsGateway | None:
    """The simulated one for whoever tries the service out. In production it would deceive."""
    if settings.demo and not in_production(settings):
        return SimulatedGateway()
    return None
