"""ORDER: what is owed for a case, whether it was paid, and what went back."""

from typing import Final

from msgspec.structs import replace

from domain.access import may_see
from domain.aggregate import CARRIED, LINKED, Aggregate, Decision, Effect
from domain.conflict import Interests
from domain.orders import commands, decisions, events
from domain.orders.state import Order, OrderStage
from domain.orders.words import WORDS
from domain.people import Actor, Role

_PLACED: Final = set(OrderStage) - {OrderStage.NEW}


def _placed(current: Order, event: events.OrderPlaced) -> Order:
    return replace(
        current,
        case=event.case,
        office=event.office,
        amount_fen=event.amount_fen,
        pay_by=event.pay_by,
    )


def _extended(current: Order, event: events.OrderExtended) -> Order:
    return replace(current, pay_by=event.new)


def _received(current: Order, event: events.OrderPaid | events.UnduePaymentReceived) -> Order:
    return replace(current, received_fen=current.received_fen + event.amount_fen)


def _refunded(current: Order, event: events.OrderRefunded) -> Order:
    return replace(current, refunded_fen=current.refunded_fen + event.amount_fen)


def _sees(by: Actor, current: Order, owner: Actor) -> bool:
    return may_see(by, office=current.office, owner=owner)


ORDER: Final = Aggregate(
    kind="order",
    initial=Order(),
    event=events.OrderEvent,
    command=commands.OrderCommand,
    decisions=(
        Decision(commands.PlaceOrder, at={OrderStage.NEW}, by=LINKED, decide=decisions.place),
        Decision(commands.ExtendOrder, at=_PLACED, by=LINKED, decide=decisions.extend),
        Decision(
            commands.PayOrder,
            at=_PLACED,
            by={Role.CLERK, Role.SUPERVISOR, Role.SYSTEM},
            decide=decisions.pay,
        ),
        Decision(commands.ExpireOrder, at=_PLACED, by=LINKED, decide=decisions.expire),
        Decision(commands.CancelOrder, at=_PLACED, by=LINKED, decide=decisions.cancel),
        Decision(commands.RefundOrder, at=_PLACED, by={Role.SYSTEM}, decide=decisions.refund),
    ),
    effects=(
        Effect(events.OrderPlaced, to=OrderStage.OPEN, change=_placed),
        Effect(events.OrderExtended, change=_extended),
        Effect(events.OrderPaid, to=OrderStage.PAID, change=_received),
        Effect(events.OrderExpired, to=OrderStage.EXPIRED),
        Effect(events.OrderCancelled, to=OrderStage.CANCELLED),
        Effect(events.UnduePaymentReceived, change=_received),
        Effect(events.OrderRefunded, to=CARRIED, change=_refunded),
    ),
    words=WORDS,
    sees=_sees,
    interests=lambda current: Interests(),
    office=lambda current: current.office,
    about=lambda current: {"case": str(current.case)},
)
