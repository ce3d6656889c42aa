"""Commands to a parcel. A case has it made and handed over, and a carrier tells where it is."""

from datetime import date
from typing import Annotated
from uuid import UUID

import msgspec

from domain.message import Command
from domain.parcels.reasons import (
    Clearing,
    FailedDelivery,
    Irregularity,
    ScanStatus,
    Signatory,
)
from domain.plausible import Happened
from domain.spelling import AS_NUMBER, OfficeId, RegionCode

ScanId = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_.:-]{1,80}$")]
"""The id of a scan, by which a carrier repeats it. It is unique within a parcel."""
CarrierCode = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]{0,19}$")]
ItemNumber = Annotated[str, msgspec.Meta(min_length=13, max_length=13), AS_NUMBER]
Collected = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
EMS = "ems"
"""The carrier, if none is named: express of China Post."""


class ParcelCommand(Command, frozen=True, kw_only=True):
    """A request to a parcel."""


class PrepareParcel(ParcelCommand, frozen=True, kw_only=True):
    """Have the document of a case posted."""

    case: UUID
    posting: int
    office: str
    destination: str
    document_no: str
    hand_over_by: date


class EncloseParcel(ParcelCommand, frozen=True, kw_only=True):
    """Put it into its envelope, under the number that the carrier has given."""

    item_no: ItemNumber
    carrier: CarrierCode = EMS


class HandOverParcel(ParcelCommand, frozen=True, kw_only=True):
    """Give it to the carrier. It says all of a parcel that an earlier build did not prepare."""

    case: UUID
    posting: int
    office: str
    destination: str
    document_no: str
    item_no: str
    manifest: str
    expected_by: date
    carrier: CarrierCode = EMS


class RecordItemScan(ParcelCommand, frozen=True, kw_only=True, omit_defaults=True):
    """Record that a carrier saw the parcel. The same id is the same scan.

    A failed delivery says its ``reason``, and a delivery its ``signatory``.
    """

    scan: ScanId
    status: ScanStatus
    place: RegionCode
    scanned_at: Happened
    reason: FailedDelivery | None = None
    signatory: Signatory | None = None
    id_seen: bool = False
    collected_fen: Collected = 0


class CopyItemScan(RecordItemScan, frozen=True, kw_only=True, omit_defaults=True):
    """Record what an officer has written down of the case in the same instant."""


class RepostParcel(ParcelCommand, frozen=True, kw_only=True):
    """Post what came back once more."""

    posting: int


class KeepForPickup(ParcelCommand, frozen=True, kw_only=True):
    """Keep it for whoever collects it at a counter."""

    office: OfficeId


class CallOffParcel(ParcelCommand, frozen=True, kw_only=True):
    """Post nothing, because the case has ended."""


class ReportCaseElsewhere(ParcelCommand, frozen=True, kw_only=True):
    """Say that what a scan tells could not become of the case."""

    scan: ScanId
    refusal: str


class ClearIrregularity(ParcelCommand, frozen=True, kw_only=True):
    """Say what was found out about an irregularity."""

    irregularity: Irregularity
    clearing: Clearing
