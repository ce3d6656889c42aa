"""People of the living town pay as everybody does: on the page of the bank."""

from contextlib import suppress
from datetime import date, datetime
from typing import Final
from uuid import UUID

import httpx
from msgspec.structs import replace

from domain.orders.commands import PayOrder
from domain.orders.state import Order
from domain.payments.port import BankAway, BankPort, WantedPayment

_SUBJECT: Final = "车驾管业务缴费"


def booked(command: PayOrder, order: UUID, version: int, day: date) -> PayOrder:
    """A payment under the reference by which a bank would have booked it.

    The same payment has the same one. Those of the simulated bank begin with another letter.
    """
    reference = f"T{day:%Y%m%d}-{order.hex[:16]}-{version}"
    return replace(command, bank_reference=reference, paid_on=day)


class TownPayer:
    """``notify_url`` is where the bank tells of it, and ``return_url`` where it leads people."""

    def __init__(
        self, bank: BankPort, http: httpx.AsyncClient, notify_url: str, return_url: str
    ) -> None:
        self._bank = bank
        self._http = http
        self._notify_url = notify_url
        self._return_url = return_url
        self._paid: set[tuple[UUID, int]] = set()

    async def pay(self, stream: UUID, order: Order, at: datetime) -> None:
        """Pays what an order asks for, once each time that it asks.

        The bank tells of it by a callback. While it is away nobody pays, and tries again later.
        """
        asked = stream, order.asked_again
        if asked in self._paid:
            return
        wanted = WantedPayment(
            order=stream,
            amount_fen=order.amount_fen,
            subject=_SUBJECT,
            asked_at=at,
            notify_url=self._notify_url,
            return_url=self._return_url,
        )
        with suppress(BankAway, httpx.HTTPError):
            known = await self._bank.known(stream)
            if len(known.payments) <= order.asked_again:
                page = await self._bank.begin(wanted)
                (await self._http.post(page)).raise_for_status()
            self._paid.add(asked)
