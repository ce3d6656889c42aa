"""The fee that comes before acceptance: an order beside the case, whose payment carries it on."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NoReturn

from domain.aggregate import Link
from domain.calendar import end_of_day
from domain.case.intake import events
from domain.case.intake.commands import RecordPayment, RecordPaymentFailure
from domain.case.penalty.payment import settled
from domain.case.refusals import PaymentDiffers
from domain.case.stage import Stage
from domain.case.state import Case
from domain.case.vocabulary import CaseEvent
from domain.circumstances import Circumstances
from domain.clocks.clock import Clock
from domain.orders.commands import (
    CancelOrder,
    ExpireOrder,
    ExtendOrder,
    PlaceOrder,
    RefundOrder,
)
from domain.orders.events import OrderPaid
from domain.orders.order import ORDER
from domain.orders.state import order_of
from domain.reaction import Cause, Consequence, Instead, Reaction
from domain.refusal import NotAtThisStage
from domain.services.choices import PaymentMethod


def asked_again(current: Case, decide_by: date) -> Sequence[CaseEvent]:
    """What is asked for when a case begins anew that was to be paid for online.

    The office decides in time whether it is paid or not: who was wronged once does not lose the
    case a second time for a fee that is collected with the document at the latest.
    """
    pays_online = current.facts is not None and current.facts.pays is PaymentMethod.ONLINE
    if not pays_online or current.payable_fen <= 0:
        return []
    pay_by = end_of_day(decide_by)
    return [events.FeeAskedAgain(amount_fen=current.payable_fen, pay_by=pay_by)]


def takes_payment(current: Case) -> bool:
    """A case that has lapsed takes the fine of its day alone, if its order found it in time.

    Under way it takes the fee that was asked for again, until that is collected otherwise.
    """
    if current.stage is Stage.LAPSED:
        return current.asked_fine is not None
    return current.stage is Stage.PAYMENT_PENDING or current.pay_again_by is not None


def asks_for_nothing(current: Case) -> NoReturn:
    raise NotAtThisStage(command=RecordPayment.__name__, stage=current.stage)


def record_payment(current: Case, command: RecordPayment, at: Circumstances) -> Sequence[CaseEvent]:
    """Nobody pays for an application before it is made, whatever day a bank has in its books."""
    if command.amount_fen != current.payable_fen:
        raise PaymentDiffers(expected_fen=current.payable_fen)
    if current.asked_fine:
        return [settled(current, current.asked_fine)]
    if current.pay_again_by:
        return [
            events.FeePaidAgain(
                amount_fen=command.amount_fen, received_on=command.paid_on or at.today
            )
        ]
    paid_on = max(command.paid_on or at.today, current.received_on or at.today)
    return [
        events.PaymentReceived(
            amount_fen=command.amount_fen,
            accept_by=at.due(Clock.ACCEPT_1, paid_on),
            correction_notice_by=at.due(Clock.CORRECTION_NOTICE, paid_on),
            received_on=paid_on,
        )
    ]


def record_payment_failure(
    current: Case, command: RecordPaymentFailure, at: Circumstances
) -> Sequence[CaseEvent]:
    return [events.PaymentFailed(reason=command.reason)]


def order_links(before: Case, after: Case, at: Circumstances) -> Iterable[Link]:
    """The order is placed with the case, has as much time, and is closed with it.

    Whether the payment or the end of its time came first the order says: if it was paid,
    its refusal keeps the case from lapsing. What the case gives back goes the way it came.
    """
    if (back := after.refunded_fen - before.refunded_fen) > 0:
        yield Link(ORDER, order_of(at.stream), RefundOrder(amount_fen=back))
    yield from _again(before, after, at)
    if before.stage is after.stage:
        yield from _extension(before, after, at)
    elif after.stage is Stage.PAYMENT_PENDING and after.deadline and after.deadline.at:
        place = PlaceOrder(
            case=at.stream,
            office=after.office,
            amount_fen=after.payable_fen,
            pay_by=after.deadline.at,
            for_day=after.asked_fine.asked_on if after.asked_fine else None,
        )
        yield Link(ORDER, order_of(at.stream), place, fresh=True)
    elif before.stage is Stage.PAYMENT_PENDING:
        if after.stage is Stage.LAPSED:
            yield Link(ORDER, order_of(at.stream), ExpireOrder())
        elif after.stage is Stage.WITHDRAWN:
            yield Link(ORDER, order_of(at.stream), CancelOrder())


def _again(before: Case, after: Case, at: Circumstances) -> Iterable[Link]:
    """The order asks once more, and is closed when the money is collected otherwise."""
    if after.pay_again_by and not before.pay_again_by:
        place = PlaceOrder(
            case=at.stream,
            office=after.office,
            amount_fen=after.payable_fen,
            pay_by=after.pay_again_by,
        )
        yield Link(ORDER, order_of(at.stream), place)
    elif before.pay_again_by and not after.pay_again_by and after.paid_fen == before.paid_fen:
        yield Link(ORDER, order_of(at.stream), CancelOrder())


def _extension(before: Case, after: Case, at: Circumstances) -> Iterable[Link]:
    """The order asks for its money as long as the case waits for it."""
    old = before.deadline.at if before.deadline else None
    new = after.deadline.at if after.deadline else None
    if after.stage is Stage.PAYMENT_PENDING and new and new != old:
        yield Link(ORDER, order_of(at.stream), ExtendOrder(pay_by=new))


def _goes_on(cause: Cause[OrderPaid]) -> Iterable[Consequence]:
    paid = cause.event
    return [Consequence(paid.case, RecordPayment(amount_fen=paid.amount_fen, paid_on=paid.paid_on))]


def _gives_back(cause: Cause[OrderPaid]) -> Consequence:
    """The case came to its end meanwhile, so nobody has taken the money."""
    return Consequence(cause.stream, RefundOrder())


ORDER_PAID: Final = Reaction(
    name="order_paid",
    on=OrderPaid,
    then=_goes_on,
    refused={NotAtThisStage: Instead(_gives_back)},
)
