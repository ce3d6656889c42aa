"""Parcels that have come so far, and what is given to them, decided without a store."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from msgspec.structs import replace

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.message import Command
from domain.parcels import commands, events
from domain.parcels.parcel import PARCEL
from domain.parcels.reasons import FailedDelivery, ScanStatus, Signatory
from domain.parcels.state import Parcel, parcel_of
from domain.people import Actor, Role
from domain.services.catalogue import CATALOGUE

CASE: Final = UUID("0170a3c5-8c00-7000-8000-000000000001")
ITEM: Final = "EE473124829CN"
OFFICE, COUNTY = "410100", "410122"
NOW: Final = datetime(2020, 3, 10, 2, tzinfo=UTC)
CLERK: Final = Actor(Role.CLERK, "clerk", OFFICE)
CITIZEN: Final = Actor(Role.APPLICANT, "citizen")
CARRIER: Final = Actor(Role.CARRIER, "carrier")
TIMEKEEPER: Final = Actor(Role.SYSTEM, "timekeeper")

PREPARED: Final = events.ParcelPrepared(
    case=CASE,
    posting=1,
    office=OFFICE,
    destination=COUNTY,
    document_no="HP00000001",
    prepared_on=date(2020, 3, 9),
    hand_over_by=date(2020, 3, 10),
    owner=CITIZEN,
)
HANDED_OVER: Final = events.ParcelHandedOver(
    case=CASE,
    item_no=ITEM,
    carrier="ems",
    manifest="410100-20200310",
    handed_over_at=NOW,
    expected_by=date(2020, 3, 13),
)
UNDER_WAY: Final = (PREPARED, HANDED_OVER)


def scan(
    name: str, status: ScanStatus, hours: float, reason: FailedDelivery | None = None
) -> commands.RecordItemScan:
    """A scan so many hours after the parcel was handed over. Its recipient signs properly."""
    delivered = status is ScanStatus.DELIVERED
    return commands.RecordItemScan(
        scan=name,
        status=status,
        place=COUNTY,
        scanned_at=NOW + timedelta(hours=hours),
        reason=reason,
        signatory=Signatory.RECIPIENT if delivered else None,
        id_seen=delivered,
    )


EIGHT: Final = (
    scan("s1", ScanStatus.COLLECTED, 1),
    scan("s2", ScanStatus.DEPARTED, 5),
    scan("s3", ScanStatus.ARRIVED, 20),
    scan("s4", ScanStatus.OUT_FOR_DELIVERY, 22),
    scan("s5", ScanStatus.FAILED, 24, FailedDelivery.ABSENT),
    scan("s6", ScanStatus.OUT_FOR_DELIVERY, 46),
    scan("s7", ScanStatus.FAILED, 48, FailedDelivery.ABSENT),
    scan("s8", ScanStatus.DELIVERED, 70),
)
"""A parcel that finds nobody twice and its recipient at the third try."""


def circumstances(by: Actor = CARRIER, now: datetime | None = None) -> Circumstances:
    """Ten days after the hand-over, if no instant is given, so that every scan lies before."""
    return Circumstances(
        now=now or NOW + timedelta(days=10),
        by=by,
        stream=parcel_of(CASE, 1),
        catalogue=CATALOGUE,
        calendar=Calendar(),
        owner=CITIZEN,
    )


def told(
    *scans: commands.RecordItemScan, before: Sequence[events.ParcelEvent] = UNDER_WAY
) -> Parcel:
    """The parcel after a carrier has told these, one after the other."""
    current, at = PARCEL.fold(before), circumstances()
    for each in scans:
        current = PARCEL.decide(current, each, at).after
    return current


def given(
    current: Parcel,
    command: Command,
    *,
    by: Actor = CARRIER,
    now: datetime | None = None,
    linked: bool = False,
) -> tuple[events.ParcelEvent, ...]:
    """The events to which a command comes."""
    decided = PARCEL.decide(current, command, circumstances(by, now), linked=linked)
    return tuple(each for each in decided.events if isinstance(each, events.ParcelEvent))


def otherwise(command: commands.RecordItemScan, **fields: Any) -> commands.RecordItemScan:
    """The same scan, but for these fields."""
    return replace(command, **fields)
