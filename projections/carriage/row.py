"""A row a parcel that a carrier has: whether its callbacks come, and whether its way has ended.

What became of a parcel is told by its own stream. This says how well a carrier tells.
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.carriers.carrier import carrier_of
from domain.message import Event
from domain.parcels.events import (
    ItemDelivered,
    ItemDeliveryFailed,
    ItemReturned,
    ItemScanned,
    ParcelHandedOver,
    ParcelPrepared,
)
from domain.parcels.parcel import PARCEL
from domain.parcels.reasons import ScanStatus
from projections.engine.log_reader import Read
from projections.engine.projection import Projection


class CarriedParcel(msgspec.Struct, frozen=True, gc=False):
    """``carrier`` has given its number; of a label from a counter none tells by itself.

    ``called_at`` is when it last told of the parcel by itself, ``first_called_at`` when it did so
    first, and ``heard_at`` when anything was heard of it, by whichever way. ``accepted_at`` is
    when the office heard that the carrier has it. ``ended``: it was delivered or came back.
    """

    stream: UUID
    office: str = ""
    carrier: str = ""
    item_no: str = ""
    handed_at: datetime | None = None
    called_at: datetime | None = None
    heard_at: datetime | None = None
    ended: bool = False
    first_called_at: datetime | None = None
    accepted_at: datetime | None = None


def fold(row: CarriedParcel | None, history: Sequence[Read]) -> CarriedParcel | None:
    """Pure: the row of the events before and of these."""
    for recorded in history:
        envelope = recorded.envelope
        event, at = envelope.event, envelope.at
        row = row or CarriedParcel(stream=recorded.stream)
        match event:
            case ParcelPrepared():
                row = CarriedParcel(stream=recorded.stream, office=event.office)
            case ParcelHandedOver():
                row = replace(
                    row,
                    carrier=carrier_of(event.item_no) or "",
                    item_no=event.item_no,
                    handed_at=at,
                    ended=False,
                    first_called_at=None,
                    accepted_at=None,
                )
            case ItemScanned() | ItemDeliveryFailed() | ItemDelivered() | ItemReturned():
                by_itself = envelope.by.id == row.carrier
                row = replace(
                    row,
                    called_at=at if by_itself else row.called_at,
                    first_called_at=row.first_called_at or (at if by_itself else None),
                    accepted_at=row.accepted_at or (at if _accepted(event) else None),
                    heard_at=at,
                    ended=row.ended or isinstance(event, ItemDelivered | ItemReturned),
                )
    return row


def _accepted(event: Event) -> bool:
    return isinstance(event, ItemScanned) and event.status is ScanStatus.COLLECTED


CARRIAGE: Final = Projection(
    name="carriage",
    of=(PARCEL,),
    tables=Path(__file__).with_name("schema.sql"),
    row=CarriedParcel,
    fold=fold,
)
