"""What each event changes. The stage follows from the whole, so no row names one."""

from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.parcels import events
from domain.parcels.reasons import Clearing, Irregularity, ScanStatus
from domain.parcels.scan import ItemScan, with_scan
from domain.parcels.state import Cleared, Parcel, ParcelStage, stage_of


def _standing(current: Parcel) -> Parcel:
    return replace(current, stage=stage_of(current))


def _prepared(current: Parcel, event: events.ParcelPrepared) -> Parcel:
    """What was to be collected and is posted after all begins anew. Its scans stay."""
    begun = Parcel(
        case=event.case,
        posting=event.posting,
        office=event.office,
        destination=event.destination,
        document_no=event.document_no,
        prepared_on=event.prepared_on,
        hand_over_by=event.hand_over_by,
        owner=event.owner,
        scans=current.scans,
        told=current.told,
    )
    return _standing(begun)


def _enclosed(current: Parcel, event: events.ParcelEnclosed) -> Parcel:
    return _standing(replace(current, item_no=event.item_no, carrier=event.carrier))


def _handed_over(current: Parcel, event: events.ParcelHandedOver) -> Parcel:
    handed = replace(
        current,
        item_no=event.item_no,
        carrier=event.carrier,
        manifest=event.manifest,
        handed_over_at=event.handed_over_at,
        expected_by=event.expected_by,
    )
    return _standing(handed)


def _seen(current: Parcel, scan: ItemScan) -> Parcel:
    return _standing(replace(current, scans=with_scan(current.scans, scan)))


def _scanned(current: Parcel, event: events.ItemScanned) -> Parcel:
    return _seen(current, ItemScan(event.scan, event.status, event.scanned_at, event.place))


def _failed(current: Parcel, event: events.ItemDeliveryFailed) -> Parcel:
    status = ScanStatus.FAILED
    return _seen(current, ItemScan(event.scan, status, event.scanned_at, event.place, event.reason))


def _returned(current: Parcel, event: events.ItemReturned) -> Parcel:
    return _seen(current, ItemScan(event.scan, ScanStatus.RETURNED, event.scanned_at, event.place))


def _delivered(current: Parcel, event: events.ItemDelivered) -> Parcel:
    scan = ItemScan(
        event.scan,
        ScanStatus.DELIVERED,
        event.scanned_at,
        event.place,
        signatory=event.signatory,
        id_seen=event.id_seen,
        collected_fen=event.collected_fen,
    )
    return _seen(current, scan)


def _reposted(current: Parcel, event: events.ParcelReposted) -> Parcel:
    return _standing(replace(current, onward=ParcelStage.REPOSTED))


def _for_pickup(current: Parcel, event: events.ParcelChangedToPickup) -> Parcel:
    return _standing(replace(current, onward=ParcelStage.FOR_PICKUP))


def _called_off(current: Parcel, event: events.ParcelCalledOff) -> Parcel:
    return _standing(replace(current, onward=ParcelStage.CALLED_OFF))


def _overdue(current: Parcel, event: events.ParcelOverdue) -> Parcel:
    return replace(current, missed=current.missed | {event.irregularity})


def _elsewhere(current: Parcel, event: events.CaseFoundElsewhere) -> Parcel:
    found = (Irregularity.CASE_ELSEWHERE, event.scan)
    return replace(current, told=current.told | {found})


def _cleared(current: Parcel, event: events.IrregularityCleared) -> Parcel:
    """What is late but on its way is not cleared: it is waited for once more."""
    if event.clearing is Clearing.STILL_UNDER_WAY and event.ask_again_on:
        missed = current.missed - {event.irregularity}
        return replace(current, missed=missed, ask_again_on=event.ask_again_on)
    cleared = Cleared(event.irregularity, frozenset(event.scans))
    return replace(current, cleared=(*current.cleared, cleared))


EFFECTS: Final[tuple[Effect[Parcel, Any], ...]] = (
    Effect(events.ParcelPrepared, change=_prepared),
    Effect(events.ParcelEnclosed, change=_enclosed),
    Effect(events.ParcelHandedOver, change=_handed_over),
    Effect(events.ItemScanned, change=_scanned),
    Effect(events.ItemDeliveryFailed, change=_failed),
    Effect(events.ItemReturned, change=_returned),
    Effect(events.ItemDelivered, change=_delivered),
    Effect(events.ParcelReposted, change=_reposted),
    Effect(events.ParcelChangedToPickup, change=_for_pickup),
    Effect(events.ParcelCalledOff, change=_called_off),
    Effect(events.ParcelOverdue, change=_overdue),
    Effect(events.CaseFoundElsewhere, change=_elsewhere),
    Effect(events.IrregularityCleared, change=_cleared),
)
