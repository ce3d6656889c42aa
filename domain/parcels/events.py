"""Events about a parcel. These names and fields are stored for ever. Money is in fen."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from domain.hidden import HIDDEN
from domain.message import Event
from domain.parcels.reasons import (
    Clearing,
    FailedDelivery,
    Irregularity,
    ScanStatus,
    Signatory,
)
from domain.people import Actor


class ParcelEvent(Event, frozen=True, kw_only=True):
    """Something that happened to the parcel of a case."""

    case: UUID


class ParcelPrepared(ParcelEvent, frozen=True, kw_only=True):
    """A document is made and is to be posted, for the first time or again.

    ``posting`` counts from 1, and ``owner`` is whose case it is, if another had it made.
    """

    posting: int
    office: str
    destination: str
    document_no: str
    prepared_on: date
    hand_over_by: date
    owner: Annotated[Actor | None, HIDDEN] = None


class ParcelEnclosed(ParcelEvent, frozen=True, kw_only=True):
    """The document is in its envelope, under the number that the carrier gave to it."""

    item_no: str
    carrier: str


class ParcelHandedOver(ParcelEvent, frozen=True, kw_only=True):
    """The carrier has it. ``manifest`` names the counted list on which both have signed."""

    item_no: str
    carrier: str
    manifest: str
    handed_over_at: datetime
    expected_by: date


class ItemScanned(ParcelEvent, frozen=True, kw_only=True):
    """It was seen on its way.

    ``scan`` is the carrier's id of it, and ``scanned_at`` the carrier's time. ``by_office``: an
    officer wrote it down together with what became of the case.
    """

    status: ScanStatus
    scan: str
    place: str
    scanned_at: datetime
    by_office: bool = False


class ItemDeliveryFailed(ParcelEvent, frozen=True, kw_only=True):
    """The carrier could not hand it over."""

    reason: FailedDelivery
    scan: str
    place: str
    scanned_at: datetime
    by_office: bool = False


class ItemReturned(ParcelEvent, frozen=True, kw_only=True):
    """It is back at the office (Postal Law art. 33)."""

    scan: str
    place: str
    scanned_at: datetime
    by_office: bool = False


class ItemDelivered(ParcelEvent, frozen=True, kw_only=True):
    """Somebody has signed. ``id_seen``: the identity card was shown in person."""

    signatory: Signatory
    id_seen: bool
    collected_fen: int = 0
    scan: str
    place: str
    scanned_at: datetime
    by_office: bool = False


class ParcelReposted(ParcelEvent, frozen=True, kw_only=True):
    """What came back is posted once more. ``posting`` is that of the new parcel."""

    posting: int


class ParcelChangedToPickup(ParcelEvent, frozen=True, kw_only=True):
    """The recipient collects what is in it at the counter of ``office``."""

    office: str


class ParcelCalledOff(ParcelEvent, frozen=True, kw_only=True):
    """The case has ended, so nothing is posted any more."""


class ParcelOverdue(ParcelEvent, frozen=True, kw_only=True):
    """A clock ran out on the day ``due_on``, and nothing was heard of what it waited for."""

    irregularity: Irregularity
    clock: str
    due_on: date


class CaseFoundElsewhere(ParcelEvent, frozen=True, kw_only=True):
    """What the scan tells could not become of the case. ``refusal`` says why, by its code."""

    scan: str
    refusal: str


class IrregularityCleared(ParcelEvent, frozen=True, kw_only=True):
    """An officer has found out how it is. ``scans`` are those that had shown it.

    A late parcel that is under way still is asked about again after ``ask_again_on``.
    """

    irregularity: Irregularity
    clearing: Clearing
    scans: tuple[str, ...] = ()
    ask_again_on: date | None = None
