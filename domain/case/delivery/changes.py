"""What each event of this chapter changes, and the stage it leads to."""

from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.case.delivery import events
from domain.case.refunds import lapsed
from domain.case.stage import Stage
from domain.case.state import Case, Deadline
from domain.clocks.clock import Clock
from domain.parcels.reasons import FailedDelivery
from domain.services.facts import AtCounter, ByPost


def _handed_to_post(current: Case, event: events.HandedToPost) -> Case:
    return replace(
        current,
        item_no=event.item_no,
        posts=event.attempt,
        failed_tries=0,
        in_vain=(),
        area_closed=False,
        deadline=Deadline(Clock.POST_TRANSIT, event.expected_by),
    )


def _delivery_failed(current: Case, event: events.DeliveryFailed) -> Case:
    closed = event.reason is FailedDelivery.AREA_CLOSED
    return replace(
        current,
        failed_tries=current.failed_tries + (not closed),
        area_closed=closed,
        in_vain=(*current.in_vain, event.reason),
    )


def _received(current: Case, event: events.ParcelDelivered | events.PickedUp) -> Case:
    return replace(current, paid_fen=current.paid_fen + event.collected_fen)


def _picked_up(current: Case, event: events.PickedUp) -> Case:
    return replace(_received(current, event), by_card=event.by_card)


def _returned(current: Case, event: events.ParcelReturned) -> Case:
    return replace(current, deadline=Deadline(Clock.RETURN_HOLD, event.keep_until))


def _to_post(current: Case, event: events.RepostRequested | events.ChangedToPost) -> Case:
    return replace(
        current,
        delivery=ByPost(event.destination_region),
        sealed=current.sealed | event.sealed,
        postage_fen=current.postage_fen + event.postage_fen,
        deadline=Deadline(Clock.POST_HANDOVER, event.hand_over_by),
    )


def _by_post(current: Case, event: events.PostalDeliveryChosen) -> Case:
    return replace(
        current,
        delivery=ByPost(event.destination_region),
        sealed=current.sealed | event.sealed,
    )


def _to_pickup(current: Case, event: events.ChangedToPickup) -> Case:
    return replace(
        current,
        delivery=AtCounter(event.office),
        deadline=Deadline(Clock.PICKUP_HOLD, event.keep_until),
    )


EFFECTS: Final[tuple[Effect[Case, Any], ...]] = (
    Effect(events.HandedToPost, to=Stage.IN_POST, change=_handed_to_post),
    Effect(events.ParcelScanned),
    Effect(events.DeliveryFailed, change=_delivery_failed),
    Effect(events.ParcelDelivered, to=Stage.DELIVERED, change=_received),
    Effect(events.ParcelReturned, to=Stage.RETURNED, change=_returned),
    Effect(events.RepostRequested, to=Stage.READY_TO_SEND, change=_to_post),
    Effect(events.ChangedToPickup, to=Stage.READY_FOR_PICKUP, change=_to_pickup),
    Effect(events.ChangedToPost, to=Stage.READY_TO_SEND, change=_to_post),
    Effect(events.PostalDeliveryChosen, change=_by_post),
    Effect(events.PickedUp, to=Stage.DELIVERED, change=_picked_up),
    Effect(events.PickupExpired, to=Stage.LAPSED, change=lapsed),
)
