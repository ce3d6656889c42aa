"""Throughput statistics (domain.md §8): counted by day, office, service, channel, green.

A row remembers of a case only what the figures need. Every measure counts on
the day it happened; ``open:STAGE`` counts on the day of submission and follows
the case until it is final.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

import msgspec
from msgspec.structs import replace

from domain.calendar import local_day
from domain.case import events
from domain.case.evolve import stage_after
from domain.case.stage import FINAL, Stage
from domain.clocks.clock import Clock
from projections.durations import bucket
from projections.projection import Figures, Projection
from projections.reading import Read


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


class Figure(msgspec.Struct, frozen=True):
    """The key of one figure; ``measure`` is a name, or ``NAME:BUCKET`` of a histogram."""

    day: date
    office: str
    service: str
    channel: str
    green: bool
    measure: str


_ENDED: Final = {
    Stage.COMPLETED: "completed",
    Stage.REFUSED: "refused",
    Stage.NOT_ACCEPTED: "not_accepted",
    Stage.WITHDRAWN: "withdrawn",
    Stage.LAPSED: "lapsed",
}


def fold(row: Counted | None, history: Sequence[Read]) -> Counted | None:
    for recorded in history:
        event, at = recorded.envelope.event, recorded.envelope.at
        if row is None:
            if isinstance(event, events.CaseSubmitted):
                row = _first(recorded.stream, event, at)
            continue
        stage = stage_after(Stage(row.stage), event)  # type: ignore[arg-type]  # no claims here
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


_NOTES: Final[Mapping[type[events.Event], Callable[[Counted, Any, datetime], Counted]]] = {
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


def contribution(row: Counted) -> Figures:
    """What one case adds; every key is counted once."""
    sums: dict[tuple[Any, ...], int] = {}
    for day, measure in _measures(row):
        key = (day, row.office, row.service, row.channel, row.green, measure)
        sums[key] = sums.get(key, 0) + 1
    return sums


def _measures(row: Counted) -> Iterator[tuple[date, str]]:
    submitted_on = local_day(row.submitted_at)
    yield submitted_on, "submitted"
    if ended := _ENDED.get(Stage(row.stage)):
        if row.ended_at:
            on = local_day(row.ended_at)
            yield on, ended
            if ended == "completed":
                yield on, f"turnaround:{bucket(row.ended_at - row.submitted_at)}"
    else:
        yield submitted_on, f"open:{row.stage}"
    if row.accepted_at:
        on = local_day(row.accepted_at)
        yield on, "accepted"
        if not row.accepted_late:
            yield on, "accepted_on_time"
    if row.decided_at:
        yield from _decision(row, row.decided_at)
    if row.corrected_on:
        yield row.corrected_on, "corrected"
        if row.corrections == 1:
            yield row.corrected_on, "corrected_once"
    yield from _fulfilment(row)


def _decision(row: Counted, decided_at: datetime) -> Iterator[tuple[date, str]]:
    on = local_day(decided_at)
    yield on, "decided"
    if not row.decided_late:
        yield on, "decided_on_time"
    if row.refused:
        yield on, "decided_against"
    if row.accepted_at:
        yield on, f"handle:{bucket(decided_at - row.accepted_at)}"


def _fulfilment(row: Counted) -> Iterator[tuple[date, str]]:
    if row.produced_at and row.decided_at:
        yield local_day(row.produced_at), f"production:{bucket(row.produced_at - row.decided_at)}"
    if row.handed_over_at:
        on = local_day(row.handed_over_at)
        yield on, "handed_over"
        if row.produced_at:
            yield on, f"handover:{bucket(row.handed_over_at - row.produced_at)}"
    if row.returned_on:
        yield row.returned_on, "returned"
        if row.posts > 1:
            yield row.returned_on, "reposted"
    if row.delivered_at:
        on = local_day(row.delivered_at)
        yield on, "delivered" if row.delivered_by_post else "picked_up"
        if row.delivered_by_post and row.handed_over_at:
            yield on, f"transit:{bucket(row.delivered_at - row.handed_over_at)}"
            if row.posts == 1:
                yield on, "delivered_first_post"


THROUGHPUT: Final = Projection(
    name="throughput", row=Counted, fold=fold, contribution=contribution, figure=Figure
)
