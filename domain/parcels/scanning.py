"""What a carrier tells of a parcel is taken down, once by its id, whatever was told before."""

from collections.abc import Sequence
from datetime import UTC
from typing import Any, Final

from domain.calendar import start_of_day
from domain.circumstances import Circumstances
from domain.identifiers.henan_names import NAMES
from domain.parcels import commands, events
from domain.parcels.reasons import ScanStatus
from domain.parcels.refusals import PlaceUnknown, ScanDiffers, ScanIncomplete
from domain.parcels.scan import ItemScan
from domain.parcels.state import Parcel, ParcelStage
from domain.plausible import SKEW, within

_NOT_ENCLOSED: Final = frozenset({ParcelStage.NEW, ParcelStage.PREPARED})


def record(
    current: Parcel, command: commands.RecordItemScan, at: Circumstances
) -> Sequence[events.ParcelEvent]:
    """A scan that does not fit what was told before is no mistake of the caller.

    Raises a refusal for what can be no scan of this parcel: a place outside Henan, an instant
    before it was made or after now, a reason or a signatory that is missing or does not belong.
    """
    if command.place not in NAMES:
        raise PlaceUnknown(pointer="/place")
    if current.prepared_on:
        earliest = start_of_day(current.prepared_on)
        within("scanned_at", command.scanned_at, earliest, at.now + SKEW)
    _complete(command)
    return _once(current, command, by_office=False)


def copy(
    current: Parcel, command: commands.CopyItemScan, at: Circumstances
) -> Sequence[events.ParcelEvent]:
    """An earlier build handed cases to the post without a parcel. They have nothing to copy."""
    if current.stage in _NOT_ENCLOSED:
        return []
    return _once(current, command, by_office=True)


def _once(
    current: Parcel, command: commands.RecordItemScan, *, by_office: bool
) -> Sequence[events.ParcelEvent]:
    told = _scan(command)
    known = next((each for each in current.scans if each.id == told.id), None)
    if known is None:
        return [_event(current, told, by_office=by_office)]
    if known != told:
        raise ScanDiffers(scan=told.id)
    return []


def _complete(command: commands.RecordItemScan) -> None:
    failed = command.status is ScanStatus.FAILED
    delivered = command.status is ScanStatus.DELIVERED
    if failed is (command.reason is None):
        raise ScanIncomplete(pointer="/reason")
    if delivered is (command.signatory is None):
        raise ScanIncomplete(pointer="/signatory")
    if command.id_seen and not delivered:
        raise ScanIncomplete(pointer="/id_seen")
    if command.collected_fen and not delivered:
        raise ScanIncomplete(pointer="/collected_fen")


def _scan(command: commands.RecordItemScan) -> ItemScan:
    return ItemScan(
        id=command.scan,
        status=command.status,
        at=command.scanned_at.astimezone(UTC),
        place=command.place,
        reason=command.reason,
        signatory=command.signatory,
        id_seen=command.id_seen,
        collected_fen=command.collected_fen,
    )


def _event(current: Parcel, told: ItemScan, *, by_office: bool) -> events.ParcelEvent:
    seen: dict[str, Any] = {
        "case": current.case,
        "scan": told.id,
        "place": told.place,
        "scanned_at": told.at,
        "by_office": by_office,
    }
    if told.reason:
        return events.ItemDeliveryFailed(**seen, reason=told.reason)
    if told.signatory:
        return events.ItemDelivered(
            **seen,
            signatory=told.signatory,
            id_seen=told.id_seen,
            collected_fen=told.collected_fen,
        )
    if told.status is ScanStatus.RETURNED:
        return events.ItemReturned(**seen)
    return events.ItemScanned(**seen, status=told.status)
