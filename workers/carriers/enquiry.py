"""Asks the carriers about parcels of which nothing was heard, so no callback is missed for good.

What a carrier answers is recorded as its callback would have been, under the id of the scan. So a
callback that comes after all changes nothing.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from msgspec.structs import replace

from domain.carriers.carrier import CarrierName
from domain.carriers.port import CarrierAway, CarrierPort
from domain.door.door import Door
from domain.door.request import own_request
from domain.event_store.transaction import Connection
from domain.parcels.parcel import PARCEL
from domain.people import system
from domain.refusal import Refusal
from projections.carriage.queries import UnheardParcel, unheard
from workers.carriers.told_scans import recorded
from workers.interval import every

NAME: Final = "carrier_enquiry"
_EVERY_S: Final = 5.0
_AT_ONCE: Final = 50
_log: Final = logging.getLogger(__name__)


class CarrierQuery:
    """``silence`` is how long nothing need be heard of a parcel, by the clock of the service."""

    def __init__(
        self,
        door: Door,
        ports: Mapping[CarrierName, CarrierPort],
        clock: Callable[[], datetime],
        silence: timedelta,
    ) -> None:
        self._door = door
        self._ports = ports
        self._clock = clock
        self._silence = silence
        self._asked: dict[UUID, datetime] = {}

    async def run(self, url: str, stop: asyncio.Event) -> None:
        """Looks every five seconds until ``stop`` is set."""

        async def look(connection: Connection) -> None:
            await self.step(connection)

        await every(_EVERY_S, url, look, stop)

    async def step(self, connection: Connection) -> int:
        """Asks about some parcels. Returns how many scans it has recorded.

        A parcel of which the carrier knows nothing new is asked about again after the same time.
        """
        now = self._clock()
        before = now - self._silence
        self._asked = {each: at for each, at in self._asked.items() if at > before}
        found = await unheard(connection, before, self._ports, _AT_ONCE, self._asked)
        new = 0
        for each in found:
            self._asked[each.stream] = now
            new += await self._ask(each)
        return new

    async def _ask(self, parcel: UnheardParcel) -> int:
        try:
            known = await self._ports[CarrierName(parcel.carrier)].known(parcel.stream)
        except CarrierAway:
            return 0
        if known is None or known.item_no != parcel.item_no:
            return 0
        opened, _ = await self._door.open(PARCEL, parcel.stream, system(NAME))
        told = {each.id for each in opened.state.scans}
        missing = [each for each in known.scans if each.scan_id not in told]
        for scan in missing:
            command = recorded(scan)
            request = replace(own_request(NAME, parcel.stream, 0, command), expected=None)
            try:
                await self._door.handle(PARCEL, parcel.stream, command, request)
            except Refusal as refusal:
                _log.error(
                    "%s: scan %s of %s: %s", NAME, scan.scan_id, parcel.carrier, refusal.code
                )
        return len(missing)
