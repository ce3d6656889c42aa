"""The bank at which fees are paid online: one elsewhere, or that of a demonstration without one."""

import hashlib
from datetime import datetime
from typing import Final, NamedTuple, Protocol
from uuid import UUID

from api.resource import API
from domain.door.door import Door
from domain.door.refusals import NotFound
from domain.door.request import Request
from domain.name_based import uuid5
from domain.orders.commands import PayOrder
from domain.orders.order import ORDER
from domain.orders.state import OrderStage, order_of
from domain.payments.port import CALLBACK, BankPort, WantedPayment
from domain.people import Actor, system

_BANK: Final = system("bank")


class Bill(NamedTuple):
    """What is asked for a case, ``asked_again`` so many times. ``open``: it can still be paid."""

    amount_fen: int
    pay_by: datetime | None
    open: bool
    paid: bool
    asked_again: int = 0


class Bank(Protocol):
    async def bill(self, case: UUID, by: Actor) -> Bill | None: ...
    async def paid(self, case: UUID, bill: Bill) -> None: ...


class Elsewhere(NamedTuple):
    """The case that is paid, and where the bank leads whoever has paid it."""

    case: UUID
    subject: str
    asked_at: datetime
    base: str
    """The address of this service, as whoever pays has reached it."""


async def page_of(port: BankPort, bill: Bill, of: Elsewhere) -> str:
    """The address at the bank at which a bill is paid.

    Raises :class:`~domain.payments.port.BankAway`.
    """
    base = of.base.rstrip("/")
    return await port.begin(
        WantedPayment(
            order=order_of(of.case),
            amount_fen=bill.amount_fen,
            subject=of.subject,
            asked_at=of.asked_at,
            notify_url=f"{base}{API}/callbacks/{CALLBACK}",
            return_url=f"{base}/apply/done/{of.case}",
        )
    )


class DemoBank:
    """Everybody has enough money, and what is paid comes in at once."""

    def __init__(self, door: Door) -> None:
        self._door = door

    async def bill(self, case: UUID, by: Actor) -> Bill | None:
        """The bill as ``by`` may see it. There is none for a case that asks for nothing."""
        try:
            opened, _ = await self._door.open(ORDER, order_of(case), by)
        except NotFound:
            return None
        order = opened.state
        return Bill(
            amount_fen=order.amount_fen,
            pay_by=order.pay_by,
            open=order.stage is OrderStage.OPEN,
            paid=order.stage is OrderStage.PAID,
            asked_again=order.asked_again,
        )

    async def paid(self, case: UUID, bill: Bill) -> None:
        """Records the payment. The same bill is paid once, however often it is said."""
        again = f" {bill.asked_again}" if bill.asked_again else ""
        request = Request(
            by=_BANK,
            channel="bank",
            command_id=uuid5(case.bytes, f"paid at the bank of the demonstration{again}"),
            sha256=hashlib.sha256(str(bill.amount_fen).encode()).digest(),
        )
        paid = PayOrder(amount_fen=bill.amount_fen)
        await self._door.handle(ORDER, order_of(case), paid, request)
