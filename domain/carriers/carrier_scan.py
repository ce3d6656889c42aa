"""What a carrier tells of an item, in its answers and in its callbacks.

The names and fields are the carrier's contract with us. Standard Webhooks asks for ``type``,
``timestamp`` and ``data``.
"""

from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

import msgspec

from domain.parcels.commands import ScanId
from domain.parcels.reasons import FailedDelivery, ScanStatus, Signatory
from domain.spelling import RegionCode


class CarrierScan(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An item was seen. ``scan_id`` is the carrier's, and never comes again for another scan.

    ``reason`` says why a delivery failed, and ``signatory`` who has signed. ``id_seen``: the
    identity card was shown in person. ``collected_fen`` is what was paid at the door, in fen.
    """

    scan_id: ScanId
    status: ScanStatus
    place: RegionCode
    scanned_at: Annotated[datetime, msgspec.Meta(tz=True)]
    reason: FailedDelivery | None = None
    signatory: Signatory | None = None
    id_seen: bool = False
    collected_fen: Annotated[int, msgspec.Meta(ge=0, le=1_000_000)] = 0


class ScannedItem(msgspec.Struct, frozen=True, kw_only=True):
    """Which item was seen: by our key, and by its number."""

    key: UUID
    item_no: Annotated[str, msgspec.Meta(pattern=r"^[A-Z]{2}[0-9]{9}CN$")]
    scan: CarrierScan


class CarrierNotice(msgspec.Struct, frozen=True, kw_only=True, tag="item.scanned"):
    """A callback of a carrier. ``timestamp`` is when it was first sent."""

    timestamp: Annotated[datetime, msgspec.Meta(tz=True)]
    data: ScannedItem


_DECODER: Final[msgspec.json.Decoder[CarrierNotice]] = msgspec.json.Decoder(CarrierNotice)


class ScanUnreadable(Exception):
    """The carrier tells something that is not in its contract."""


def notice_body(notice: CarrierNotice) -> bytes:
    """The body of a callback."""
    return msgspec.json.encode(notice)


def scan_told(body: bytes) -> ScannedItem:
    """Reads a callback. Raises :class:`ScanUnreadable`."""
    try:
        return _DECODER.decode(body).data
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise ScanUnreadable from None
