"""What each event of this chapter changes, and the stage it leads to."""

from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.case.refunds import decided_against, refunded
from domain.case.review import events
from domain.case.stage import Stage
from domain.case.state import Case, Loan, until
from domain.clocks.clock import Clock
from domain.register.changes import DeferralUndone, OutcomeUndone


def _assigned(current: Case, event: events.CaseAssigned) -> Case:
    return replace(current, handler=event.handler)


def _in_review(current: Case, event: events.ReviewStarted) -> Case:
    """A program reviews what it has accepted itself, and answers for nothing."""
    by = event.reviewer
    handler = current.handler if by == current.accepted_by else by
    return replace(current, handler=handler, reviewer=by, lent=None, handed_back_by=None)


def _handed_back(current: Case, event: events.CaseHandedBack) -> Case:
    by = event.officer
    return replace(current, handler=None, reviewer=None, lent=None, handed_back_by=by)


def _reassigned(current: Case, event: events.CaseReassigned) -> Case:
    return replace(current, handler=event.to, reviewer=event.to, lent=None, handed_back_by=None)


def _lent(current: Case, event: events.CaseLent) -> Case:
    return replace(current, lent=Loan(event.to, event.until))


def _loan_ended(current: Case, event: events.LoanEnded) -> Case:
    return replace(current, lent=None)


def _checked(current: Case, event: events.CheckResultRecorded) -> Case:
    """Only what the checker has looked up names the instant of the register's data."""
    by_register = {event.check} if event.as_of else set()
    return replace(
        current,
        checks=current.checks | {event.check: event.passed},
        from_register=current.from_register - {event.check} | by_register,
    )


def _overridden(current: Case, event: events.CheckOverridden) -> Case:
    return replace(
        current,
        checks=current.checks | {event.check: True},
        from_register=current.from_register - {event.check},
        overridden=current.overridden | {event.check},
    )


def _approved(current: Case, event: events.CaseApproved) -> Case:
    return replace(
        current,
        decided_on=event.decided_on,
        decided_by=event.officer,
        deadline=until(Clock.DELIVER_10, event.deliver_by),
        old_document_settled=current.old_document_settled or event.replaces_nothing,
    )


def _deferred(current: Case, event: events.DeferralGranted) -> Case:
    return replace(current, deferred_until=event.until)


def _deferral_revoked(current: Case, event: events.DeferralRevoked) -> Case:
    return replace(current, deferred_until=None)


def _ordered(current: Case, event: events.RegisterChangesOrdered) -> Case:
    """What is undone by it no longer stands, and what is ordered by it does."""
    stand = (each for each in event.changes if not isinstance(each, OutcomeUndone | DeferralUndone))
    return replace(current, ordered=tuple(stand))


def _refused(current: Case, event: events.CaseRefused) -> Case:
    refused = refunded(decided_against(current, event), event)
    return replace(refused, decided_on=event.decided_on)


EFFECTS: Final[tuple[Effect[Case, Any], ...]] = (
    Effect(events.CaseAssigned, change=_assigned),
    Effect(events.ReviewStarted, to=Stage.IN_REVIEW, change=_in_review),
    Effect(events.CaseHandedBack, change=_handed_back),
    Effect(events.CaseReassigned, change=_reassigned),
    Effect(events.CaseLent, change=_lent),
    Effect(events.LoanEnded, change=_loan_ended),
    Effect(events.CheckResultRecorded, change=_checked),
    Effect(events.CheckOverridden, change=_overridden),
    Effect(events.CaseApproved, to=Stage.APPROVED, change=_approved),
    Effect(events.CaseRefused, to=Stage.REFUSED, change=_refused),
    Effect(events.RecordChanged, to=Stage.COMPLETED),
    Effect(events.ResultRecorded, to=Stage.COMPLETED),
    Effect(events.DeferralGranted, to=Stage.COMPLETED, change=_deferred),
    Effect(events.DeferralRevoked, change=_deferral_revoked),
    Effect(events.TempPlateIssued),
    Effect(events.RegisterChangesOrdered, change=_ordered),
)
