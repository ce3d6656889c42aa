"""The provider of a demonstration: nothing leaves, and receipts come by themselves.

Some telephones are always off, so that people can see what is done about it.
"""

import asyncio
import hashlib
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Final

from msgspec.structs import replace

from domain.door.door import Door
from domain.door.request import own_request
from domain.identifiers import mobile
from domain.notices.commands import RecordReceipt
from domain.notices.kinds import NoticeChannel, UndeliveredReason
from domain.notices.notice import NOTICE
from domain.notices.state import tagged_notice
from domain.refusal import Refusal
from workers.notices.providers import Outgoing
from workers.pause import pause
from workers.trial import AWAY

NAME: Final = "simulated"
_OFF_OF: Final = 25
"""One telephone of so many is off."""
_EVERY_S: Final = 2.0
_log: Final = logging.getLogger(__name__)


class SimulatedProvider:
    """A :class:`~workers.notices.providers.Provider` of text messages."""

    name = NAME
    channel = NoticeChannel.SMS

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock
        self._under_way: list[Outgoing] = []

    async def carry(self, notice: Outgoing) -> None:
        _log.info("notice %s to %s is simulated", notice.id, mobile.mask(notice.to))
        self._under_way.append(notice)

    async def tell(self, door: Door, stop: asyncio.Event) -> None:
        """Gives the receipts until ``stop`` is set."""
        while not stop.is_set():
            await self.give_receipts(door)
            await pause(stop, _EVERY_S)

    async def give_receipts(self, door: Door) -> None:
        """Gives those of all that it has carried. One that cannot be recorded is lost."""
        under_way, self._under_way = self._under_way, []
        for notice in under_way:
            stream, round = tagged_notice(notice.tag)
            told = self._receipt(notice.to, round)
            try:
                request = own_request(NAME, stream, round, told)
                await door.handle(NOTICE, stream, told, replace(request, expected=None))
            except (Refusal, *AWAY) as lost:
                _log.warning("a simulated receipt is lost: %s", type(lost).__name__)

    def _receipt(self, to: str, round: int) -> RecordReceipt:
        if hashlib.sha256(to.encode()).digest()[0] % _OFF_OF == 0:
            off = UndeliveredReason.SWITCHED_OFF
            return RecordReceipt(provider=self.name, round=round, reason=off)
        return RecordReceipt(provider=self.name, round=round, arrived_at=self._clock())
