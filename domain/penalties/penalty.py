"""PENALTY: a penalty decision, by its number."""

from typing import Final

from msgspec.structs import replace

from domain.access import may_see
from domain.aggregate import CARRIED, LINKED, Aggregate, Decision, Effect
from domain.conflict import Interests
from domain.penalties import commands, decisions, events
from domain.penalties.state import PenaltyOnRecord, PenaltyStage
from domain.penalties.words import WORDS
from domain.people import Actor, Role

_SYSTEM: Final = frozenset({Role.SYSTEM})
_OFFICERS: Final = frozenset({Role.CLERK, Role.SUPERVISOR})
_STANDING: Final = set(PenaltyStage) - {PenaltyStage.NEW, PenaltyStage.REVOKED}


def _imposed(current: PenaltyOnRecord, event: events.PenaltyImposed) -> PenaltyOnRecord:
    return replace(
        current,
        decision_no=event.decision_no,
        office=event.office,
        fine_fen=event.fine_fen,
        decided_on=event.decided_on,
        case=event.case,
        violation=event.violation,
    )


def _served(current: PenaltyOnRecord, event: events.PenaltyServed) -> PenaltyOnRecord:
    return replace(current, pay_by=event.pay_by)


def _paid(current: PenaltyOnRecord, event: events.FinePaid) -> PenaltyOnRecord:
    return replace(
        current,
        paid_fen=event.fine_fen + event.additional_fen,
        paid_on=event.paid_on,
        receipt_no=event.receipt_no,
        paid_in=event.case,
    )


def _revoked(current: PenaltyOnRecord, event: events.PenaltyRevoked) -> PenaltyOnRecord:
    return replace(current, revoked_on=event.revoked_on)


def _refunded(current: PenaltyOnRecord, event: events.FineRefunded) -> PenaltyOnRecord:
    return replace(current, refunded_fen=current.refunded_fen + event.amount_fen)


def _held_by_the_treasury(current: PenaltyOnRecord) -> bool:
    """Whether it was paid at a bank, and has not been given back."""
    return current.paid_in is None and current.paid_fen > current.refunded_fen


def _sees(by: Actor, current: PenaltyOnRecord, owner: Actor) -> bool:
    """The officials of the office's subtree. Whom it punishes sees it in his case."""
    return may_see(by, office=current.office, owner=owner)


PENALTY: Final = Aggregate(
    kind="penalty",
    initial=PenaltyOnRecord(),
    event=events.PenaltyEvent,
    command=commands.PenaltyCommand,
    decisions=(
        Decision(commands.ImposePenalty, at={PenaltyStage.NEW}, by=LINKED, decide=decisions.impose),
        Decision(commands.EnterPenalty, at={PenaltyStage.NEW}, by=_SYSTEM, decide=decisions.enter),
        Decision(
            commands.ServePenalty, at={PenaltyStage.IMPOSED}, by=LINKED, decide=decisions.serve
        ),
        Decision(commands.PayFine, at={PenaltyStage.PAYABLE}, by=LINKED, decide=decisions.pay),
        Decision(
            commands.RecordFinePayment,
            at={PenaltyStage.PAYABLE},
            by=_OFFICERS | _SYSTEM,
            decide=decisions.record_payment,
        ),
        Decision(
            commands.RecordFineRefund,
            at={PenaltyStage.REVOKED},
            by=_OFFICERS | _SYSTEM,
            when=_held_by_the_treasury,
            decide=decisions.record_refund,
        ),
        Decision(commands.RevokePenalty, at=_STANDING, by=LINKED, decide=decisions.revoke),
    ),
    effects=(
        Effect(events.PenaltyImposed, to=PenaltyStage.IMPOSED, change=_imposed),
        Effect(events.PenaltyServed, to=CARRIED, change=_served),
        Effect(events.FinePaid, to=PenaltyStage.PAID, change=_paid),
        Effect(events.PenaltyRevoked, to=PenaltyStage.REVOKED, change=_revoked),
        Effect(events.FineRefunded, change=_refunded),
    ),
    words=WORDS,
    sees=_sees,
    interests=lambda current: Interests(),
    office=lambda current: current.office,
    about=lambda current: {"decision_no": current.decision_no},
)
