"""The port behind which the bank stands, at which fees and fines are paid online."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final, Protocol
from uuid import UUID

import msgspec

from domain.payments.notices import Paid

CALLBACK: Final = "bank"


class BankAway(Exception):
    """The bank does not answer. Nobody knows whether money has moved."""


class WantedPayment(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody is asked to pay. ``asked_at`` is the time here, which the bank books by.

    ``notify_url`` is where the bank tells of it, and ``return_url`` where it leads whoever paid.
    """

    order: UUID
    amount_fen: int
    subject: str
    asked_at: datetime
    notify_url: str
    return_url: str


class WantedRefund(msgspec.Struct, frozen=True, kw_only=True):
    """A payment that goes back, by the reference of the bank."""

    order: UUID
    payment: str
    amount_fen: int


class KnownPayments(msgspec.Struct, frozen=True, kw_only=True):
    """What the bank knows of an order. ``under_way`` says that somebody is paying just now."""

    payments: Sequence[Paid] = ()
    under_way: bool = False


class BankPort(Protocol):
    """Each raises :class:`BankAway` when the bank does not answer as it should."""

    async def begin(self, wanted: WantedPayment) -> str:
        """The address of the page at which the payment is made. Asked twice, it is the same."""
        ...

    async def known(self, order: UUID) -> KnownPayments: ...

    async def refund(self, id: UUID, wanted: WantedRefund) -> None:
        """Has a payment given back. What comes twice under one id is done once."""
        ...
