"""The way of a document to the citizen: by postal express, or over a counter."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from domain.aggregate import Decision, Ref
from domain.calendar import start_of_day
from domain.case.delivery import commands, events
from domain.case.delivery.arrival import arrives_by
from domain.case.delivery.refusals import (
    AreaClosed,
    IdentityNotSeen,
    ItemNumberInvalid,
    PlaceUnknown,
    TooFewTries,
    TooManyPosts,
)
from domain.case.delivery.tries import TRIES_BEFORE_RETURN, may_be_posted
from domain.case.grounds import Hold
from domain.case.production.decisions import closing
from domain.case.refusals import (
    OfficeUnknown,
    OfficeWithoutPower,
    PaymentDiffers,
    PickupOfficeClosed,
    WindowClosed,
)
from domain.case.roles import APPLICANTS, OFFICERS, POST
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.identifiers import postal_item
from domain.identifiers.henan_names import NAMES
from domain.identifiers.invalid import InvalidIdentifier
from domain.offices.office import PICKUP_KINDS
from domain.offices.tree import OFFICES, prefecture_of
from domain.plausible import SKEW, within
from domain.prefectures.openness import open_counters, prefecture_of_window, window_open
from domain.prefectures.state import Prefecture
from domain.services.postage import postage_fen


def hand_to_post(
    current: Case, command: commands.HandToPost, at: Circumstances
) -> Sequence[CaseEvent]:
    try:
        item = postal_item.parse(command.item_no)
    except InvalidIdentifier as invalid:
        raise ItemNumberInvalid(rule=invalid.rule) from None
    if not may_be_posted(current):
        raise TooManyPosts(posts=current.posts)
    return [
        events.HandedToPost(
            item_no=item.text,
            attempt=current.posts + 1,
            expected_by=arrives_by(current, at),
        )
    ]


def record_scan(
    current: Case, command: commands.RecordScan, at: Circumstances
) -> Sequence[CaseEvent]:
    """A parcel is seen somewhere in Henan, after its case began."""
    if command.place not in NAMES:
        raise PlaceUnknown(pointer="/place")
    if current.submitted_on:
        began = start_of_day(current.submitted_on)
        within("scanned_at", command.scanned_at, began, at.now + SKEW)
    return [
        events.ParcelScanned(
            status=command.status, place=command.place, scanned_at=command.scanned_at
        )
    ]


def record_delivery(
    current: Case, command: commands.RecordDelivery, at: Circumstances
) -> Sequence[CaseEvent]:
    _handed_over_properly(current, command)
    delivered = events.ParcelDelivered(delivered_on=at.today, collected_fen=command.collected_fen)
    return [delivered, *closing(current, command.collected_fen)]


def record_return(
    current: Case, command: commands.RecordReturn, at: Circumstances
) -> Sequence[CaseEvent]:
    """Mail that cannot be delivered goes back to its sender (Postal Law art. 33)."""
    if current.area_closed:
        raise AreaClosed
    required = TRIES_BEFORE_RETURN.on(current.accepted_on or at.today)
    if current.failed_tries < required:
        raise TooFewTries(tries=current.failed_tries, required=required)
    return [events.ParcelReturned(keep_until=at.due(Clock.RETURN_HOLD))]


def request_repost(
    current: Case, command: commands.RequestRepost, at: Circumstances
) -> Sequence[CaseEvent]:
    return [
        events.RepostRequested(
            sealed=command.sealed,
            destination_region=command.destination_region,
            hand_over_by=at.due(Clock.POST_HANDOVER),
            postage_fen=postage_fen(command.destination_region, at.today),
        )
    ]


def change_to_pickup(
    current: Case, command: commands.ChangeToPickup, at: Circumstances
) -> Sequence[CaseEvent]:
    """An open counter hands it out, and a closed one too in the green channel."""
    if command.office not in OFFICES:
        raise OfficeUnknown(office=command.office)
    region = prefecture_of(current.office)
    if prefecture_of(command.office) != region:
        raise OfficeWithoutPower(office=command.office, choices=_counters_of(region))
    choices = _counters_of(region) if current.green else open_counters(region, at)
    if command.office not in choices:
        raise PickupOfficeClosed(office=command.office, choices=choices)
    return [events.ChangedToPickup(office=command.office, keep_until=at.due(Clock.PICKUP_HOLD))]


def _counters_of(region: str) -> list[str]:
    """The offices of a prefecture that have a counter, whether it is open today or not."""
    return [
        office.id
        for office in OFFICES.values()
        if office.region_code == region and office.kind in PICKUP_KINDS
    ]


def change_to_post(
    current: Case, command: commands.ChangeToPost, at: Circumstances
) -> Sequence[CaseEvent]:
    """The document is posted. Postage is free if the outlet closed after it was chosen."""
    free = Hold.OFFICE_SUSPENDED in current.holds
    return [
        events.ChangedToPost(
            sealed=command.sealed,
            destination_region=command.destination_region,
            hand_over_by=at.due(Clock.POST_HANDOVER),
            postage_fen=0 if free else postage_fen(command.destination_region, at.today),
        )
    ]


def record_pickup(
    current: Case, command: commands.RecordPickup, at: Circumstances
) -> Sequence[CaseEvent]:
    if not (current.green or window_open(current.counter, at)):
        raise WindowClosed(office=current.counter)
    _handed_over_properly(current, command)
    picked_up = events.PickedUp(officer=at.by.person, collected_fen=command.collected_fen)
    return [picked_up, *closing(current, command.collected_fen)]


def _handed_over_properly(
    current: Case, command: commands.RecordDelivery | commands.RecordPickup
) -> None:
    """The recipient shows the identity card, signs, and pays what is still owed."""
    if not command.id_seen:
        raise IdentityNotSeen
    owed = max(0, current.payable_fen)
    if command.collected_fen != owed:
        raise PaymentDiffers(expected_fen=owed)


def record_failed_delivery(
    current: Case, command: commands.RecordFailedDelivery, at: Circumstances
) -> Sequence[CaseEvent]:
    return [events.DeliveryFailed(reason=command.reason)]


def _chosen_counter(current: Case, command: commands.ChangeToPickup) -> Iterable[Ref[Prefecture]]:
    return () if current.green else prefecture_of_window(command.office)


def _counter(current: Case, command: commands.RecordPickup) -> Iterable[Ref[Prefecture]]:
    return () if current.green else prefecture_of_window(current.counter)


DECISIONS: Final[tuple[Decision[Case, Any], ...]] = (
    Decision(commands.HandToPost, at={Stage.READY_TO_SEND}, by=OFFICERS, decide=hand_to_post),
    Decision(commands.RecordScan, at={Stage.IN_POST}, by=POST, decide=record_scan),
    Decision(
        commands.RecordFailedDelivery, at={Stage.IN_POST}, by=POST, decide=record_failed_delivery
    ),
    Decision(commands.RecordDelivery, at={Stage.IN_POST}, by=POST, decide=record_delivery),
    Decision(commands.RecordReturn, at={Stage.IN_POST}, by=POST, decide=record_return),
    Decision(
        commands.RequestRepost,
        at={Stage.RETURNED},
        by=APPLICANTS,
        decide=request_repost,
        when=may_be_posted,
    ),
    Decision(
        commands.ChangeToPickup,
        at={Stage.RETURNED, Stage.READY_TO_SEND},
        by=APPLICANTS,
        decide=change_to_pickup,
        reads=_chosen_counter,
    ),
    Decision(
        commands.ChangeToPost,
        at={Stage.READY_FOR_PICKUP},
        by=APPLICANTS,
        decide=change_to_post,
        when=may_be_posted,
    ),
    Decision(
        commands.RecordPickup,
        at={Stage.READY_FOR_PICKUP},
        by=OFFICERS,
        decide=record_pickup,
        reads=_counter,
    ),
)
