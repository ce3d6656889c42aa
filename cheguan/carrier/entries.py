"""What stands in the book of the simulated carrier, an entry a line of its file.

For whom an item is does not stand there, because nobody is going to ring at his door.
"""

from datetime import datetime
from uuid import UUID

import msgspec


class PostEntry(msgspec.Struct, frozen=True, kw_only=True, tag=True, tag_field="type"):
    """Something that the carrier has done. ``at`` is the wall clock."""

    at: datetime


class OrderTaken(PostEntry, frozen=True, kw_only=True):
    """An item has got its number. Regions are codes of GB/T 2260, money is in fen."""

    key: UUID
    item_no: str
    from_region: str
    to_region: str
    collect_fen: int
    notify_url: str


class ItemTaken(PostEntry, frozen=True, kw_only=True):
    """An item was handed over. ``handed_at`` is by the clock of whoever has handed it over."""

    key: UUID
    handed_at: datetime


class OrderVoid(PostEntry, frozen=True, kw_only=True):
    """An order was cancelled before its item came."""

    key: UUID


class ScanSent(PostEntry, frozen=True, kw_only=True):
    """The callback of a scan was taken, or is not sent any more."""

    scan: str


AnyPostEntry = OrderTaken | ItemTaken | OrderVoid | ScanSent
