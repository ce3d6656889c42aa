"""The gateway of a demonstration: no message leaves, and none is kept."""

import logging
from typing import Final

from domain.identifiers import mobile
from domain.sms import Sms

_log: Final = logging.getLogger(__name__)


class SimulatedGateway:
    """A :class:`domain.sms.SmsGateway`. Its log has no text, because digits stand in some."""

    async def send(self, message: Sms) -> None:
        _log.info("message %s to %s is simulated", message.id, mobile.mask(message.to))
