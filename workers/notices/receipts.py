"""Asks providers whether what they took has arrived, and records what they say.

It is asked for three days. A receipt counts once, however often it is told.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Final

from msgspec.structs import replace

from domain.door.door import Door
from domain.door.request import own_request
from domain.event_store.transaction import Connection
from domain.notices.commands import RecordReceipt
from domain.notices.kinds import UndeliveredReason
from domain.notices.notice import NOTICE
from domain.notices.state import message_id
from domain.refusal import Refusal
from domain.sms import SmsReceipt, SmsReceipts
from projections.notices.queries import SentNotice, notices_on_the_way
from workers.interval import every

NAME: Final = "receipts"
ASKED_FOR: Final = timedelta(days=3)
_EVERY_S: Final = 10.0
_AT_ONCE: Final = 100
_log: Final = logging.getLogger(__name__)


class Receipts:
    """Goes round what is on its way, so many at a time, and begins anew at the end.

    ``sources`` are the providers that can be asked, by their names.
    """

    def __init__(
        self, door: Door, sources: Mapping[str, SmsReceipts], clock: Callable[[], datetime]
    ) -> None:
        self._door = door
        self._sources = sources
        self._clock = clock
        self._after: datetime | None = None

    async def run(self, url: str, stop: asyncio.Event) -> None:
        """Looks every ten seconds until ``stop`` is set."""

        async def look(connection: Connection) -> None:
            await self.look(connection)

        await every(_EVERY_S, url, look, stop)

    async def look(self, connection: Connection) -> int:
        """Asks about the next ones. Says how many receipts there were."""
        oldest = self._clock() - ASKED_FOR
        after = max(self._after or oldest, oldest)
        sent = await notices_on_the_way(connection, list(self._sources), after, _AT_ONCE)
        self._after = sent[-1].changed_at if len(sent) == _AT_ONCE else None
        silent: set[str] = set()
        receipts = 0
        for each in sent:
            if each.provider not in silent:
                receipts += await self._asked(each, silent)
        return receipts

    async def _asked(self, sent: SentNotice, silent: set[str]) -> bool:
        """A provider that does not answer is left alone for the rest of this look."""
        try:
            told = await self._sources[sent.provider].receipt(message_id(sent.stream, sent.round))
        except OSError as away:
            _log.warning("receipts: %s of %s", type(away).__name__, sent.provider)
            silent.add(sent.provider)
            return False
        if told is None:
            return False
        command = _recorded(sent, told)
        request = own_request(NAME, sent.stream, sent.round, command)
        try:
            await self._door.handle(NOTICE, sent.stream, command, replace(request, expected=None))
        except Refusal as refusal:
            _log.error("receipts: %s of notice %s", refusal.code, sent.stream)
            return False
        return True


def _recorded(sent: SentNotice, told: SmsReceipt) -> RecordReceipt:
    return RecordReceipt(
        provider=sent.provider,
        round=sent.round,
        arrived_at=told.arrived_at,
        reason=None if told.failure is None else UndeliveredReason(told.failure),
    )
