"""Sends the callbacks of scans, signed, until they are taken."""

import asyncio
from datetime import datetime, timedelta
from typing import Final

import httpx
import msgspec

from cheguan.carrier.chaos import ScanFate
from cheguan.carrier.item_book import DueScan, ItemBook, wall
from cheguan.signed_callback import rest_after, send_signed
from domain.carriers.carrier_scan import CarrierNotice, CarrierScan, ScannedItem, notice_body
from domain.parcels.reasons import ScanStatus
from workers.pause import pause

_OVERTAKEN_BY: Final = timedelta(seconds=20)
_LOOK_EVERY_S: Final = 0.2
_AT_ONCE: Final = 8


class ScanCourier:
    """``secret`` signs. ``http`` goes wherever a callback is due."""

    def __init__(self, book: ItemBook, secret: bytes, http: httpx.AsyncClient) -> None:
        self._book = book
        self._secret = secret
        self._http = http
        self._tries: dict[str, int] = {}
        self._next: dict[str, datetime] = {}

    async def run(self, stop: asyncio.Event) -> None:
        while not stop.is_set():
            await self.step(wall())
            await pause(stop, _LOOK_EVERY_S)

    async def step(self, at: datetime) -> int:
        """Sends what is due at an instant. Returns how many callbacks were taken."""
        waiting = [each for each in self._book.due(at) if self._is_due(each, at)]
        taken = 0
        for first in range(0, len(waiting), _AT_ONCE):
            batch = waiting[first : first + _AT_ONCE]
            taken += sum(await asyncio.gather(*(self._sent(each, at) for each in batch)))
        return taken

    def _is_due(self, due: DueScan, at: datetime) -> bool:
        id = due.scan.scan_id
        fate = self._book.conduct.chaos.fate(id)
        late = _OVERTAKEN_BY if fate is ScanFate.OVERTAKEN else timedelta(0)
        return at >= self._next.get(id, due.due + late)

    async def _sent(self, due: DueScan, at: datetime) -> bool:
        id, fate = due.scan.scan_id, self._book.conduct.chaos.fate(due.scan.scan_id)
        if fate is ScanFate.LOST:
            self._book.settle(id)
            return False
        body = _body(due, due.scan)
        tries = self._tries.get(id, 0)
        if fate is ScanFate.FORGED and not tries:
            await self._send(due, body, _forged(due))
        accepted = await self._send(due, body, body)
        if accepted and fate is ScanFate.TWICE:
            await self._send(due, body, body)
        if accepted:
            self._tries.pop(id, None)
            self._next.pop(id, None)
            self._book.settle(id)
        else:
            self._tries[id] = tries + 1
            self._next[id] = at + rest_after(tries + 1)
        return accepted

    async def _send(self, due: DueScan, true: bytes, body: bytes) -> bool:
        """Sends a body under the signature of the true one."""
        id = f"msg_{due.scan.scan_id}"
        return await send_signed(self._http, self._secret, due.notify_url, id, body, signed=true)


def _forged(due: DueScan) -> bytes:
    """As if somebody on the way said that the item has come back."""
    return _body(due, msgspec.structs.replace(due.scan, status=ScanStatus.RETURNED))


def _body(due: DueScan, scan: CarrierScan) -> bytes:
    data = ScannedItem(key=due.key, item_no=due.item_no, scan=scan)
    return notice_body(CarrierNotice(timestamp=due.due, data=data))
