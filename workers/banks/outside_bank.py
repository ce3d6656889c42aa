"""A bank elsewhere, over HTTP (ADR 84). What it tells by itself comes as signed callbacks."""

from typing import Final, TypeVar
from uuid import UUID

import httpx
import msgspec

from domain.payments.port import BankAway, KnownPayments, WantedPayment, WantedRefund
from workers.outside_system import OutsideSystem

LONGEST: Final = 65_536
"""So many bytes an answer may have."""
T = TypeVar("T")


class RefundRefused(Exception):
    """The bank will not give the payment back. A person has to look at it."""


class PaymentPage(msgspec.Struct, frozen=True):
    """Where a payment is made."""

    url: str


class OutsideBank:
    """A :class:`~domain.payments.port.BankPort`. ``http`` knows its address and our token."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._there = OutsideSystem("bank", http, BankAway, LONGEST)

    async def begin(self, wanted: WantedPayment) -> str:
        return self._read(await self._there.told("POST", "payments", wanted), PaymentPage).url

    async def known(self, order: UUID) -> KnownPayments:
        return self._read(await self._there.told("GET", f"orders/{order}"), KnownPayments)

    async def refund(self, id: UUID, wanted: WantedRefund) -> None:
        """Also raises :class:`RefundRefused`."""
        await self._there.ordered(f"refunds/{id}", wanted, RefundRefused)

    def _read(self, body: bytes, kind: type[T]) -> T:
        try:
            return msgspec.json.decode(body, type=kind)
        except (msgspec.MsgspecError, UnicodeDecodeError) as garbage:
            why = f"off the contract ({type(garbage).__name__})"
            raise self._there.unusable(why) from None
