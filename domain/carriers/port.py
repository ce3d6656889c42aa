"""The port behind which a carrier stands: it gives numbers, takes items, and knows where they are.

An item is addressed by a key of ours, the stream of its parcel, so that an order which comes twice
is one item (RFC 9110 section 9.2.2 on idempotent methods).
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Protocol
from uuid import UUID

import msgspec

from domain.carriers.carrier_scan import CarrierScan
from domain.spelling import RegionCode

Fen = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
ItemNumber = Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}[0-9]{9}CN$")]


class CarrierAway(Exception):
    """The carrier does not answer. Nobody knows whether it has done what it was asked."""


class ItemRefused(Exception):
    """The carrier will not do it, however often it is asked. A person has to look at it."""


class WantedItem(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An item that an office wants to send, in the clear, so it is never stored and never shown.

    ``from_office`` and ``to_region`` are codes of GB/T 2260. ``collect_fen`` is what the recipient
    still owes and pays at the door, in fen. ``ordered_at`` is the time here, by which the carrier
    tells of scans, and ``notify_url`` is where it tells of them.
    """

    from_office: RegionCode
    to_region: RegionCode
    recipient: str
    mobile: str
    address: str
    postcode: str | None = None
    collect_fen: Fen = 0
    ordered_at: datetime
    notify_url: str

    def __repr__(self) -> str:
        return "WantedItem()"


class NumberedItem(msgspec.Struct, frozen=True, kw_only=True):
    """The number that the carrier has given to an item."""

    item_no: ItemNumber


class HandedItem(msgspec.Struct, frozen=True, kw_only=True):
    """An item that an office has handed to the carrier, as its manifest says."""

    item_no: ItemNumber
    handed_at: datetime


class KnownItem(msgspec.Struct, frozen=True, kw_only=True):
    """What the carrier knows of an item. Its scans stand in the order of their instants."""

    item_no: ItemNumber
    cancelled: bool = False
    scans: Sequence[CarrierScan] = ()


class CarrierPort(Protocol):
    """Each raises :class:`CarrierAway` when the carrier does not answer as it should."""

    async def create(self, key: UUID, wanted: WantedItem) -> str:
        """The number of the item. Asked twice under one key, it is the same."""
        ...

    async def hand_over(self, key: UUID, handed: HandedItem) -> None:
        """Tells that the item is with the carrier. Raises :class:`ItemRefused` if it has no
        such order, or has cancelled it.
        """
        ...

    async def cancel(self, key: UUID) -> None:
        """The order is void. It is void too if the carrier has never heard of it.

        Raises :class:`ItemRefused` if the carrier has the item already.
        """
        ...

    async def known(self, key: UUID) -> KnownItem | None:
        """None if the carrier has no such order."""
        ...
