"""The scans of a parcel: a set, which says the same in whatever order they were told.

A carrier repeats itself, and what it tells first may come last. So a parcel keeps every scan
once, by its id, and the current one is the greatest by rank, by the carrier's time, by id
(ADR 94). That is the maximum of a set: it commutes, and telling a scan again changes nothing.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

import msgspec

from domain.parcels.reasons import FailedDelivery, ScanStatus, Signatory

RANKS: Final[Mapping[ScanStatus, int]] = MappingProxyType(
    {
        ScanStatus.COLLECTED: 1,
        ScanStatus.DEPARTED: 1,
        ScanStatus.ARRIVED: 1,
        ScanStatus.OUT_FOR_DELIVERY: 1,
        ScanStatus.FAILED: 1,
        ScanStatus.RETURNED: 2,
        ScanStatus.DELIVERED: 3,
    }
)
"""On the way the latest counts. An end outranks the way, and a signature outranks a return."""


class ItemScan(msgspec.Struct, frozen=True, omit_defaults=True, gc=False):
    """One scan. ``at`` is the carrier's time (UTC), and ``place`` a division of Henan."""

    id: str
    status: ScanStatus
    at: datetime
    place: str
    reason: FailedDelivery | None = None
    signatory: Signatory | None = None
    id_seen: bool = False
    collected_fen: int = 0

    @property
    def order(self) -> tuple[int, datetime, str]:
        """No two scans of a parcel have the same."""
        return RANKS[self.status], self.at, self.id

    @property
    def counts_as_try(self) -> bool:
        """Whether the carrier stood at the door in vain. A closed area is no try."""
        failed = self.status is ScanStatus.FAILED
        return failed and self.reason is not FailedDelivery.AREA_CLOSED

    @property
    def signed_properly(self) -> bool:
        """Whether the recipient signed in person and showed the identity card."""
        return self.signatory is Signatory.RECIPIENT and self.id_seen


def with_scan(scans: tuple[ItemScan, ...], scan: ItemScan) -> tuple[ItemScan, ...]:
    """The set with one more, in its order. One that it has stays as it was told first."""
    if any(each.id == scan.id for each in scans):
        return scans
    return tuple(sorted((*scans, scan), key=lambda each: each.order))


def current(scans: tuple[ItemScan, ...]) -> ItemScan | None:
    """The scan that says where the parcel is. None was told yet of a parcel without scans."""
    return scans[-1] if scans else None


def of_status(scans: Iterable[ItemScan], *statuses: ScanStatus) -> tuple[ItemScan, ...]:
    """Those scans that say one of these."""
    return tuple(each for each in scans if each.status in statuses)


def by_time(scans: Iterable[ItemScan]) -> list[ItemScan]:
    """The way of the parcel as the carrier's clock tells it."""
    return sorted(scans, key=lambda each: (each.at, each.order))
