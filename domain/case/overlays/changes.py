"""What each event of this chapter changes, and the stage it leads to."""

from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.case.grounds import Hold
from domain.case.overlays import events
from domain.case.refunds import refunded
from domain.case.rest import is_at_rest
from domain.case.stage import UNDER_REVIEW, Stage
from domain.case.state import Case, TransferOffer, until
from domain.clocks.clock import Clock
from domain.prefectures.state import names_a_decision
from domain.services.choices import DocumentKind
from domain.services.facts import AtCounter


def _withdrawal_requested(current: Case, event: events.WithdrawalRequested) -> Case:
    return replace(current, withdrawal_requested=True)


def _withdrawal_denied(current: Case, event: events.WithdrawalDenied) -> Case:
    return replace(current, withdrawal_requested=False)


def _escalated(current: Case, event: events.EscalationRequested) -> Case:
    """Papers prove the ground for which they were handed in, and no other."""
    handed_in = {paper.kind for paper in event.papers}
    proven = {event.kind} if DocumentKind.GREEN_PROOF in handed_in else set()
    return replace(
        current,
        escalation=event.kind,
        papers=current.papers | handed_in,
        green_proven=current.green_proven | proven,
    )


def _green(current: Case, event: events.GreenChannelGranted) -> Case:
    return replace(current, green=True, escalation=None)


def _green_denied(current: Case, event: events.GreenChannelDenied) -> Case:
    return replace(current, escalation=None)


def _transferred(current: Case, event: events.CaseTransferred) -> Case:
    """Whoever has it in hand belongs to the office that it left, and may not even see it."""
    moved = replace(current, office=event.to_office, handler=None, offer=None)
    if current.stage not in UNDER_REVIEW:
        return moved
    return replace(moved, reviewer=None, lent=None, handed_back_by=None)


def _offered(current: Case, event: events.TransferOffered) -> Case:
    return replace(current, offer=TransferOffer(event.to_office, event.reason, event.officer))


def _agreed(current: Case, event: events.TransferAgreed) -> Case:
    return replace(current, delivery=AtCounter(event.counter)) if event.counter else current


def _declined(current: Case, event: events.TransferDeclined) -> Case:
    return replace(current, offer=None)


def _held(current: Case, event: events.HoldSet) -> Case:
    """A deadline that rests already goes on doing so, since when it did.

    Nobody says since when an outlet has been closed that no decision has closed. So what waits
    there waits anew.
    """
    bases = current.bases | {event.kind: (*current.bases.get(event.kind, ()), event.basis)}
    held = replace(current, holds=current.holds | {event.kind}, bases=bases)
    if is_at_rest(current) or not is_at_rest(held):
        return held
    at_an_outlet = event.kind is Hold.OFFICE_SUSPENDED and current.stage is Stage.READY_FOR_PICKUP
    anew = at_an_outlet and not names_a_decision(event.basis)
    return replace(held, resting_since=None if anew else event.held_at)


def _hold_released(current: Case, event: events.HoldReleased) -> Case:
    left = tuple(each for each in current.bases.get(event.kind, ()) if each != event.basis)
    released = replace(
        current,
        holds=current.holds if event.still_held else current.holds - {event.kind},
        bases=current.bases | {event.kind: left},
        deadline=until(Clock.PICKUP_HOLD, event.keep_until) or current.deadline,
    )
    return released if is_at_rest(released) else replace(released, resting_since=None)


EFFECTS: Final[tuple[Effect[Case, Any], ...]] = (
    Effect(events.CaseWithdrawn, to=Stage.WITHDRAWN, change=refunded),
    Effect(events.WithdrawalRequested, change=_withdrawal_requested),
    Effect(events.WithdrawalGranted, to=Stage.WITHDRAWN, change=refunded),
    Effect(events.WithdrawalDenied, change=_withdrawal_denied),
    Effect(events.EscalationRequested, change=_escalated),
    Effect(events.GreenChannelGranted, change=_green),
    Effect(events.GreenChannelDenied, change=_green_denied),
    Effect(events.InternalNoteWritten),
    Effect(events.CaseTransferred, change=_transferred),
    Effect(events.TransferOffered, change=_offered),
    Effect(events.TransferAgreed, change=_agreed),
    Effect(events.TransferDeclined, change=_declined),
    Effect(events.HoldSet, change=_held),
    Effect(events.HoldReleased, change=_hold_released),
)
