"""Whatever is paid, told, lost, refused and given back: no fen is made, and none is lost (I7)."""

import random
from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.message import Event
from domain.orders.commands import (
    CancelOrder,
    CompleteRefund,
    ExpireOrder,
    FailRefund,
    OrderCommand,
    PayOrder,
    PlaceOrder,
    RefundOrder,
    RepeatRefund,
)
from domain.orders.order import ORDER
from domain.orders.refund import RefundFailure, RefundStage
from domain.orders.state import Order, OrderStage, order_of
from domain.payments.books import bank_line
from domain.payments.statement import PAYMENT, REFUND, BookedLine, differences
from domain.people import Actor, Role, system
from domain.refusal import Refusal
from domain.services.catalogue import CATALOGUE
from tests.faults.sizes import FULL

DAY = date(2020, 3, 2)
NOW = datetime(2020, 3, 2, 1, tzinfo=UTC)
BANK, CLERK = system("bank"), Actor(Role.CLERK, "clerk", "410100")
_CLOSED = {OrderStage.EXPIRED, OrderStage.CANCELLED, OrderStage.REFUNDED}
PAYMENTS = 200
RUNS = 1_000 if FULL else 100
"""Together 20,000 payments, and ten times as many in ``make trust``."""


class Bank:
    """What it took and gave back, and an order here that is told of some of it, and repeatedly."""

    def __init__(self, draw: random.Random, number: int) -> None:
        self.draw = draw
        self.case = UUID(int=number)
        self.stream = order_of(self.case)
        self.owed = draw.choice((500, 10_000, 12_500))
        self.order = Order()
        self.history: list[Event] = []
        self.lines: list[BookedLine] = []
        place = PlaceOrder(case=self.case, office="410100", amount_fen=self.owed, pay_by=NOW)
        self.does(place, linked=True)

    def does(self, command: OrderCommand, *, by: Actor = BANK, linked: bool = False) -> None:
        at = Circumstances(NOW, by, self.stream, CATALOGUE, Calendar())
        try:
            decided = ORDER.decide(self.order, command, at, linked=linked)
        except Refusal:
            return
        self.order = decided.after
        self.history += decided.events

    def pays(self, number: int) -> None:
        """Money moves at the bank, and we hear of it once or several times."""
        amount = self.owed if self.draw.random() < 0.8 else self.draw.randrange(1, 20_000)
        reference = f"B{self.case.int}-{number}"
        self.lines.append(BookedLine(DAY, PAYMENT, reference, self.stream, amount))
        for _ in range(self.draw.choice((1, 1, 2, 3))):
            self.does(PayOrder(amount_fen=amount, bank_reference=reference, paid_on=DAY))

    def goes_on(self) -> None:
        """The case ends or begins anew, or the bank does something about a refund and tells it."""
        ends: tuple[OrderCommand, ...] = (ExpireOrder(), CancelOrder(), RefundOrder())
        if self.order.stage in _CLOSED and self.draw.random() < 0.3:
            self.owed = self.order.held_fen + (amount := self.draw.choice((500, 12_500)))
            place = PlaceOrder(case=self.case, office="410100", amount_fen=amount, pay_by=NOW)
            self.does(place, linked=True)
            return
        match self.draw.randrange(4):
            case 0:
                self.does(self.draw.choice(ends), linked=True)
            case 1:
                self.does(RefundOrder(amount_fen=self.draw.randrange(1, 20_000)), linked=True)
            case _:
                self.gives_back()

    def gives_back(self) -> None:
        under_way = [e for e in self.order.refunds if e.stage is RefundStage.UNDER_WAY]
        failed = [e for e in self.order.refunds if e.stage is RefundStage.FAILED]
        if failed:
            self.does(RepeatRefund(payment=failed[0].payment), by=CLERK)
        elif under_way:
            refund = self.draw.choice(under_way)
            if self.draw.random() < 0.3:
                self.does(FailRefund(payment=refund.payment, reason=RefundFailure.REFUSED))
                return
            reference = f"R{refund.payment}-{len(self.lines)}"
            amount = refund.amount_fen
            self.lines.append(
                BookedLine(DAY, REFUND, reference, self.stream, amount, refund.payment)
            )
            for _ in range(self.draw.choice((1, 2))):
                self.does(
                    CompleteRefund(
                        payment=refund.payment,
                        amount_fen=amount,
                        bank_reference=reference,
                        refunded_on=DAY,
                    )
                )


def told(seed: int) -> Sequence[Bank]:
    draw, paid = random.Random(seed), 0
    banks: list[Bank] = []
    while paid < PAYMENTS:
        bank = Bank(draw, seed * 1_000 + len(banks))
        for number in range(min(PAYMENTS - paid, draw.randint(1, 8))):
            bank.pays(number)
            paid += 1
            for _ in range(draw.randrange(3)):
                bank.goes_on()
        banks.append(bank)
    return banks


@settings(max_examples=RUNS, deadline=None, derandomize=True)
@given(st.integers(0, 2**32))
def test_money_is_conserved(seed: int) -> None:
    banks = told(seed)
    assert sum(line.kind == PAYMENT for bank in banks for line in bank.lines) == PAYMENTS
    for bank in banks:
        order = bank.order
        took = sum(line.amount_fen for line in bank.lines if line.kind == PAYMENT)
        back = sum(line.amount_fen for line in bank.lines if line.kind == REFUND)
        open_refunds = sum(
            e.amount_fen for e in order.refunds if e.stage is not RefundStage.COMPLETED
        )
        assert order.received_fen == took
        assert order.received_fen - order.refunded_fen == order.held_fen
        assert took - back - open_refunds == order.held_fen
        assert 0 <= order.held_fen <= bank.owed
        if order.stage is OrderStage.PAID:
            assert order.held_fen == bank.owed
        if order.stage is OrderStage.OPEN:
            assert order.held_fen == bank.owed - order.amount_fen
        assert ORDER.fold(bank.history) == order
        for payment in order.payments:
            refunded = [e.amount_fen for e in order.refunds if e.payment == payment.bank_reference]
            assert sum(refunded) <= payment.amount_fen
    lines = [line for bank in banks for line in bank.lines]
    ours = [bank_line(bank.stream, event) for bank in banks for event in bank.history]
    assert differences(lines, [line for line in ours if line], DAY) == []
