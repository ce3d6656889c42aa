"""An order arbitrates between the payment and the end of its time. Whatever comes first counts.

Money is never turned away once it has come in. What the order does not ask for goes back.
"""

from collections.abc import Sequence

from domain.circumstances import Circumstances
from domain.orders.commands import (
    CancelOrder,
    ExpireOrder,
    ExtendOrder,
    PayOrder,
    PlaceOrder,
    RefundOrder,
)
from domain.orders.events import (
    OrderCancelled,
    OrderEvent,
    OrderExpired,
    OrderExtended,
    OrderPaid,
    OrderPlaced,
    OrderRefunded,
    UnduePaymentReceived,
)
from domain.orders.refusals import AmountDiffers, OrderAlreadyPaid
from domain.orders.state import Order, OrderStage


def place(current: Order, command: PlaceOrder, at: Circumstances) -> Sequence[OrderEvent]:
    return [
        OrderPlaced(
            case=command.case,
            office=command.office,
            amount_fen=command.amount_fen,
            pay_by=command.pay_by,
        )
    ]


def extend(current: Order, command: ExtendOrder, at: Circumstances) -> Sequence[OrderEvent]:
    """An order that is paid or closed meanwhile needs no more time."""
    if current.stage is not OrderStage.OPEN:
        return []
    return [OrderExtended(case=current.case, old=current.pay_by, new=command.pay_by)]


def pay(current: Order, command: PayOrder, at: Circumstances) -> Sequence[OrderEvent]:
    """As long as the order is open the payment is in time, whatever the clock says."""
    if current.stage is not OrderStage.OPEN:
        amount = command.amount_fen
        return [
            UnduePaymentReceived(case=current.case, amount_fen=amount),
            OrderRefunded(case=current.case, amount_fen=amount, stage=current.stage),
        ]
    if command.amount_fen != current.amount_fen:
        raise AmountDiffers(expected_fen=current.amount_fen)
    return [OrderPaid(case=current.case, amount_fen=command.amount_fen, paid_on=at.today)]


def expire(current: Order, command: ExpireOrder, at: Circumstances) -> Sequence[OrderEvent]:
    if current.stage is OrderStage.PAID:
        raise OrderAlreadyPaid
    return [OrderExpired(case=current.case)] if current.stage is OrderStage.OPEN else []


def cancel(current: Order, command: CancelOrder, at: Circumstances) -> Sequence[OrderEvent]:
    """Closes the order. What is paid stays paid, and goes back if the case does not take it."""
    return [OrderCancelled(case=current.case)] if current.stage is OrderStage.OPEN else []


def refund(current: Order, command: RefundOrder, at: Circumstances) -> Sequence[OrderEvent]:
    if not current.held_fen:
        return []
    return [
        OrderRefunded(case=current.case, amount_fen=current.held_fen, stage=OrderStage.REFUNDED)
    ]
