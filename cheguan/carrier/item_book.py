"""The book of the simulated carrier. It outlives the process, because a carrier forgets nothing."""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple
from uuid import UUID

import msgspec

from cheguan.carrier.chaos import Chaos
from cheguan.carrier.entries import AnyPostEntry, ItemTaken, OrderTaken, OrderVoid, ScanSent
from cheguan.carrier.journey import Road, journey
from domain.carriers.carrier import SERIES, CarrierName
from domain.carriers.carrier_scan import CarrierScan
from domain.carriers.port import HandedItem, WantedItem
from domain.identifiers import postal_item

_DECODER: Final[msgspec.json.Decoder[AnyPostEntry]] = msgspec.json.Decoder(AnyPostEntry)
_STRIDE: Final = 38_196_601
_SERIALS: Final = 99_999_989
"""A prime, so that numbers with any stride come again only after all others."""


class NoSuchOrder(Exception):
    """Nobody has ordered an item under this key."""


class NotNow(Exception):
    """The item is with the carrier already, or its order is void, or it has another number."""


class DueScan(NamedTuple):
    """A scan, and when its callback is due by the wall clock."""

    scan: CarrierScan
    key: UUID
    item_no: str
    notify_url: str
    due: datetime


@dataclass(frozen=True, slots=True)
class Conduct:
    """How the carrier carries: ``seed`` draws the ways, and all goes ``hurry`` times as fast."""

    name: CarrierName = CarrierName.EMS
    seed: int = 7
    hurry: float = 1.0
    chaos: Chaos = field(default_factory=Chaos)


def wall() -> datetime:
    """The wall clock."""
    return datetime.now(UTC)


class ItemBook:
    """Entries in memory, and in ``file`` if there is one."""

    def __init__(
        self,
        conduct: Conduct,
        file: Path | None = None,
        clock: Callable[[], datetime] = wall,
    ) -> None:
        self.conduct = conduct
        self._file = file
        self._clock = clock
        self.orders: dict[UUID, OrderTaken] = {}
        self.taken: dict[UUID, ItemTaken] = {}
        self.void: set[UUID] = set()
        self.sent: set[str] = set()
        self._open: dict[UUID, list[CarrierScan]] = {}
        """The scans of each item of which not every callback was taken."""
        if file and file.exists():
            for line in file.read_bytes().splitlines():
                self._take(_DECODER.decode(line))

    def order(self, key: UUID, wanted: WantedItem) -> str:
        """The number of the item under a key. What comes twice is one order."""
        if key not in self.orders:
            serial = (self.conduct.seed + (len(self.orders) + 1) * _STRIDE) % _SERIALS
            self._write(
                OrderTaken(
                    at=self._clock(),
                    key=key,
                    item_no=postal_item.make(SERIES[self.conduct.name], serial=serial),
                    from_region=wanted.from_office[:6],
                    to_region=wanted.to_region,
                    collect_fen=wanted.collect_fen,
                    notify_url=wanted.notify_url,
                )
            )
        return self.orders[key].item_no

    def hand_over(self, key: UUID, handed: HandedItem) -> None:
        """Raises :class:`NoSuchOrder` or :class:`NotNow`. Twice is as once."""
        if key not in self.orders:
            raise NoSuchOrder
        if key in self.void or self.orders[key].item_no != handed.item_no:
            raise NotNow
        if key not in self.taken:
            self._write(ItemTaken(at=self._clock(), key=key, handed_at=handed.handed_at))

    def cancel(self, key: UUID) -> None:
        """Raises :class:`NotNow` if the item is with the carrier."""
        if key in self.taken:
            raise NotNow
        if key in self.orders and key not in self.void:
            self._write(OrderVoid(at=self._clock(), key=key))

    def scans(self, key: UUID) -> Sequence[CarrierScan]:
        """What has been scanned of an item by now. A callback that went astray is among them."""
        taken = self.taken.get(key)
        if taken is None:
            return ()
        now = taken.handed_at + (self._clock() - taken.at)
        return [each for each in self._journey(taken) if each.scanned_at <= now]

    def due(self, at: datetime) -> Iterator[DueScan]:
        """The scans whose callback was not taken, and is due by an instant of the wall clock."""
        for key, scans in list(self._open.items()):
            taken, order = self.taken[key], self.orders[key]
            for scan in scans:
                due = taken.at + (scan.scanned_at - taken.handed_at)
                if due <= at and scan.scan_id not in self.sent:
                    yield DueScan(scan, key, order.item_no, order.notify_url, due)

    def settle(self, scan: str) -> None:
        """The callback of a scan need not be sent any more."""
        self._write(ScanSent(at=self._clock(), scan=scan))

    def _journey(self, taken: ItemTaken) -> list[CarrierScan]:
        order, how = self.orders[taken.key], self.conduct
        road = Road(order.item_no, order.from_region, order.to_region, order.collect_fen)
        scans = list(journey(road, taken.handed_at, how.seed, how.hurry))
        slip = how.chaos.contradiction(scans[-1])
        return [*scans, slip] if slip else scans

    def _write(self, entry: AnyPostEntry) -> None:
        if self._file:
            with self._file.open("ab") as file:
                file.write(msgspec.json.encode(entry) + b"\n")
                file.flush()
                os.fsync(file.fileno())
        self._take(entry)

    def _take(self, entry: AnyPostEntry) -> None:
        match entry:
            case OrderTaken():
                self.orders[entry.key] = entry
            case ItemTaken():
                self.taken[entry.key] = entry
                self._open[entry.key] = self._journey(entry)
            case OrderVoid():
                self.void.add(entry.key)
            case ScanSent():
                self.sent.add(entry.scan)
