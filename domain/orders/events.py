"""Events about an order. These names and fields are stored for ever. Money is in fen."""

from datetime import date, datetime
from uuid import UUID

from domain.message import Event
from domain.orders.state import OrderStage


class OrderEvent(Event, frozen=True, kw_only=True):
    """Something that happened to the order of a case."""

    case: UUID


class OrderPlaced(OrderEvent, frozen=True, kw_only=True):
    """The applicant was told to pay by ``pay_by``. ``office`` is that of the case at the time."""

    office: str
    amount_fen: int
    pay_by: datetime


class OrderExtended(OrderEvent, frozen=True, kw_only=True):
    """The applicant may pay until a later moment. The case waits as long."""

    old: datetime | None
    new: datetime


class OrderPaid(OrderEvent, frozen=True, kw_only=True):
    """What is owed has come in."""

    amount_fen: int
    paid_on: date | None = None


class OrderExpired(OrderEvent, frozen=True, kw_only=True):
    """Nobody paid in time, and the case lapsed in the same instant."""


class OrderCancelled(OrderEvent, frozen=True, kw_only=True):
    """The case was withdrawn before anybody paid."""


class UnduePaymentReceived(OrderEvent, frozen=True, kw_only=True):
    """Money has come in for an order that asks for none. It is given back."""

    amount_fen: int


class OrderRefunded(OrderEvent, frozen=True, kw_only=True):
    """Money goes back the way it came. ``stage`` is what becomes of the order."""

    stage: OrderStage
    amount_fen: int
