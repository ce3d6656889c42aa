"""An order, and which order belongs to a case."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime
from typing import Annotated, Final
from uuid import UUID

from domain.aggregate import State
from domain.choice import Choice
from domain.hidden import HIDDEN
from domain.name_based import uuid5
from domain.orders.refund import BankPayment, BankRefund, RefundStage
from domain.people import Actor

_SPACE: Final = UUID("8f0b9d62-3c0e-5a44-9d0e-6a3f6a1f7a04").bytes


class OrderStage(Choice):
    """The stages. ``NEW`` is the order before its first event, and is never stored."""

    NEW = "new", "尚未开单", "Not yet placed"
    OPEN = "open", "待缴费", "Awaiting payment"
    PAID = "paid", "已缴费", "Paid"
    EXPIRED = "expired", "逾期失效", "Expired"
    CANCELLED = "cancelled", "已撤销", "Cancelled"
    REFUNDED = "refunded", "已退款", "Refunded"


class Order(State, frozen=True):
    """An order asks for ``amount_fen``. What came in and went back may be more than that.

    ``payments`` and ``refunds`` are those of which a bank has told, and ``paid_with`` is the
    reference of the payment that was owed. What was paid ``at_window`` came in cash or ``by_card``.
    ``owner`` is whose case it is, if another placed the order, and ``for_day`` the only day on
    which the sum is right. ``asked_again`` counts how often it was placed once more, by a case
    that began anew. Of its ``refunds`` so many stand ``before`` it was placed last.
    """

    stage: OrderStage = OrderStage.NEW
    case: UUID = UUID(int=0)
    office: str = ""
    amount_fen: int = 0
    pay_by: datetime | None = None
    received_fen: int = 0
    refunded_fen: int = 0
    paid_with: str = ""
    at_window: bool = False
    by_card: bool = False
    owner: Annotated[Actor | None, HIDDEN] = None
    for_day: date | None = None
    payments: tuple[BankPayment, ...] = ()
    refunds: tuple[BankRefund, ...] = ()
    asked_again: Annotated[int, HIDDEN] = 0
    before: Annotated[int, HIDDEN] = 0

    @property
    def held_fen(self) -> int:
        """What came in and did not go back. The case counts it as paid, or will."""
        return self.received_fen - self.refunded_fen

    @property
    def undue(self) -> tuple[BankRefund, ...]:
        """What goes back since it was placed last."""
        return self.refunds[self.before :]

    def payment(self, bank_reference: str) -> BankPayment | None:
        """The payment that the bank has booked under this reference, if it came in."""
        return next((e for e in self.payments if e.bank_reference == bank_reference), None)

    def held_of_payments(self) -> Iterator[tuple[str, int]]:
        """What is left of each payment of a bank, the last one first."""
        for paid in reversed(self.payments):
            back = sum(each.amount_fen for each in self.refunds_of(paid.bank_reference))
            yield paid.bank_reference, paid.amount_fen - back

    def refunds_of(self, payment: str, *stages: RefundStage) -> list[BankRefund]:
        """What goes back of the payment of this reference, in the order in which it was said."""
        return [
            e for e in self.refunds if e.payment == payment and (not stages or e.stage in stages)
        ]


def order_of(case: UUID) -> UUID:
    """The order for what is paid online. Each case has one, and asks anew by the same."""
    return order_named(str(case))


def order_named(case: str) -> UUID:
    """The order of a case, whose id may be written in capitals or without hyphens.

    Other texts name orders that nobody placed.
    """
    with suppress(ValueError):
        case = str(UUID(case))
    return uuid5(_SPACE, case)
