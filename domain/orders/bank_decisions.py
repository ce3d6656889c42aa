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
    known = _refunds(current, command.payment)
    if any(each.bank_reference == command.bank_reference for each in known):
        return []
    same = [each for each in known if each.amount_fen == command.amount_fen]
    if not same:
        raise RefundUnknown
    if all(each.stage is RefundStage.COMPLETED for each in same):
        raise RefundOver
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
    known = _refunds(current, command.payment)
    under_way = [each for each in known if each.stage is RefundStage.UNDER_WAY]
    if not under_way:
        if all(each.stage is RefundStage.COMPLETED for each in known):
            raise RefundOver
        return []
    return [
        RefundFailed(
            case=current.case,
            payment=command.payment,
            amount_fen=under_way[0].amount_fen,
            reason=command.reason,
        )
    ]


def repeat(current: Order, command: RepeatRefund, at: Circumstances) -> Sequence[OrderEvent]:
    """Only what has failed is asked for again, so no money goes back twice."""
    _refunds(current, command.payment)
    return [
        RefundRepeated(
            case=current.case,
            payment=command.payment,
            amount_fen=each.amount_fen,
            try_no=each.tries + 1,
        )
        for each in current.refunds_of(command.payment, RefundStage.FAILED)[:1]
    ]


def _refunds(current: Order, payment: str) -> list[BankRefund]:
    found = current.refunds_of(payment)
    if not found:
        raise RefundUnknown
    return found
