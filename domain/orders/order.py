"""ORDER: what is owed for a case, whether it was paid, and what went back."""

from collections.abc import Iterable
from typing import Any, Final

from msgspec.structs import replace

from domain.access import may_see
from domain.aggregate import CARRIED, LINKED, Aggregate, Decision, Effect, Link
from domain.circumstances import Circumstances
from domain.conflict import Interests
from domain.orders import bank_decisions, commands, decisions, events
from domain.orders.fine import FINE_GOES_BACK
from domain.orders.refund import BankPayment, BankRefund, RefundStage
from domain.orders.state import Order, OrderStage
from domain.orders.words import WORDS
from domain.people import Actor, Role
from domain.services.choices import PaymentMethod
from domain.tills.taking import into_the_till

_PLACED: Final = set(OrderStage) - {OrderStage.NEW}
_ASKS_NOTHING: Final = set(OrderStage) - {OrderStage.OPEN, OrderStage.PAID}


def _placed(current: Order, event: events.OrderPlaced) -> Order:
    """A case that begins anew asks by the same order, which remembers all that came and went."""
    return replace(
        current,
        case=event.case,
        office=event.office,
        amount_fen=event.amount_fen,
        pay_by=event.pay_by,
        owner=event.owner,
        for_day=event.for_day,
        paid_with="",
        at_window=False,
        by_card=False,
        asked_again=current.asked_again + (current.case == event.case),
        before=len(current.refunds),
    )


def _extended(current: Order, event: events.OrderExtended) -> Order:
    return replace(current, pay_by=event.new)


def _received(current: Order, event: events.OrderPaid | events.UnduePaymentReceived) -> Order:
    payments = current.payments
    if event.bank_reference:
        payments = (*payments, BankPayment(event.bank_reference, event.amount_fen))
    return replace(current, received_fen=current.received_fen + event.amount_fen, payments=payments)


def _paid(current: Order, event: events.OrderPaid) -> Order:
    return replace(
        _received(current, event),
        paid_with=event.bank_reference,
        at_window=event.method is PaymentMethod.WINDOW,
        by_card=event.by_card,
    )


def _refunded(current: Order, event: events.OrderRefunded) -> Order:
    refunds = current.refunds
    if event.payment:
        refunds = (*refunds, BankRefund(event.payment, event.amount_fen))
    return replace(current, refunded_fen=current.refunded_fen + event.amount_fen, refunds=refunds)


_NOT_OVER: Final = (RefundStage.UNDER_WAY, RefundStage.FAILED)


def _completed(current: Order, event: events.RefundCompleted) -> Order:
    of = _first(current, event.payment, event.amount_fen, *_NOT_OVER)
    reference = event.bank_reference
    return _changed(current, of, stage=RefundStage.COMPLETED, bank_reference=reference)


def _failed(current: Order, event: events.RefundFailed) -> Order:
    of = _first(current, event.payment, event.amount_fen, RefundStage.UNDER_WAY)
    return _changed(current, of, stage=RefundStage.FAILED)


def _repeated(current: Order, event: events.RefundRepeated) -> Order:
    of = _first(current, event.payment, event.amount_fen, RefundStage.FAILED)
    return _changed(current, of, stage=RefundStage.UNDER_WAY, tries=event.try_no)


def _first(
    current: Order, payment: str, amount_fen: int, *stages: RefundStage
) -> BankRefund | None:
    """Two parts of one payment may go back. Those of one sum are as good as each other."""
    parts = current.refunds_of(payment, *stages)
    return next((each for each in parts if each.amount_fen == amount_fen), None)


def _changed(current: Order, of: BankRefund | None, **changes: Any) -> Order:
    if of is None:
        return current
    place = next(n for n, each in enumerate(current.refunds) if each is of)
    changed = replace(of, **changes)
    return replace(
        current, refunds=(*current.refunds[:place], changed, *current.refunds[place + 1 :])
    )


def _has_failed(current: Order) -> bool:
    return any(each.stage is RefundStage.FAILED for each in current.refunds)


def _links(before: Order, after: Order, at: Circumstances) -> Iterable[Link]:
    """What is paid at a window is in the till of whoever took it.

    What was not owed has been given back over the same counter, so it is in no till.
    """
    if after.at_window and before.stage is not OrderStage.PAID and after.stage is OrderStage.PAID:
        taken = after.received_fen - before.received_fen
        yield from into_the_till(after.case, after.office, taken, at, by_card=after.by_card)


def _sees(by: Actor, current: Order, owner: Actor) -> bool:
    return may_see(by, office=current.office, owner=current.owner or owner)


ORDER: Final = Aggregate(
    kind="order",
    initial=Order(),
    event=events.OrderEvent,
    command=commands.OrderCommand,
    decisions=(
        Decision(commands.PlaceOrder, at=_ASKS_NOTHING, by=LINKED, decide=decisions.place),
        Decision(commands.ExtendOrder, at=_PLACED, by=LINKED, decide=decisions.extend),
        Decision(
            commands.PayOrder,
            at=_PLACED,
            by={Role.CLERK, Role.SUPERVISOR, Role.SYSTEM},
            decide=decisions.pay,
        ),
        Decision(commands.ExpireOrder, at=_PLACED, by=LINKED, decide=decisions.expire),
        Decision(commands.CancelOrder, at=_PLACED, by=LINKED, decide=decisions.cancel),
        Decision(
            commands.RefundOrder, at=set(OrderStage), by={Role.SYSTEM}, decide=decisions.refund
        ),
        Decision(
            commands.CompleteRefund, at=_PLACED, by={Role.SYSTEM}, decide=bank_decisions.complete
        ),
        Decision(commands.FailRefund, at=_PLACED, by={Role.SYSTEM}, decide=bank_decisions.fail),
        Decision(
            commands.RepeatRefund,
            at=_PLACED,
            by={Role.CLERK, Role.SUPERVISOR},
            when=_has_failed,
            decide=bank_decisions.repeat,
        ),
    ),
    effects=(
        Effect(events.OrderPlaced, to=OrderStage.OPEN, change=_placed),
        Effect(events.OrderExtended, change=_extended),
        Effect(events.OrderPaid, to=OrderStage.PAID, change=_paid),
        Effect(events.OrderExpired, to=OrderStage.EXPIRED),
        Effect(events.OrderCancelled, to=OrderStage.CANCELLED),
        Effect(events.UnduePaymentReceived, change=_received),
        Effect(events.OrderRefunded, to=CARRIED, change=_refunded),
        Effect(events.RefundCompleted, change=_completed),
        Effect(events.RefundFailed, change=_failed),
        Effect(events.RefundRepeated, change=_repeated),
    ),
    words=WORDS,
    links=_links,
    sees=_sees,
    interests=lambda current: Interests(),
    office=lambda current: current.office,
    about=lambda current: {"case": str(current.case)},
    reactions=(FINE_GOES_BACK,),
)
