"""When a fine is due, and what is owed on the day of payment (RTSL art. 108 and 109)."""

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias
from uuid import UUID

from domain.circumstances import Circumstances
from domain.clocks.fines import fine_due
from domain.penalties import commands, events
from domain.penalties.reasons import ServiceManner
from domain.penalties.refusals import (
    DecisionNumberDiffers,
    FineAmountDiffers,
    PaidBeforeReceived,
    RefundedBeforeRevoked,
)
from domain.penalties.state import PenaltyOnRecord, PenaltyStage, penalty_named

_Events: TypeAlias = Sequence[events.PenaltyEvent]


def impose(current: PenaltyOnRecord, command: commands.ImposePenalty, at: Circumstances) -> _Events:
    imposed = events.PenaltyImposed(
        decision_no=command.decision_no,
        office=command.office,
        fine_fen=command.fine_fen,
        decided_on=at.today,
        online=command.online,
        case=command.case,
        violation=command.violation,
    )
    if command.received_on is None or command.manner is None:
        return [imposed]
    return [
        imposed,
        _served(command.decision_no, command.fine_fen, command.received_on, command.manner, at),
    ]


def enter(current: PenaltyOnRecord, command: commands.EnterPenalty, at: Circumstances) -> _Events:
    """What was decided on the road was handed over there and then."""
    if penalty_named(command.decision_no) != at.stream:
        raise DecisionNumberDiffers
    imposed = events.PenaltyImposed(
        decision_no=command.decision_no,
        office=command.office,
        fine_fen=command.fine_fen,
        decided_on=command.received_on,
    )
    served = _served(
        command.decision_no, command.fine_fen, command.received_on, ServiceManner.IN_PERSON, at
    )
    return [imposed, served]


def serve(current: PenaltyOnRecord, command: commands.ServePenalty, at: Circumstances) -> _Events:
    return [_served(current.decision_no, current.fine_fen, command.received_on, command.manner, at)]


def pay(current: PenaltyOnRecord, command: commands.PayFine, at: Circumstances) -> _Events:
    """What was asked for is what is owed on the day for which it was asked."""
    owed = current.owed_on(command.paid_on)
    if command.amount_fen != owed.total_fen:
        raise FineAmountDiffers(expected_fen=owed.total_fen)
    return [_paid(current, command.paid_on, command.receipt_no, command.case)]


def record_payment(
    current: PenaltyOnRecord, command: commands.RecordFinePayment, at: Circumstances
) -> _Events:
    """Banks take fines too, and whatever is owed on the day."""
    if current.decided_on is None or command.paid_on < current.decided_on:
        raise PaidBeforeReceived(received_on=current.decided_on)
    return [_paid(current, command.paid_on, command.receipt_no, None)]


def revoke(current: PenaltyOnRecord, command: commands.RevokePenalty, at: Circumstances) -> _Events:
    return [
        events.PenaltyRevoked(
            decision_no=current.decision_no,
            revoked_on=at.today,
            refund_fen=current.paid_fen,
            paid_in=current.paid_in,
        )
    ]


def record_refund(
    current: PenaltyOnRecord, command: commands.RecordFineRefund, at: Circumstances
) -> _Events:
    """It is given back once, and whole. Nobody had a reason to before the decision fell."""
    if current.revoked_on is None or command.refunded_on < current.revoked_on:
        raise RefundedBeforeRevoked(revoked_on=current.revoked_on)
    return [
        events.FineRefunded(
            decision_no=current.decision_no,
            amount_fen=current.paid_fen,
            refunded_on=command.refunded_on,
            bank_reference=command.bank_reference,
        )
    ]


def _served(
    decision_no: str, fine_fen: int, received_on: date, manner: ServiceManner, at: Circumstances
) -> events.PenaltyServed:
    due = fine_due(received_on, judged_on=received_on, calendar=at.calendar)
    return events.PenaltyServed(
        decision_no=decision_no,
        stage=PenaltyStage.PAYABLE if fine_fen else PenaltyStage.WARNED,
        received_on=received_on,
        manner=manner,
        pay_by=due if fine_fen else None,
    )


def _paid(
    current: PenaltyOnRecord, paid_on: date, receipt_no: str, case: UUID | None
) -> events.FinePaid:
    owed = current.owed_on(paid_on)
    return events.FinePaid(
        decision_no=current.decision_no,
        fine_fen=owed.fine_fen,
        additional_fen=owed.additional_fen,
        paid_on=paid_on,
        receipt_no=receipt_no,
        online=case is not None,
        case=case,
        violation=current.violation,
    )
