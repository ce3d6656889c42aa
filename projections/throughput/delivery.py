"""What is counted between the finished document and the hands of the citizen."""

from collections.abc import Mapping, Sequence
from typing import Final

from domain.case.delivery.events import (
    DeliveryFailed,
    HandedToPost,
    ParcelDelivered,
    ParcelReturned,
    PickedUp,
)
from domain.case.production.events import DocumentProduced
from domain.case.review.events import DeferralGranted, RecordChanged, ResultRecorded
from domain.message import Event
from projections.throughput import measures
from projections.throughput.counting import NOTHING, Counting, Counts
from projections.throughput.durations import (
    GREEN_TIME,
    HANDOVER,
    PRODUCTION,
    TRANSIT,
    TURNAROUND,
)

UNTOLD: Final = "untold"
"""Why a parcel came back of which the post told no failed delivery."""


def _produced(told: Counting, event: DocumentProduced) -> Sequence[str]:
    so_far = told.so_far
    counted = [PRODUCTION.between(so_far.approved_at, told.at)] if so_far.approved_at else []
    so_far.approved_at, so_far.produced_at = None, told.at
    return counted


def _handed_over(told: Counting, event: HandedToPost) -> Sequence[str]:
    """A document is posted for the first time, or once more after it came back."""
    so_far = told.so_far
    if event.attempt > 1:
        if so_far.returned:
            told.count_at(so_far.returned, measures.REPOSTED)
        so_far.posted_at, so_far.returned = told.at, None
        return (measures.POSTED_AGAIN,)
    counted = [measures.HANDED_OVER]
    if so_far.produced_at:
        counted.append(HANDOVER.between(so_far.produced_at, told.at))
    so_far.handed_over, so_far.produced_at, so_far.posted_at = told.place, None, told.at
    return counted


def _failed(told: Counting, event: DeliveryFailed) -> Sequence[str]:
    told.so_far.failed_for = event.reason
    return NOTHING


def _returned(told: Counting, event: ParcelReturned) -> Sequence[str]:
    so_far = told.so_far
    if so_far.handed_over:
        told.count_at(so_far.handed_over, measures.RETURNED_FIRST_POST)
    so_far.handed_over, so_far.returned = None, told.place
    why, so_far.failed_for = so_far.failed_for, None
    return (measures.RETURNED, f"{measures.RETURNED_FOR}:{why or UNTOLD}")


def _delivered(told: Counting, event: ParcelDelivered) -> Sequence[str]:
    so_far = told.so_far
    counted = [measures.DELIVERED]
    if so_far.posted_at:
        counted.append(TRANSIT.between(so_far.posted_at, told.at))
    if so_far.handed_over:
        told.count_at(so_far.handed_over, measures.DELIVERED_FIRST_POST)
    return [*counted, *_received(told, event)]


def _picked_up(told: Counting, event: PickedUp) -> Sequence[str]:
    return [measures.PICKED_UP, *_received(told, event)]


def _received(told: Counting, event: Event) -> Sequence[str]:
    """The citizen has what was applied for."""
    so_far = told.so_far
    counted = [TURNAROUND.between(told.row.submitted_at, told.at)]
    if told.green and so_far.escalated_at:
        counted.append(GREEN_TIME.between(so_far.escalated_at, told.at))
    so_far.handed_over = so_far.returned = None
    so_far.produced_at = so_far.posted_at = so_far.escalated_at = so_far.failed_for = None
    return counted


DELIVERY: Final[Mapping[type[Event], Counts]] = {
    DocumentProduced: _produced,
    HandedToPost: _handed_over,
    DeliveryFailed: _failed,
    ParcelReturned: _returned,
    ParcelDelivered: _delivered,
    PickedUp: _picked_up,
    RecordChanged: _received,
    ResultRecorded: _received,
    DeferralGranted: _received,
}
