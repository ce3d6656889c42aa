"""Events about an order. These names and fields are stored for ever. Money is in fen."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from domain.hidden import HIDDEN
from domain.message import Event
from domain.orders.refund import RefundFailure
from domain.orders.state import OrderStage
from domain.people import Actor
from domain.services.choices import PaymentMethod


class OrderEvent(Event, frozen=True, kw_only=True):
    """Something that happened to the order of a case."""

    case: UUID


class OrderPlaced(OrderEvent, frozen=True, kw_only=True):
    """The applicant was told to pay by ``pay_by``. ``office`` is that of the case at the time.

    ``owner`` is whose case it is, if another placed the order: a fine is asked for by the service.
    ``for_day`` is the only day on which the sum is right. What a bank has booked on it is in time,
    however late the bank tells of it.
    """

    office: str
    amount_fen: int
    pay_by: datetime
    owner: Annotated[Actor | None, HIDDEN] = None
    for_day: date | None = None


class OrderExtended(OrderEvent, frozen=True, kw_only=True):
    """The applicant may pay until a later moment. The case waits as long."""

    old: datetime | None
    new: datetime


class OrderPaid(OrderEvent, frozen=True, kw_only=True):
    """What is owed has come in. ``bank_reference`` is the number under which the bank booked it.

    ``by_card``: it was paid at a window, with a card and not in cash.
    """

    amount_fen: int
    paid_on: date | None = None
    bank_reference: str = ""
    method: PaymentMethod | None = None
    by_card: bool = False


class OrderExpired(OrderEvent, frozen=True, kw_only=True):
    """Nobody paid in time, and the case lapsed in the same instant."""


class OrderCancelled(OrderEvent, frozen=True, kw_only=True):
    """The case was withdrawn before anybody paid."""


class UnduePaymentReceived(OrderEvent, frozen=True, kw_only=True):
    """Money has come in for an order that asks for none, or for another sum. It is given back."""

    amount_fen: int
    bank_reference: str = ""
    paid_on: date | None = None


class OrderRefunded(OrderEvent, frozen=True, kw_only=True):
    """Money goes back the way it came. ``stage`` is what becomes of the order.

    ``payment`` is the bank's reference of the payment with which it came, if it came from a bank.
    The bank tells later that it has carried the refund out.
    """

    stage: OrderStage
    amount_fen: int
    payment: str = ""


class RefundCompleted(OrderEvent, frozen=True, kw_only=True):
    """The bank has given a payment back. ``bank_reference`` is that of the refund."""

    payment: str
    amount_fen: int
    bank_reference: str
    refunded_on: date


class RefundFailed(OrderEvent, frozen=True, kw_only=True):
    """The bank could not give a payment back. An officer has to see to it."""

    payment: str
    amount_fen: int
    reason: RefundFailure


class RefundRepeated(OrderEvent, frozen=True, kw_only=True):
    """The bank is asked once more for a refund that has failed. ``try_no`` counts from 2."""

    payment: str
    amount_fen: int
    try_no: int
