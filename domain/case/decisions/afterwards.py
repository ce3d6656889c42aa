"""After a decision or a deadline: reconsideration, reopening, revocation, lapse."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from domain.case import commands, events
from domain.case.decisions.intake import refuse_unknown
from domain.case.reasons import Hold, ReopeningCause
from domain.case.refusals import DeadlineNotPassed
from domain.case.state import Case
from domain.case.timers import timer
from domain.circumstances import Circumstances
from domain.clocks.case import decide_by
from domain.clocks.clock import Clock
from domain.dated import Dated, Rule
from domain.message import PassDeadline
from domain.periods import add_years
from domain.refusal import NotAsThingsStand

BAN_FRAUD_YEARS: Final = Dated("BAN_FRAUD", Rule(3, date(2004, 5, 1), "RTSR:103"))


def file_reconsideration(current: Case, at: Circumstances) -> Sequence[events.CaseEvent]:
    """Within 60 days of the decision (ARL art. 9); a late one is recorded, not accepted."""
    if current.under_reconsideration:
        return []
    last_day = current.reconsider_by
    if last_day is None and current.decided_on:
        last_day = at.due(Clock.RECON_APPLY, current.decided_on)
    in_time = last_day is not None and at.today <= last_day
    return [events.ReconsiderationFiled(in_time=in_time)]


def reopen(
    current: Case, command: commands.ReopenCase, at: Circumstances
) -> Sequence[events.CaseEvent]:
    """A new reviewer and a new term (domain.md §7.10)."""
    if command.cause is ReopeningCause.RECONSIDERATION and not current.ordered_anew:
        raise NotAsThingsStand(command=type(command).__name__)
    term = at.catalogue[current.service].decide_within.on(at.today)
    return [
        events.CaseReopened(
            cause=command.cause,
            accepted_on=current.accepted_on or at.today,
            decide_by=decide_by(at.today, term, at.calendar),
        )
    ]


def revoke_decision(
    command: commands.RevokeDecision, at: Circumstances
) -> Sequence[events.CaseEvent]:
    """What was obtained by fraud is revoked, with a ban of three years (RTSR art. 103)."""
    refuse_unknown(command.codes)
    return [
        events.DecisionRevoked(
            officer=at.by.id,
            codes=command.codes,
            banned_until=add_years(at.today, BAN_FRAUD_YEARS.on(at.today)),
            reconsider_by=at.due(Clock.RECON_APPLY),
            sue_by=at.due(Clock.SUIT),
        )
    ]


def pass_deadline(
    current: Case, command: PassDeadline, at: Circumstances
) -> Sequence[events.CaseEvent]:
    """Never early: the timer that runs must be this one, and must have run out."""
    running = timer(current)
    if running is None or running.clock != command.clock or at.now < running.at:
        raise DeadlineNotPassed(clock=command.clock)
    refund = current.refundable_fen
    match running.clock:
        case Clock.PAY_HOLD:
            return [events.PaymentExpired()]
        case Clock.CORRECTION_NOTICE:
            return [_deemed_accepted(current, at)]
        case Clock.CORRECTION_REPLY:
            return [events.CorrectionExpired(refund_fen=refund)]
        case Clock.PICKUP_HOLD:
            return _nobody_came(current, at)
        case _:
            return [events.CaseLapsed(clock=running.clock, refund_fen=refund)]


def _nobody_came(current: Case, at: Circumstances) -> Sequence[events.CaseEvent]:
    """While the outlet is suspended nobody can come, so the period rests (domain.md §7.8)."""
    if not at.window_open(current.counter, at.today):
        return [events.HoldSet(kind=Hold.OFFICE_SUSPENDED)]
    return [events.PickupExpired()]


def _deemed_accepted(current: Case, at: Circumstances) -> events.DeemedAccepted:
    """Dated to the submission (ALL art. 32): the term is counted from there."""
    since = current.submitted_on or at.today
    term = at.catalogue[current.service].decide_within.on(since)
    return events.DeemedAccepted(accepted_on=since, decide_by=decide_by(since, term, at.calendar))
