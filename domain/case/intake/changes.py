"""What each event of this chapter changes, and the stage it leads to."""

from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import CARRIED, Effect
from domain.case.intake import events
from domain.case.intake.first_event import submitted
from domain.case.refunds import decided_against, lapsed, refunded
from domain.case.stage import Stage
from domain.case.state import Case, Deadline, Running
from domain.clocks.clock import Clock
from domain.services.facts import ByPost


def _paid(current: Case, event: events.PaymentReceived) -> Case:
    return replace(
        current,
        received_on=event.received_on or current.received_on,
        paid_fen=current.paid_fen + event.amount_fen,
        deadline=Deadline(Clock.ACCEPT_1, event.accept_by),
        deemed_on=event.correction_notice_by,
    )


def _asked_again(current: Case, event: events.FeeAskedAgain) -> Case:
    return replace(current, pay_again_by=event.pay_by)


def _paid_again(current: Case, event: events.FeePaidAgain) -> Case:
    return replace(current, paid_fen=current.paid_fen + event.amount_fen, pay_again_by=None)


def _accepted(current: Case, event: events.CaseAccepted) -> Case:
    return replace(
        current,
        accepted_by=event.officer,
        accepted_on=event.accepted_on,
        clock=Running(event.decide_by),
    )


def _deemed_accepted(current: Case, event: events.DeemedAccepted) -> Case:
    return replace(
        current,
        accepted_on=event.accepted_on,
        clock=Running(event.decide_by),
    )


def _to_correct(current: Case, event: events.CorrectionRequested) -> Case:
    return replace(
        current,
        corrections=current.corrections + 1,
        correction_places=frozenset(defect.where for defect in event.defects),
        before_correction=Stage.SUBMITTED if current.accepted_on is None else Stage.ACCEPTED,
        deadline=Deadline(Clock.CORRECTION_REPLY, event.reply_by),
    )


def _corrected(current: Case, event: events.CorrectionSupplied) -> Case:
    return replace(
        current,
        received_on=event.received_on or current.received_on,
        consulted_at=None if event.sealed else current.consulted_at,
        papers=current.papers | {paper.kind for paper in event.papers},
        sealed=current.sealed | event.sealed,
        delivery=ByPost(event.destination_region) if event.destination_region else current.delivery,
        deadline=Deadline(Clock.ACCEPT_1, event.accept_by) if event.accept_by else None,
        deemed_on=event.correction_notice_by,
    )


def _expired(current: Case, event: events.CorrectionExpired) -> Case:
    return refunded(lapsed(current, event), event)


def _not_accepted(current: Case, event: events.NotAccepted) -> Case:
    return refunded(decided_against(current, event), event)


EFFECTS: Final[tuple[Effect[Case, Any], ...]] = (
    Effect(events.CaseSubmitted, to=CARRIED, change=submitted),
    Effect(events.PaymentReceived, to=Stage.SUBMITTED, change=_paid),
    Effect(events.FeeAskedAgain, change=_asked_again),
    Effect(events.FeePaidAgain, change=_paid_again),
    Effect(events.PaymentFailed),
    Effect(events.PaymentExpired, to=Stage.LAPSED, change=lapsed),
    Effect(events.CaseAccepted, to=Stage.ACCEPTED, change=_accepted),
    Effect(events.DeemedAccepted, to=Stage.ACCEPTED, change=_deemed_accepted),
    Effect(events.CorrectionRequested, to=Stage.CORRECTION_REQUESTED, change=_to_correct),
    Effect(events.CorrectionSupplied, to=CARRIED, change=_corrected),
    Effect(events.CorrectionExpired, to=Stage.LAPSED, change=_expired),
    Effect(events.NotAccepted, to=Stage.NOT_ACCEPTED, change=_not_accepted),
    Effect(events.MovedToOnSite, to=Stage.ON_SITE_REQUIRED),
    Effect(events.OnSiteVisitRecorded, to=Stage.IN_REVIEW),
)
