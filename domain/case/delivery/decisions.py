"""The way of a document to the citizen: by postal express, or over a counter."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from domain.aggregate import Decision, Ref
from domain.case.delivery import commands, events
from domain.case.delivery.another_way import ANOTHER_WAY
from domain.case.delivery.arrival import arrives_by
from domain.case.delivery.following import FOLLOWS_AT, follow_parcel
from domain.case.delivery.refusals import (
    AreaClosed,
    IdentityNotSeen,
    ItemNumberInvalid,
    TooFewTries,
    TooManyPosts,
)
from domain.case.delivery.tries import may_be_posted
from domain.case.production.decisions import closing
from domain.case.refusals import (
    PaymentDiffers,
    WindowClosed,
)
from domain.case.roles import OFFICERS, POST, SYSTEM
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.identifiers import postal_item
from domain.identifiers.invalid import InvalidIdentifier
from domain.parcels.irregularities import TRIES_BEFORE_RETURN
from domain.prefectures.state import Prefecture
from domain.prefectures.windows import (
    prefecture_of_window,
    window_open,
)
from domain.reliefs.effect import guarding


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


def record_pickup(
    current: Case, command: commands.RecordPickup, at: Circumstances
) -> Sequence[CaseEvent]:
    business = at.catalogue[current.service].business
    if not (current.green or window_open(current.counter, business, at)):
        raise WindowClosed(office=current.counter)
    _handed_over_properly(current, command)
    picked_up = events.PickedUp(
        officer=at.by.person,
        collected_fen=command.collected_fen,
        by_card=command.by_card and command.collected_fen > 0,
    )
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


def _counter(current: Case, command: commands.RecordPickup) -> Iterable[Ref[Prefecture]]:
    return () if current.green else prefecture_of_window(current.counter)


DECISIONS: Final[tuple[Decision[Case, Any], ...]] = (
    *ANOTHER_WAY,
    Decision(commands.HandToPost, at={Stage.READY_TO_SEND}, by=OFFICERS, decide=hand_to_post),
    Decision(commands.FollowParcel, at=FOLLOWS_AT, by=SYSTEM, decide=follow_parcel, reads=guarding),
    Decision(
        commands.RecordFailedDelivery, at={Stage.IN_POST}, by=POST, decide=record_failed_delivery
    ),
    Decision(commands.RecordDelivery, at={Stage.IN_POST}, by=POST, decide=record_delivery),
    Decision(
        commands.RecordReturn, at={Stage.IN_POST}, by=POST, decide=record_return, reads=guarding
    ),
    Decision(
        commands.RecordPickup,
        at={Stage.READY_FOR_PICKUP},
        by=OFFICERS,
        decide=record_pickup,
        reads=_counter,
    ),
)
