"""Commands to an order."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec

from domain.message import Command
from domain.orders.refund import BankReference, GivenBackOn, PaidOn, RefundFailure


class OrderCommand(Command, frozen=True, kw_only=True):
    """A request to an order."""


class PlaceOrder(OrderCommand, frozen=True, kw_only=True):
    """Ask for the fee of a case, up to a moment.

    A sum that is right on one day alone is asked for with that day.
    """

    case: UUID
    office: str
    amount_fen: int
    pay_by: datetime
    for_day: date | None = None


class ExtendOrder(OrderCommand, frozen=True, kw_only=True):
    """Give more time, because the deadline of the case moved."""

    pay_by: datetime


class PayOrder(OrderCommand, frozen=True, kw_only=True, omit_defaults=True):
    """Record that money has come in. The same reference of the bank is the same money.

    ``by_card``: at a window somebody has paid with a card and not in cash.
    """

    amount_fen: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]
    bank_reference: BankReference | None = None
    paid_on: PaidOn = None
    by_card: bool = False


class ExpireOrder(OrderCommand, frozen=True, kw_only=True):
    """Close the order, because its time is over and the case lapses."""


class CancelOrder(OrderCommand, frozen=True, kw_only=True):
    """Close the order, because the case is withdrawn."""


class RefundOrder(OrderCommand, frozen=True, kw_only=True, omit_defaults=True):
    """Give back what the case does not keep: so much of it, or all."""

    amount_fen: int | None = None


class CompleteRefund(OrderCommand, frozen=True, kw_only=True, omit_defaults=True):
    """Record that the bank has given a payment back, under a reference of its own."""

    payment: BankReference
    amount_fen: Annotated[int, msgspec.Meta(ge=1)]
    bank_reference: BankReference
    refunded_on: GivenBackOn = None


class FailRefund(OrderCommand, frozen=True, kw_only=True):
    """Record that the bank could not give a payment back."""

    payment: BankReference
    reason: RefundFailure


class RepeatRefund(OrderCommand, frozen=True, kw_only=True):
    """Ask the bank once more for a refund that has failed."""

    payment: BankReference
