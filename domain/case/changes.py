"""What each event changes in a case beside the stage: one small function a change."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from msgspec.structs import replace

from domain.case import events
from domain.case.reasons import FailedDelivery, ReconsiderationOutcome
from domain.case.stage import Stage
from domain.case.state import Case, Deadline, Running, Stopped
from domain.case.submission import submitted
from domain.clocks.clock import Clock
from domain.services.facts import AtCounter, ByPost

_ANEW: Final = frozenset(
    {
        ReconsiderationOutcome.REVOKED,
        ReconsiderationOutcome.CHANGED,
        ReconsiderationOutcome.ORDERED,
    }
)


def _until(clock: Clock, on: date | None) -> Deadline | None:
    return Deadline(clock, on) if on else None


def _paid(current: Case, event: events.PaymentReceived) -> Case:
    return replace(
        current,
        paid_fen=current.paid_fen + event.amount_fen,
        deadline=Deadline(Clock.ACCEPT_1, event.accept_by),
        deemed_on=event.correction_notice_by,
    )


def _accepted(current: Case, event: events.CaseAccepted) -> Case:
    return replace(
        current,
        accepted_by=event.officer,
        accepted_on=event.accepted_on,
        clock=Running(event.decide_by),
        deemed_on=None,
    )


def _deemed_accepted(current: Case, event: events.DeemedAccepted) -> Case:
    return replace(
        current,
        accepted_on=event.accepted_on,
        clock=Running(event.decide_by),
        deemed_on=None,
    )


def _to_correct(current: Case, event: events.CorrectionRequested) -> Case:
    return replace(
        current,
        corrections=current.corrections + 1,
        correction_places=frozenset(defect.where for defect in event.defects),
        before_correction=Stage.SUBMITTED if current.accepted_on is None else Stage.ACCEPTED,
        deadline=Deadline(Clock.CORRECTION_REPLY, event.reply_by),
        deemed_on=None,
    )


def _corrected(current: Case, event: events.CorrectionSupplied) -> Case:
    return replace(
        current,
        papers=current.papers | {paper.kind for paper in event.papers},
        sealed=current.sealed | event.sealed,
        deadline=Deadline(Clock.ACCEPT_1, event.accept_by) if event.accept_by else None,
        deemed_on=event.correction_notice_by,
    )


def _in_review(current: Case, event: events.ReviewStarted) -> Case:
    return replace(current, reviewer=event.reviewer)


def _checked(current: Case, event: events.CheckResultRecorded) -> Case:
    return replace(current, checks=current.checks | {event.check: event.passed})


def _overridden(current: Case, event: events.CheckOverridden) -> Case:
    return replace(
        current,
        checks=current.checks | {event.check: True},
        overridden=current.overridden | {event.check},
    )


def _approved(current: Case, event: events.CaseApproved) -> Case:
    return replace(
        current,
        decided_on=event.decided_on,
        decided_by=event.officer,
        deadline=_until(Clock.DELIVER_10, event.deliver_by),
    )


def _deferred(current: Case, event: events.DeferralGranted) -> Case:
    return replace(current, deferred_until=event.until)


def _deferral_revoked(current: Case, event: events.DeferralRevoked) -> Case:
    return replace(current, deferred_until=None)


def _produced(current: Case, event: events.DocumentProduced) -> Case:
    return replace(
        current,
        document_no=event.document_no,
        deadline=_until(Clock.POST_HANDOVER, event.hand_over_by)
        or _until(Clock.PICKUP_HOLD, event.keep_until),
    )


def _old_document_settled(
    current: Case, event: events.OldPlateReturned | events.LossDeclared
) -> Case:
    return replace(current, old_document_settled=True)


def _handed_to_post(current: Case, event: events.HandedToPost) -> Case:
    return replace(
        current,
        item_no=event.item_no,
        posts=event.attempt,
        failed_tries=0,
        area_closed=False,
        deadline=Deadline(Clock.POST_TRANSIT, event.expected_by),
    )


def _delivery_failed(current: Case, event: events.DeliveryFailed) -> Case:
    closed = event.reason is FailedDelivery.AREA_CLOSED
    return replace(
        current,
        failed_tries=current.failed_tries + (not closed),
        area_closed=closed,
    )


def _received(current: Case, event: events.ParcelDelivered | events.PickedUp) -> Case:
    return replace(current, paid_fen=current.paid_fen + event.collected_fen)


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


def _to_pickup(current: Case, event: events.ChangedToPickup) -> Case:
    return replace(
        current,
        delivery=AtCounter(event.office),
        deadline=Deadline(Clock.PICKUP_HOLD, event.keep_until),
    )


def _withdrawal_requested(current: Case, event: events.WithdrawalRequested) -> Case:
    return replace(current, withdrawal_requested=True)


def _withdrawal_denied(current: Case, event: events.WithdrawalDenied) -> Case:
    return replace(current, withdrawal_requested=False)


def _escalated(current: Case, event: events.EscalationRequested) -> Case:
    return replace(current, escalation=event.kind)


def _green(current: Case, event: events.GreenChannelGranted) -> Case:
    return replace(current, green=True, escalation=None)


def _green_denied(current: Case, event: events.GreenChannelDenied) -> Case:
    return replace(current, escalation=None)


def _transferred(current: Case, event: events.CaseTransferred) -> Case:
    return replace(current, office=event.to_office)


def _held(current: Case, event: events.HoldSet) -> Case:
    return replace(current, holds=current.holds | {event.kind})


def _hold_released(current: Case, event: events.HoldReleased) -> Case:
    return replace(
        current,
        holds=current.holds - {event.kind},
        deadline=_until(Clock.PICKUP_HOLD, event.keep_until) or current.deadline,
    )


def _clock_stopped(current: Case, event: events.ClockStopped) -> Case:
    return replace(current, clock=Stopped(event.days_left))


def _clock_restarted(current: Case, event: events.ClockRestarted) -> Case:
    return replace(current, clock=Running(event.decide_by))


def _reconsideration_filed(current: Case, event: events.ReconsiderationFiled) -> Case:
    return replace(current, under_reconsideration=event.in_time)


def _reconsideration_decided(current: Case, event: events.ReconsiderationDecided) -> Case:
    return replace(
        current,
        under_reconsideration=False,
        ordered_anew=event.outcome in _ANEW,
    )


def _refunded(
    current: Case,
    event: events.CaseWithdrawn
    | events.WithdrawalGranted
    | events.CorrectionExpired
    | events.CaseLapsed,
) -> Case:
    return replace(current, refunded_fen=current.refunded_fen + event.refund_fen)


def _decided_against(
    current: Case, event: events.NotAccepted | events.CaseRefused | events.DecisionRevoked
) -> Case:
    refund = 0 if isinstance(event, events.DecisionRevoked) else event.refund_fen
    decided_on = event.decided_on if isinstance(event, events.CaseRefused) else current.decided_on
    return replace(
        current,
        refunded_fen=current.refunded_fen + refund,
        reconsider_by=event.reconsider_by,
        decided_on=decided_on,
        decided_by=event.officer,
        deferred_until=None,
    )


def _extended(current: Case, event: events.DeadlineExtended) -> Case:
    if current.deadline and current.deadline.clock == event.clock:
        at = None if current.deadline.at is None else current.deadline.at + (event.new - event.old)
        return replace(current, deadline=Deadline(event.clock, event.new, at))
    return replace(current, clock=Running(event.new))


def _reopened(current: Case, event: events.CaseReopened) -> Case:
    """Begin the review anew, under other eyes; what was recorded stays in the history."""
    concerned = {current.accepted_by, current.reviewer, current.decided_by}
    return replace(
        current,
        accepted_on=event.accepted_on,
        clock=Running(event.decide_by),
        reviewer=None,
        barred_reviewers=current.barred_reviewers.union(filter(None, concerned)),
        checks={},
        overridden=frozenset(),
        ordered_anew=False,
        decided_on=None,
        decided_by=None,
        reconsider_by=None,
        document_no=None,
        old_document_settled=False,
        posts=0,
    )


CHANGES: Final[Mapping[type[events.CaseEvent], Callable[[Case, Any], Case] | None]] = {
    events.CaseSubmitted: submitted,
    events.PaymentReceived: _paid,
    events.CaseAccepted: _accepted,
    events.DeemedAccepted: _deemed_accepted,
    events.CorrectionRequested: _to_correct,
    events.CorrectionSupplied: _corrected,
    events.NotAccepted: _decided_against,
    events.CaseRefused: _decided_against,
    events.DecisionRevoked: _decided_against,
    events.ReviewStarted: _in_review,
    events.CheckResultRecorded: _checked,
    events.CheckOverridden: _overridden,
    events.CaseApproved: _approved,
    events.DeferralGranted: _deferred,
    events.DeferralRevoked: _deferral_revoked,
    events.DocumentProduced: _produced,
    events.OldPlateReturned: _old_document_settled,
    events.LossDeclared: _old_document_settled,
    events.HandedToPost: _handed_to_post,
    events.DeliveryFailed: _delivery_failed,
    events.ParcelDelivered: _received,
    events.PickedUp: _received,
    events.ParcelReturned: _returned,
    events.RepostRequested: _to_post,
    events.ChangedToPost: _to_post,
    events.ChangedToPickup: _to_pickup,
    events.WithdrawalRequested: _withdrawal_requested,
    events.WithdrawalDenied: _withdrawal_denied,
    events.EscalationRequested: _escalated,
    events.GreenChannelGranted: _green,
    events.GreenChannelDenied: _green_denied,
    events.CaseTransferred: _transferred,
    events.HoldSet: _held,
    events.HoldReleased: _hold_released,
    events.ClockStopped: _clock_stopped,
    events.ClockRestarted: _clock_restarted,
    events.DeadlineExtended: _extended,
    events.ReconsiderationFiled: _reconsideration_filed,
    events.ReconsiderationDecided: _reconsideration_decided,
    events.CaseReopened: _reopened,
    events.CaseWithdrawn: _refunded,
    events.WithdrawalGranted: _refunded,
    events.CorrectionExpired: _refunded,
    events.CaseLapsed: _refunded,
    events.PaymentFailed: None,
    events.PaymentExpired: None,
    events.PickupExpired: None,
    events.MovedToOnSite: None,
    events.OnSiteVisitRecorded: None,
    events.RecordChanged: None,
    events.TempPlateIssued: None,
    events.ProductionOrdered: None,
    events.ParcelScanned: None,
    events.CaseClosed: None,
}
"""What each event changes beside the stage."""
