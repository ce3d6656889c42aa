"""The fold: a case after one more event."""

from collections.abc import Iterable
from datetime import date
from functools import reduce
from typing import Final, assert_never

from msgspec.structs import replace

from domain.calendar import local_day
from domain.case import events
from domain.case.lifecycle import STAGE_AFTER
from domain.case.reasons import FailedDelivery, ReconsiderationOutcome
from domain.case.stage import FINAL, Stage
from domain.case.state import Case, Deadline, Running, Stopped
from domain.clocks.clock import Clock
from domain.forms.choices import (
    Business,
    Capacity,
    Channel,
    DeliveryMode,
    DocumentKind,
    PaymentMethod,
    PlatesAffected,
    UserKind,
)
from domain.forms.facts import DocumentRef, Facts
from domain.identifiers.plate import PlateKind

_ANEW: Final = frozenset(
    {
        ReconsiderationOutcome.REVOKED,
        ReconsiderationOutcome.CHANGED,
        ReconsiderationOutcome.ORDERED,
    }
)
_CLOCK_ENDS: Final = FINAL | {Stage.APPROVED}


def fold(history: Iterable[events.CaseEvent]) -> Case:
    return reduce(evolve, history, Case())


def stage_after(stage: Stage, event: events.CaseEvent) -> Stage:
    """The stage an event leads to from ``stage``."""
    try:
        return STAGE_AFTER[type(event)] or stage
    except KeyError:
        return event.stage  # type: ignore[union-attr]  # the classes missing there carry it


def evolve(current: Case, event: events.CaseEvent) -> Case:
    """The case after one more event. Total: history is never refused."""
    stage = stage_after(current.stage, event)
    if stage is not current.stage:
        current = replace(
            current,
            stage=stage,
            clock=None if stage in _CLOCK_ENDS else current.clock,
            deadline=current.deadline if stage is Stage.IN_PRODUCTION else None,
            withdrawal_requested=current.withdrawal_requested and stage not in FINAL,
            escalation=None if stage in FINAL else current.escalation,
            holds=frozenset() if stage in FINAL else current.holds,
        )
    match event:
        case events.CaseSubmitted():
            return _submitted(current, event)
        case events.PaymentReceived():
            return replace(
                current,
                paid_fen=current.paid_fen + event.amount_fen,
                deadline=Deadline(Clock.ACCEPT_1, event.accept_by),
                deemed_on=event.correction_notice_by,
            )
        case events.CaseAccepted():
            return replace(
                current,
                accepted_by=event.officer,
                accepted_on=event.accepted_on,
                clock=Running(event.decide_by),
                deemed_on=None,
            )
        case events.DeemedAccepted():
            return replace(
                current,
                accepted_on=event.accepted_on,
                clock=Running(event.decide_by),
                deemed_on=None,
            )
        case events.CorrectionRequested():
            return replace(
                current,
                corrections=current.corrections + 1,
                correction_places=frozenset(defect.where for defect in event.defects),
                before_correction=Stage.SUBMITTED
                if current.accepted_on is None
                else Stage.ACCEPTED,
                deadline=Deadline(Clock.CORRECTION_REPLY, event.reply_by),
                deemed_on=None,
            )
        case events.CorrectionSupplied():
            return replace(
                current,
                papers=current.papers | {paper.kind for paper in event.papers},
                sealed=current.sealed | event.sealed,
                deadline=Deadline(Clock.ACCEPT_1, event.accept_by) if event.accept_by else None,
                deemed_on=event.correction_notice_by,
            )
        case events.NotAccepted() | events.CaseRefused() | events.DecisionRevoked():
            return _decided_against(current, event)
        case events.ReviewStarted():
            return replace(current, reviewer=event.reviewer)
        case events.CheckResultRecorded():
            return replace(current, checks=current.checks | {event.check: event.passed})
        case events.CheckOverridden():
            return replace(
                current,
                checks=current.checks | {event.check: True},
                overridden=current.overridden | {event.check},
            )
        case events.CaseApproved():
            return replace(
                current,
                decided_on=event.decided_on,
                decided_by=event.officer,
                deadline=_until(Clock.DELIVER_10, event.deliver_by),
            )
        case events.DeferralGranted():
            return replace(current, deferred_until=event.until)
        case events.DeferralRevoked():
            return replace(current, deferred_until=None)
        case events.DocumentProduced():
            return replace(
                current,
                document_no=event.document_no,
                deadline=_until(Clock.POST_HANDOVER, event.hand_over_by)
                or _until(Clock.PICKUP_HOLD, event.keep_until),
            )
        case events.OldPlateReturned() | events.LossDeclared():
            return replace(current, old_document_settled=True)
        case events.HandedToPost():
            return replace(
                current,
                item_no=event.item_no,
                posts=event.attempt,
                failed_tries=0,
                area_closed=False,
                deadline=Deadline(Clock.POST_TRANSIT, event.expected_by),
            )
        case events.DeliveryFailed():
            closed = event.reason is FailedDelivery.AREA_CLOSED
            return replace(
                current,
                failed_tries=current.failed_tries + (not closed),
                area_closed=closed,
            )
        case events.ParcelDelivered() | events.PickedUp():
            return replace(current, paid_fen=current.paid_fen + event.collected_fen)
        case events.ParcelReturned():
            return replace(current, deadline=Deadline(Clock.RETURN_HOLD, event.keep_until))
        case events.RepostRequested() | events.ChangedToPost():
            return replace(
                current,
                delivery_mode="post",
                sealed=current.sealed | event.sealed,
                destination_region=event.destination_region,
                postage_fen=current.postage_fen + event.postage_fen,
                deadline=Deadline(Clock.POST_HANDOVER, event.hand_over_by),
            )
        case events.ChangedToPickup():
            return replace(
                current,
                delivery_mode="pickup",
                pickup_office=event.office,
                deadline=Deadline(Clock.PICKUP_HOLD, event.keep_until),
            )
        case events.WithdrawalRequested():
            return replace(current, withdrawal_requested=True)
        case events.WithdrawalDenied():
            return replace(current, withdrawal_requested=False)
        case events.EscalationRequested():
            return replace(current, escalation=event.kind)
        case events.GreenChannelGranted():
            return replace(current, green=True, escalation=None)
        case events.GreenChannelDenied():
            return replace(current, escalation=None)
        case events.CaseTransferred():
            return replace(current, office=event.to_office)
        case events.HoldSet():
            return replace(current, holds=current.holds | {event.kind})
        case events.HoldReleased():
            return replace(
                current,
                holds=current.holds - {event.kind},
                deadline=_until(Clock.PICKUP_HOLD, event.keep_until) or current.deadline,
            )
        case events.ClockStopped():
            return replace(current, clock=Stopped(event.days_left))
        case events.ClockRestarted():
            return replace(current, clock=Running(event.decide_by))
        case events.DeadlineExtended():
            return _extended(current, event)
        case events.ReconsiderationFiled():
            return replace(current, under_reconsideration=event.in_time)
        case events.ReconsiderationDecided():
            return replace(
                current,
                under_reconsideration=False,
                ordered_anew=event.outcome in _ANEW,
            )
        case events.CaseReopened():
            return _reopened(current, event)
        case (
            events.CaseWithdrawn()
            | events.WithdrawalGranted()
            | events.CorrectionExpired()
            | events.CaseLapsed()
        ):
            return replace(current, refunded_fen=current.refunded_fen + event.refund_fen)
        case (
            events.PaymentFailed()
            | events.PaymentExpired()
            | events.PickupExpired()
            | events.MovedToOnSite()
            | events.OnSiteVisitRecorded()
            | events.RecordChanged()
            | events.TempPlateIssued()
            | events.ProductionOrdered()
            | events.ParcelScanned()
            | events.CaseClosed()
        ):
            return current
        case _:
            assert_never(event)


def _until(clock: Clock, on: date | None) -> Deadline | None:
    return Deadline(clock, on) if on else None


def _submitted(current: Case, event: events.CaseSubmitted) -> Case:
    if event.pay_by:
        deadline = Deadline(Clock.PAY_HOLD, local_day(event.pay_by), event.pay_by)
    else:
        deadline = Deadline(Clock.ACCEPT_1, event.accept_by or event.submitted_on)
    return replace(
        current,
        service=event.service,
        office=event.office,
        reference=event.reference,
        submitted_on=event.submitted_on,
        papers=frozenset(paper.kind for paper in event.papers),
        key_id=event.key_id,
        sealed=event.sealed,
        claim=event.claim,
        id_no_index=event.id_no_index,
        facts=facts_of(event),
        delivery_mode=event.delivery_mode,
        pickup_office=event.pickup_office,
        destination_region=event.destination_region,
        fee_fen=event.fee_fen,
        postage_fen=event.postage_fen,
        deadline=deadline,
        deemed_on=event.correction_notice_by,
    )


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


def facts_of(event: events.CaseSubmitted) -> Facts:
    """The clear facts of the application, as the rules look at them."""
    return Facts(
        channel=Channel(event.channel),
        user_kind=UserKind(event.user_kind),
        capacity=Capacity(event.capacity),
        documents=tuple(DocumentRef(DocumentKind(p.kind), p.sha256) for p in event.papers),
        plate_kind=PlateKind(event.plate_kind) if event.plate_kind else None,
        business=Business(event.business) if event.business else None,
        reason=event.reason,
        plates_affected=PlatesAffected(event.plates_affected) if event.plates_affected else None,
        need_temp_plate=event.need_temp_plate,
        base_on=event.base_on,
        requested_until=event.requested_until,
        delivery_mode=DeliveryMode(event.delivery_mode) if event.delivery_mode else None,
        pickup_office=event.pickup_office,
        destination_region=event.destination_region,
        payment_method=PaymentMethod(event.payment_method) if event.payment_method else None,
        mobile_verified=event.mobile_verified,
    )
