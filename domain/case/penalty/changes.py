"""What each event of this chapter changes, and the stage it leads to."""

from typing import Any, Final

from msgspec.structs import replace

from domain.aggregate import Effect
from domain.case.penalty import events
from domain.case.stage import Stage
from domain.case.state import AskedFine, Case, Deadline, until
from domain.clocks.clock import Clock


def _shown(current: Case, event: events.FactsShown) -> Case:
    return replace(current, facts_shown=True)


def _accepted(current: Case, event: events.FactsAccepted) -> Case:
    return replace(current, facts_accepted=True)


def _made(current: Case, event: events.StatementMade) -> Case:
    return replace(current, facts_accepted=False, deadline=until(Clock.VIO_ANSWER, event.answer_by))


def _rejected(current: Case, event: events.StatementRejected) -> Case:
    return replace(current, heard=True)


def _upheld(current: Case, event: events.StatementUpheld) -> Case:
    return replace(current, heard=True, decided_by=event.officer)


def _decided(current: Case, event: events.PenaltyDecided) -> Case:
    return replace(
        current,
        decision_no=event.decision_no,
        penalty_fen=event.fine_fen,
        decided_on=event.decided_on,
        decided_by=event.officer,
    )


def _served(current: Case, event: events.DecisionServed) -> Case:
    return replace(
        current,
        served_on=event.received_on,
        served_by=event.manner,
        reconsider_by=event.reconsider_by,
    )


def _asked(current: Case, event: events.FineAsked) -> Case:
    return replace(
        current,
        asked_fine=AskedFine(event.asked_on, event.fine_fen, event.additional_fen),
        deadline=Deadline(Clock.PAY_HOLD, event.asked_on, event.pay_by),
    )


def _settled(current: Case, event: events.FineSettled) -> Case:
    return replace(
        current,
        paid_fen=current.paid_fen + event.fine_fen + event.additional_fen,
        receipt_no=event.receipt_no,
    )


EFFECTS: Final[tuple[Effect[Case, Any], ...]] = (
    Effect(events.FactsShown, to=Stage.FACTS_SHOWN, change=_shown),
    Effect(events.FactsAccepted, change=_accepted),
    Effect(events.StatementMade, to=Stage.DISPUTED, change=_made),
    Effect(events.StatementRejected, to=Stage.FACTS_SHOWN, change=_rejected),
    Effect(events.StatementUpheld, to=Stage.COMPLETED, change=_upheld),
    Effect(events.PenaltyDecided, to=Stage.DECIDED, change=_decided),
    Effect(events.DecisionServed, to=Stage.COMPLETED, change=_served),
    Effect(events.FineAsked, to=Stage.PAYMENT_PENDING, change=_asked),
    Effect(events.FineSettled, to=Stage.COMPLETED, change=_settled),
)
