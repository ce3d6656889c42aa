"""What the throughput remembers of a case: only what its figures need."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.calendar import local_day
from domain.case import events
from domain.case.case import CASE
from domain.case.stage import FINAL, Stage
from domain.clocks.clock import Clock
from domain.message import Event
from projections.engine.reading import Read


class Counted(msgspec.Struct, frozen=True, gc=False):
    case_id: UUID
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
            if isinstance(event, events.CaseSubmitted):
                row = _first(recorded.stream, event, at)
            continue
        stage = CASE.stage_after(Stage(row.stage), event)
        if stage != row.stage:
            row = replace(row, stage=stage, ended_at=at if stage in FINAL else None)
        if note := _NOTES.get(type(event)):
            row = note(row, event, at)
    return row


def _first(case: UUID, event: events.CaseSubmitted, at: datetime) -> Counted:
    return Counted(
        case_id=case,
        service=event.service,
        office=event.office,
        channel=event.channel,
        green=False,
        stage=event.stage,
        submitted_at=at,
        accept_by=event.accept_by,
    )


def _accept_by(
    row: Counted, event: events.PaymentReceived | events.CorrectionSupplied, at: datetime
) -> Counted:
    return replace(row, accept_by=event.accept_by or row.accept_by)


def _accepted(row: Counted, event: events.CaseAccepted, at: datetime) -> Counted:
    late = row.accept_by is not None and event.accepted_on > row.accept_by
    return replace(row, accepted_at=at, accepted_late=late, decide_by=event.decide_by)


def _deemed_accepted(row: Counted, event: events.DeemedAccepted, at: datetime) -> Counted:
    return replace(row, accepted_at=at, accepted_late=True, decide_by=event.decide_by)


def _to_correct(row: Counted, event: events.CorrectionRequested, at: datetime) -> Counted:
    first = row.corrected_on or local_day(at)
    return replace(row, corrections=row.corrections + 1, corrected_on=first)


def _stopped(row: Counted, event: events.ClockStopped, at: datetime) -> Counted:
    return replace(row, decide_by=None) if event.days_left >= 0 else row


def _restarted(row: Counted, event: events.ClockRestarted, at: datetime) -> Counted:
    return replace(row, decide_by=event.decide_by)


def _extended(row: Counted, event: events.DeadlineExtended, at: datetime) -> Counted:
    match event.clock:
        case Clock.ACCEPT_1:
            return replace(row, accept_by=event.new)
        case Clock.DECIDE:
            return replace(row, decide_by=event.new)
        case _:
            return row


def _decided(
    row: Counted, event: events.CaseApproved | events.CaseRefused, at: datetime
) -> Counted:
    late = row.decide_by is not None and event.decided_on > row.decide_by
    refused = isinstance(event, events.CaseRefused)
    return replace(row, decided_at=at, decided_late=late, refused=refused)


def _reopened(row: Counted, event: events.CaseReopened, at: datetime) -> Counted:
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


def _produced(row: Counted, event: events.DocumentProduced, at: datetime) -> Counted:
    return replace(row, produced_at=at)


def _handed_over(row: Counted, event: events.HandedToPost, at: datetime) -> Counted:
    return replace(row, handed_over_at=row.handed_over_at or at, posts=event.attempt)


def _returned(row: Counted, event: events.ParcelReturned, at: datetime) -> Counted:
    first = row.returned_on or local_day(at)
    return replace(row, returns=row.returns + 1, returned_on=first)


def _received(
    row: Counted, event: events.ParcelDelivered | events.PickedUp, at: datetime
) -> Counted:
    by_post = isinstance(event, events.ParcelDelivered)
    return replace(row, delivered_at=at, delivered_by_post=by_post)


def _green(row: Counted, event: events.GreenChannelGranted, at: datetime) -> Counted:
    return replace(row, green=True)


def _transferred(row: Counted, event: events.CaseTransferred, at: datetime) -> Counted:
    return replace(row, office=event.to_office)


_NOTES: Final[Mapping[type[Event], Callable[[Counted, Any, datetime], Counted]]] = {
    events.PaymentReceived: _accept_by,
    events.CorrectionSupplied: _accept_by,
    events.CaseAccepted: _accepted,
    events.DeemedAccepted: _deemed_accepted,
    events.CorrectionRequested: _to_correct,
    events.ClockStopped: _stopped,
    events.ClockRestarted: _restarted,
    events.DeadlineExtended: _extended,
    events.CaseApproved: _decided,
    events.CaseRefused: _decided,
    events.CaseReopened: _reopened,
    events.DocumentProduced: _produced,
    events.HandedToPost: _handed_over,
    events.ParcelReturned: _returned,
    events.ParcelDelivered: _received,
    events.PickedUp: _received,
    events.GreenChannelGranted: _green,
    events.CaseTransferred: _transferred,
}
"""What each event adds to a row, beside its stage; the others add nothing."""
