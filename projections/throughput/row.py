"""What the throughput remembers of a case: only what its figures need."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.calendar import local_day
from domain.case.case import CASE
from domain.case.deadlines.events import ClockRestarted, ClockStopped, DeadlineExtended
from domain.case.delivery.events import HandedToPost, ParcelDelivered, ParcelReturned, PickedUp
from domain.case.intake.events import (
    CaseAccepted,
    CaseSubmitted,
    CorrectionRequested,
    CorrectionSupplied,
    DeemedAccepted,
    PaymentReceived,
)
from domain.case.overlays.events import CaseTransferred, GreenChannelGranted
from domain.case.production.events import DocumentProduced
from domain.case.remedies.events import CaseReopened
from domain.case.review.events import CaseApproved, CaseRefused
from domain.case.stage import FINAL, Stage
from domain.clocks.clock import Clock
from domain.message import Event
from projections.engine.reading import Read


class Counted(msgspec.Struct, frozen=True, gc=False):
    stream: UUID
    service: str
    office: str
    channel: str
    green: bool
    stage: str
    submitted_at: datetime
    accept_by: date | None = None
    accepted_at: datetime | None = None
    accepted_late: bool = False
    decide_by: date | None = None
    decided_at: datetime | None = None
    decided_late: bool = False
    refused: bool = False
    corrections: int = 0
    corrected_on: date | None = None
    produced_at: datetime | None = None
    handed_over_at: datetime | None = None
    posts: int = 0
    returns: int = 0
    returned_on: date | None = None
    delivered_at: datetime | None = None
    delivered_by_post: bool = False
    ended_at: datetime | None = None


def fold(row: Counted | None, history: Sequence[Read]) -> Counted | None:
    for recorded in history:
        event, at = recorded.envelope.event, recorded.envelope.at
        if row is None:
            if isinstance(event, CaseSubmitted):
                row = _first(recorded.stream, event, at)
            continue
        stage = CASE.stage_after(Stage(row.stage), event)
        if stage != row.stage:
            row = replace(row, stage=stage, ended_at=at if stage in FINAL else None)
        if note := _NOTES.get(type(event)):
            row = note(row, event, at)
    return row


def _first(case: UUID, event: CaseSubmitted, at: datetime) -> Counted:
    return Counted(
        stream=case,
        service=event.service,
        office=event.office,
        channel=event.channel,
        green=False,
        stage=event.stage,
        submitted_at=at,
        accept_by=event.accept_by,
    )


def _accept_by(row: Counted, event: PaymentReceived | CorrectionSupplied, at: datetime) -> Counted:
    return replace(row, accept_by=event.accept_by or row.accept_by)


def _accepted(row: Counted, event: CaseAccepted, at: datetime) -> Counted:
    late = row.accept_by is not None and event.accepted_on > row.accept_by
    return replace(row, accepted_at=at, accepted_late=late, decide_by=event.decide_by)


def _deemed_accepted(row: Counted, event: DeemedAccepted, at: datetime) -> Counted:
    return replace(row, accepted_at=at, accepted_late=True, decide_by=event.decide_by)


def _to_correct(row: Counted, event: CorrectionRequested, at: datetime) -> Counted:
    first = row.corrected_on or local_day(at)
    return replace(row, corrections=row.corrections + 1, corrected_on=first)


def _stopped(row: Counted, event: ClockStopped, at: datetime) -> Counted:
    return replace(row, decide_by=None) if event.days_left >= 0 else row


def _restarted(row: Counted, event: ClockRestarted, at: datetime) -> Counted:
    return replace(row, decide_by=event.decide_by)


def _extended(row: Counted, event: DeadlineExtended, at: datetime) -> Counted:
    match event.clock:
        case Clock.ACCEPT_1:
            return replace(row, accept_by=event.new)
        case Clock.DECIDE:
            return replace(row, decide_by=event.new)
        case _:
            return row


def _decided(row: Counted, event: CaseApproved | CaseRefused, at: datetime) -> Counted:
    late = row.decide_by is not None and event.decided_on > row.decide_by
    refused = isinstance(event, CaseRefused)
    return replace(row, decided_at=at, decided_late=late, refused=refused)


def _reopened(row: Counted, event: CaseReopened, at: datetime) -> Counted:
    late = row.accept_by is not None and event.accepted_on > row.accept_by
    return replace(
        row,
        accepted_at=row.accepted_at or at,
        accepted_late=row.accepted_late if row.accepted_at else late,
        decided_at=None,
        refused=False,
        decide_by=event.decide_by,
        delivered_at=None,
        produced_at=None,
        handed_over_at=None,
    )


def _produced(row: Counted, event: DocumentProduced, at: datetime) -> Counted:
    return replace(row, produced_at=at)


def _handed_over(row: Counted, event: HandedToPost, at: datetime) -> Counted:
    return replace(row, handed_over_at=row.handed_over_at or at, posts=event.attempt)


def _returned(row: Counted, event: ParcelReturned, at: datetime) -> Counted:
    first = row.returned_on or local_day(at)
    return replace(row, returns=row.returns + 1, returned_on=first)


def _received(row: Counted, event: ParcelDelivered | PickedUp, at: datetime) -> Counted:
    by_post = isinstance(event, ParcelDelivered)
    return replace(row, delivered_at=at, delivered_by_post=by_post)


def _green(row: Counted, event: GreenChannelGranted, at: datetime) -> Counted:
    return replace(row, green=True)


def _transferred(row: Counted, event: CaseTransferred, at: datetime) -> Counted:
    return replace(row, office=event.to_office)


_NOTES: Final[Mapping[type[Event], Callable[[Counted, Any, datetime], Counted]]] = {
    PaymentReceived: _accept_by,
    CorrectionSupplied: _accept_by,
    CaseAccepted: _accepted,
    DeemedAccepted: _deemed_accepted,
    CorrectionRequested: _to_correct,
    ClockStopped: _stopped,
    ClockRestarted: _restarted,
    DeadlineExtended: _extended,
    CaseApproved: _decided,
    CaseRefused: _decided,
    CaseReopened: _reopened,
    DocumentProduced: _produced,
    HandedToPost: _handed_over,
    ParcelReturned: _returned,
    ParcelDelivered: _received,
    PickedUp: _received,
    GreenChannelGranted: _green,
    CaseTransferred: _transferred,
}
"""What each event adds to a row, beside its stage; the others add nothing."""
