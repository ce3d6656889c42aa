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
from domain.orders.refusals import AmountDiffers, BankReferenceTaken, OrderAlreadyPaid
from domain.orders.state import Order, OrderStage
from domain.people import Role
from domain.services.choices import PaymentMethod


def place(current: Order, command: PlaceOrder, at: Circumstances) -> Sequence[OrderEvent]:
    """Whoever owes it sees the order, also if an officer or the service asks for it."""
    return [
        OrderPlaced(
            case=command.case,
            office=command.office,
            amount_fen=command.amount_fen,
            pay_by=command.pay_by,
            owner=None if at.by.caller == at.owner.caller else at.owner,
            for_day=command.for_day,
        )
    ]


def extend(current: Order, command: ExtendOrder, at: Circumstances) -> Sequence[OrderEvent]:
    """An order that is paid or closed meanwhile needs no more time."""
    if current.stage is not OrderStage.OPEN:
        return []
    return [OrderExtended(case=current.case, old=current.pay_by, new=command.pay_by)]


def pay(current: Order, command: PayOrder, at: Circumstances) -> Sequence[OrderEvent]:
    """As long as the order is open the payment is in time, whatever the clock says. So is what a
    bank has booked on the day of the order, when its message comes after the end of that day.

    What a bank has booked is there, so another sum than the one that is owed is taken down and
    goes back. At a window it can still be corrected, and is refused.
    """
    reference, amount = command.bank_reference or "", command.amount_fen
    if reference and (known := current.payment(reference)):
        if known.amount_fen != amount:
            raise BankReferenceTaken(booked_fen=known.amount_fen)
        return []
    differs = amount != current.amount_fen
    in_time = current.stage is OrderStage.OPEN or _booked_in_time(current, command)
    if in_time and not differs:
        method = _method(reference, at.by.role)
        return [
            OrderPaid(
                case=current.case,
                amount_fen=amount,
                paid_on=command.paid_on or at.today,
                bank_reference=reference,
                method=method,
                by_card=command.by_card and method is PaymentMethod.WINDOW,
            )
        ]
    if current.stage is OrderStage.OPEN and not reference:
        raise AmountDiffers(expected_fen=current.amount_fen)
    return [
        UnduePaymentReceived(
            case=current.case,
            amount_fen=amount,
            bank_reference=reference,
            paid_on=command.paid_on or at.today,
        ),
        OrderRefunded(case=current.case, amount_fen=amount, stage=current.stage, payment=reference),
    ]


def _booked_in_time(current: Order, command: PayOrder) -> bool:
    booked_on = command.paid_on if command.bank_reference else None
    expired = current.stage is OrderStage.EXPIRED
    return expired and booked_on is not None and booked_on == current.for_day


def _method(reference: str, role: Role) -> PaymentMethod:
    """What an officer records has come in at his window, unless a bank has booked it."""
    at_bank = reference or role is Role.SYSTEM
    return PaymentMethod.ONLINE if at_bank else PaymentMethod.WINDOW


def expire(current: Order, command: ExpireOrder, at: Circumstances) -> Sequence[OrderEvent]:
    if current.stage is OrderStage.PAID:
        raise OrderAlreadyPaid
    return [OrderExpired(case=current.case)] if current.stage is OrderStage.OPEN else []


def cancel(current: Order, command: CancelOrder, at: Circumstances) -> Sequence[OrderEvent]:
    """Closes the order. What is paid stays paid, and goes back if the case does not take it."""
    return [OrderCancelled(case=current.case)] if current.stage is OrderStage.OPEN else []


def refund(current: Order, command: RefundOrder, at: Circumstances) -> Sequence[OrderEvent]:
    """Never more goes back than is held, of the last payment first. What was paid otherwise goes
    back otherwise.
    """
    left = min(current.held_fen, command.amount_fen or current.held_fen)
    parts: dict[str, int] = {}
    for payment, held in current.held_of_payments():
        if (part := min(left, held)) > 0:
            parts[payment] = part
            left -= part
    return [
        OrderRefunded(
            case=current.case, amount_fen=part, stage=OrderStage.REFUNDED, payment=payment
        )
        for payment, part in (*parts.items(), ("", left))
        if part > 0
    ]
