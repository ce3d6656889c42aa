"""What each event adds to the counts of a case, beside the change of stage."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from domain.calendar import Calendar
from domain.case.case import CASE
from domain.case.deadlines.due import due_after, sets_a_day
from domain.case.deadlines.events import ClockRestarted, ClockStopped, DeadlineExtended
from domain.case.intake.events import (
    CaseAccepted,
    CaseSubmitted,
    CorrectionRequested,
    CorrectionSupplied,
    DeemedAccepted,
    PaymentReceived,
)
from domain.case.overlays.events import (
    CaseTransferred,
    EscalationRequested,
    GreenChannelDenied,
    GreenChannelGranted,
)
from domain.case.remedies.events import CaseReopened
from domain.case.review.events import CaseApproved, CaseRefused
from domain.case.stage import FINAL
from domain.clocks.clock import Clock
from domain.message import Event
from projections.engine.reading import Read
from projections.throughput import measures
from projections.throughput.counting import Counting, begun
from projections.throughput.delivery import DELIVERY, Counts
from projections.throughput.durations import HANDLE
from projections.throughput.row import Counted

_CALENDAR: Final = Calendar()


def fold(row: Counted | None, history: Sequence[Read]) -> Counted | None:
    """The row after these events. It is pure."""
    if row is None:
        for place, recorded in enumerate(history):
            envelope = recorded.envelope
            if isinstance(envelope.event, CaseSubmitted):
                row = begun(recorded.stream, envelope.event, envelope.at)
                return fold(row, history[place + 1 :])
        return None
    told = Counting(row)
    for recorded in history:
        envelope = recorded.envelope
        event = envelope.event
        if deed := _DEEDS.get(type(event)):
            told.at = envelope.at
            _tell(told, event, deed)
    return told.told()


class _Deed(NamedTuple):
    """What is to be done for a class of events."""

    moves: bool
    counts: Counts | None


def _tell(told: Counting, event: Event, deed: _Deed) -> None:
    counted = deed.counts(told, event) if deed.counts else ()
    if deed.moves:
        before = told.stage
        after = told.stage = CASE.stage_after(before, event)
        told.so_far.due = due_after(told.so_far.due, before, after, event)
        if after is not before:
            told.count(measures.MOVES[before][after], *counted)
            if after in FINAL:
                told.ends()
            return
    if counted:
        told.count(*counted)


def _accept_by(told: Counting, event: PaymentReceived | CorrectionSupplied) -> Sequence[str]:
    told.so_far.accept_by = event.accept_by or told.so_far.accept_by
    return ()


def _accepted(told: Counting, event: CaseAccepted | CaseReopened) -> Sequence[str]:
    by = told.so_far.accept_by
    return _begins(told, event, late=by is not None and event.accepted_on > by)


def _deemed_accepted(told: Counting, event: DeemedAccepted) -> Sequence[str]:
    """Deemed acceptance is always late, because the office has let its days pass."""
    return _begins(told, event, late=True)


def _begins(
    told: Counting, event: CaseAccepted | CaseReopened | DeemedAccepted, *, late: bool
) -> Sequence[str]:
    so_far = told.so_far
    so_far.handled_from, so_far.decide_by, so_far.accept_by = told.at, event.decide_by, None
    return (measures.ACCEPTED, measures.ACCEPTED_LATE) if late else (measures.ACCEPTED,)


def _to_correct(told: Counting, event: CorrectionRequested) -> Sequence[str]:
    so_far = told.so_far
    so_far.corrections += 1
    if so_far.corrections > 1:
        so_far.corrected = None
        return ()
    so_far.corrected = told.place
    if so_far.submitted:
        told.count_at(so_far.submitted, measures.SUBMITTED_CORRECTED)
    return (measures.CORRECTED,)


def _stopped(told: Counting, event: ClockStopped) -> Sequence[str]:
    """A clock that stops late stays late."""
    if event.days_left >= 0:
        told.so_far.decide_by = None
    return ()


def _restarted(told: Counting, event: ClockRestarted) -> Sequence[str]:
    told.so_far.decide_by = event.decide_by
    return ()


def _extended(told: Counting, event: DeadlineExtended) -> Sequence[str]:
    match event.clock:
        case Clock.ACCEPT_1:
            told.so_far.accept_by = event.new
        case Clock.DECIDE:
            told.so_far.decide_by = event.new
    return (f"{measures.EXTENDED}:{event.clock}",)


def _approved(told: Counting, event: CaseApproved) -> Sequence[str]:
    told.so_far.approved_at = told.at
    return _decided(told, event)


def _refused(told: Counting, event: CaseRefused) -> Sequence[str]:
    grounds = [f"{measures.REFUSED_FOR}:{code}" for code in event.codes]
    return [*_decided(told, event), measures.DECIDED_AGAINST, *grounds]


def _decided(told: Counting, event: CaseApproved | CaseRefused) -> Sequence[str]:
    so_far = told.so_far
    counted = [measures.DECIDED]
    if so_far.decide_by and event.decided_on > so_far.decide_by:
        counted.append(measures.DECIDED_LATE)
    if so_far.handled_from:
        took = _CALENDAR.working_time(so_far.handled_from, told.at)
        counted.append(HANDLE.of(took))
        told.takes(took)
    so_far.decide_by = None
    told.is_past_correction()
    return counted


def _reopened(told: Counting, event: CaseReopened) -> Sequence[str]:
    """What was counted stays, and handling begins anew."""
    so_far = told.so_far
    counted = _accepted(told, event) if so_far.handled_from is None else ()
    so_far.handled_from, so_far.decide_by = told.at, event.decide_by
    so_far.approved_at = so_far.produced_at = so_far.posted_at = None
    return counted


def _escalated(told: Counting, event: EscalationRequested) -> Sequence[str]:
    told.so_far.escalated_at = told.at
    return ()


def _green_denied(told: Counting, event: GreenChannelDenied) -> Sequence[str]:
    told.so_far.escalated_at = None
    return ()


def _green(told: Counting, event: GreenChannelGranted) -> Sequence[str]:
    if not told.green:
        told.goes_to(told.office, green=True)
    return (f"{measures.GREEN}:{event.kind}",)


def _transferred(told: Counting, event: CaseTransferred) -> Sequence[str]:
    if event.to_office != told.office:
        told.goes_to(event.to_office, green=told.green)
    return ()


_COUNTED: Final[Mapping[type[Event], Counts]] = {
    PaymentReceived: _accept_by,
    CorrectionSupplied: _accept_by,
    CaseAccepted: _accepted,
    DeemedAccepted: _deemed_accepted,
    CorrectionRequested: _to_correct,
    ClockStopped: _stopped,
    ClockRestarted: _restarted,
    DeadlineExtended: _extended,
    CaseApproved: _approved,
    CaseRefused: _refused,
    CaseReopened: _reopened,
    EscalationRequested: _escalated,
    GreenChannelGranted: _green,
    GreenChannelDenied: _green_denied,
    CaseTransferred: _transferred,
    **DELIVERY,
}
"""The measures that are counted where the case is, beside its move. Other events only move it."""

_DEEDS: Final[Mapping[type[Event], _Deed]] = {
    row.event: deed
    for row in CASE.effects
    if any(deed := _Deed(row.to is not None or sets_a_day(row.event), _COUNTED.get(row.event)))
}
"""The events that do something. They are about half of a history."""
