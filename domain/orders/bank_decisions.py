"""What the bank tells of a refund. It may tell it twice, and late."""

from collections.abc import Sequence

from domain.circumstances import Circumstances
from domain.orders.commands import CompleteRefund, FailRefund, RepeatRefund
from domain.orders.events import OrderEvent, RefundCompleted, RefundFailed, RefundRepeated
from domain.orders.refund import BankRefund, RefundStage
from domain.orders.refusals import RefundOver, RefundUnknown
from domain.orders.state import Order


def complete(current: Order, command: CompleteRefund, at: Circumstances) -> Sequence[OrderEvent]:
    """A bank that said it had failed may have carried it out after all."""
    going_back = _refund(current, command.payment)
    if going_back.amount_fen != command.amount_fen:
        raise RefundUnknown
    if going_back.stage is RefundStage.COMPLETED:
        if going_back.bank_reference != command.bank_reference:
            raise RefundOver
        return []
    return [
        RefundCompleted(
            case=current.case,
            payment=command.payment,
            amount_fen=command.amount_fen,
            bank_reference=command.bank_reference,
            refunded_on=command.refunded_on or at.today,
        )
    ]


def fail(current: Order, command: FailRefund, at: Circumstances) -> Sequence[OrderEvent]:
    going_back = _refund(current, command.payment)
    if going_back.stage is RefundStage.COMPLETED:
        raise RefundOver
    if going_back.stage is RefundStage.FAILED:
        return []
    return [
        RefundFailed(
            case=current.case,
            payment=command.payment,
            amount_fen=going_back.amount_fen,
            reason=command.reason,
        )
    ]


def repeat(current: Order, command: RepeatRefund, at: Circumstances) -> Sequence[OrderEvent]:
    """Only what has failed is asked for again, so no money goes back twice."""
    going_back = _refund(current, command.payment)
    if going_back.stage is not RefundStage.FAILED:
        return []
    return [
        RefundRepeated(
            case=current.case,
            payment=command.payment,
            amount_fen=going_back.amount_fen,
            try_no=going_back.tries + 1,
        )
    ]


def _refund(current: Order, payment: str) -> BankRefund:
    found = current.refund(payment)
    if found is None:
        raise RefundUnknown
    return found
