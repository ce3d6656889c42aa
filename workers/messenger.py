"""Hands messages to telephones over to a gateway, at least once, and in the order of the log.

Whoever is killed after the gateway took a message hands it over again, under the same id.
"""

import asyncio
import logging
from collections.abc import Sequence
from typing import Final

from domain.recorded_event import RecordedEvent
from domain.sms import Sms, SmsGateway, SmsRefused
from workers.log_follower import Followed, LogFollower, Waits
from workers.messages.letter import Letter

NAME: Final = "messenger"
_log: Final = logging.getLogger(__name__)


class GatewayAway(Waits):
    """The gateway takes nothing now. The message stays the next."""


async def run(
    store: Followed, letters: Sequence[Letter], gateway: SmsGateway, stop: asyncio.Event
) -> None:
    """Follows the log until ``stop`` is set."""
    await Messenger(store, letters, gateway).run(stop)


class Messenger(LogFollower):
    """Hands over what the letters write."""

    name = NAME
    lock = 7303

    def __init__(self, store: Followed, letters: Sequence[Letter], gateway: SmsGateway) -> None:
        self._gateway = gateway
        self._letters = {letter.on.__name__: letter for letter in letters}
        super().__init__(store, self._letters.keys())

    async def act(self, cause: RecordedEvent) -> bool:
        letter = self._letters[type(cause.event).__name__]
        messages = await letter.write(cause)
        taken = [await self._taken(message) for message in messages]
        if messages and letter.record:
            await letter.record(cause, all(taken))
        return bool(messages)

    async def _taken(self, message: Sms) -> bool:
        """Whether a gateway took it. One that refuses it will never take it."""
        try:
            await self._gateway.send(message)
        except SmsRefused:
            _log.error("messenger: the gateway refuses message %s", message.id)
            return False
        except OSError as away:
            raise GatewayAway from away
        return True
