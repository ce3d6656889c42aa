"""Commands to an order."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import msgspec

from domain.message import Command


class OrderCommand(Command, frozen=True, kw_only=True):
    """A request to an order."""


class PlaceOrder(OrderCommand, frozen=True, kw_only=True):
    """Ask for the fee of a case, up to a moment."""

    case: UUID
    office: str
    amount_fen: int
    pay_by: datetime


class ExtendOrder(OrderCommand, frozen=True, kw_only=True):
    """Give more time, because the deadline of the case moved."""

    pay_by: datetime


class PayOrder(OrderCommand, frozen=True, kw_only=True):
    """Record that money has come in."""

    amount_fen: Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]


class ExpireOrder(OrderCommand, frozen=True, kw_only=True):
    """Close the order, because its time is over and the case lapses."""


class CancelOrder(OrderCommand, frozen=True, kw_only=True):
    """Close the order, because the case is withdrawn."""


class RefundOrder(OrderCommand, frozen=True, kw_only=True):
    """Give back what the case has not taken."""
