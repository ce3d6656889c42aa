"""Under a reference of the bank money is taken down once, and goes back once and by that name."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.message import Event
from domain.orders.commands import (
    CompleteRefund,
    FailRefund,
    OrderCommand,
    PayOrder,
    RefundOrder,
    RepeatRefund,
)
from domain.orders.events import (
    OrderEvent,
    OrderExpired,
    OrderPaid,
    OrderPlaced,
    OrderRefunded,
    RefundCompleted,
    RefundFailed,
    RefundRepeated,
    UnduePaymentReceived,
)
from domain.orders.order import ORDER
from domain.orders.refund import BankPayment, BankRefund, RefundFailure, RefundStage
from domain.orders.refusals import BankReferenceTaken, RefundOver, RefundUnknown
from domain.orders.state import OrderStage, order_of
from domain.people import Actor, Role, system
from domain.plausible import TimeImplausible
from domain.refusal import NotAsThingsStand, NotPermitted
from domain.services.catalogue import CATALOGUE
from domain.services.choices import PaymentMethod

CASE = UUID("0170a3c5-8c00-7000-8000-000000000001")
OWED, NOW = 125_00, datetime(2020, 3, 3, 1, tzinfo=UTC)
TODAY, BEFORE = date(2020, 3, 3), date(2020, 3, 1)
BANK, CLERK = system("bank"), Actor(Role.CLERK, "clerk", "410100")
FIRST, SECOND, BACK = "B20200301-000001", "B20200301-000002", "R20200303-000001"
PLACED = OrderPlaced(case=CASE, office="410100", amount_fen=OWED, pay_by=NOW)
PAID = OrderPaid(
    case=CASE,
    amount_fen=OWED,
    paid_on=BEFORE,
    bank_reference=FIRST,
    method=PaymentMethod.ONLINE,
)
AGAIN = UnduePaymentReceived(case=CASE, amount_fen=OWED, bank_reference=SECOND, paid_on=BEFORE)
GOES_BACK = OrderRefunded(case=CASE, amount_fen=OWED, stage=OrderStage.PAID, payment=SECOND)
COMPLETED = RefundCompleted(
    case=CASE, payment=SECOND, amount_fen=OWED, bank_reference=BACK, refunded_on=TODAY
)
FAILED = RefundFailed(
    case=CASE, payment=SECOND, amount_fen=OWED, reason=RefundFailure.ACCOUNT_CLOSED
)
REPEATED = RefundRepeated(case=CASE, payment=SECOND, amount_fen=OWED, try_no=2)
TWICE = (PLACED, PAID, AGAIN, GOES_BACK)
PAY = PayOrder(amount_fen=OWED, bank_reference=FIRST, paid_on=BEFORE)
COMPLETE = CompleteRefund(payment=SECOND, amount_fen=OWED, bank_reference=BACK)
FAIL = FailRefund(payment=SECOND, reason=RefundFailure.ACCOUNT_CLOSED)
REPEAT = RepeatRefund(payment=SECOND)


def after(command: OrderCommand, *history: OrderEvent, by: Actor = BANK) -> tuple[Event, ...]:
    at = Circumstances(NOW, by, order_of(CASE), CATALOGUE, Calendar())
    return ORDER.decide(ORDER.fold(history), command, at).events


def refund_of(*history: OrderEvent) -> BankRefund:
    (refund,) = ORDER.fold(history).refunds
    return refund


def test_the_day_counts_on_which_the_bank_has_taken_the_money() -> None:
    assert after(PAY, PLACED) == (PAID,)
    order = ORDER.fold([PLACED, PAID])
    assert (order.payments, order.paid_with) == ((BankPayment(FIRST, OWED),), FIRST)


def test_what_an_officer_finds_in_the_statement_was_paid_online() -> None:
    assert after(PAY, PLACED, by=CLERK) == (PAID,)


@pytest.mark.parametrize("paid_on", [TODAY + timedelta(days=1), date(2018, 3, 1)])
def test_no_bank_books_a_payment_ahead_or_years_ago(paid_on: date) -> None:
    with pytest.raises(TimeImplausible):
        after(replace(PAY, paid_on=paid_on), PLACED)


@pytest.mark.parametrize("history", [(PLACED, PAID), TWICE, (*TWICE, COMPLETED)])
def test_the_same_reference_is_the_same_money(history: tuple[OrderEvent, ...]) -> None:
    assert after(PAY, *history) == ()


def test_one_reference_never_stands_for_two_sums() -> None:
    with pytest.raises(BankReferenceTaken) as refused:
        after(replace(PAY, amount_fen=1), PLACED, PAID)
    assert refused.value.booked_fen == OWED


def test_what_is_paid_a_second_time_goes_back_under_its_own_reference() -> None:
    assert after(replace(PAY, bank_reference=SECOND), PLACED, PAID) == (AGAIN, GOES_BACK)
    order = ORDER.fold(TWICE)
    assert (order.stage, order.held_fen) == (OrderStage.PAID, OWED)
    assert order.refunds == (BankRefund(SECOND, OWED),)


def test_another_sum_than_was_owed_goes_back_and_the_order_stays_open() -> None:
    received, back = after(replace(PAY, amount_fen=1), PLACED)
    assert received == UnduePaymentReceived(
        case=CASE, amount_fen=1, bank_reference=FIRST, paid_on=BEFORE
    )
    assert back == OrderRefunded(case=CASE, amount_fen=1, stage=OrderStage.OPEN, payment=FIRST)
    assert isinstance(received, OrderEvent)
    assert isinstance(back, OrderEvent)
    assert after(replace(PAY, bank_reference=SECOND), PLACED, received, back) == (
        replace(PAID, bank_reference=SECOND),
    )


def test_what_comes_for_an_expired_order_goes_back() -> None:
    received, back = after(PAY, PLACED, OrderExpired(case=CASE))
    assert isinstance(received, UnduePaymentReceived)
    assert isinstance(back, OrderRefunded)
    assert (back.payment, back.stage) == (FIRST, OrderStage.EXPIRED)


def test_what_the_case_gives_back_names_the_payment_with_which_it_came() -> None:
    (back,) = after(RefundOrder(), PLACED, PAID)
    assert isinstance(back, OrderRefunded)
    assert (back.payment, back.amount_fen) == (FIRST, OWED)


def test_the_bank_carries_a_refund_out_once() -> None:
    assert after(COMPLETE, *TWICE) == (COMPLETED,)
    assert refund_of(*TWICE, COMPLETED) == BankRefund(SECOND, OWED, RefundStage.COMPLETED, BACK)
    assert after(COMPLETE, *TWICE, COMPLETED) == ()
    with pytest.raises(RefundOver):
        after(replace(COMPLETE, bank_reference="R2"), *TWICE, COMPLETED)


@pytest.mark.parametrize(
    "command", [replace(COMPLETE, payment=FIRST), replace(COMPLETE, amount_fen=1)]
)
def test_a_refund_that_nobody_has_asked_for_is_none(command: OrderCommand) -> None:
    with pytest.raises(RefundUnknown):
        after(command, *TWICE)


def test_a_refund_that_fails_is_asked_for_again_by_an_officer() -> None:
    assert after(FAIL, *TWICE) == (FAILED,)
    assert after(FAIL, *TWICE, FAILED) == ()
    assert after(REPEAT, *TWICE, FAILED, by=CLERK) == (REPEATED,)
    assert refund_of(*TWICE, FAILED, REPEATED).stage is RefundStage.UNDER_WAY
    assert after(COMPLETE, *TWICE, FAILED, REPEATED) == (COMPLETED,)
    (third,) = after(REPEAT, *TWICE, FAILED, REPEATED, FAILED, by=CLERK)
    assert third == replace(REPEATED, try_no=3)


def test_what_has_failed_may_have_been_carried_out_after_all() -> None:
    assert after(COMPLETE, *TWICE, FAILED) == (COMPLETED,)


def test_what_was_carried_out_does_not_fail_and_is_not_asked_for_again() -> None:
    with pytest.raises(RefundOver):
        after(FAIL, *TWICE, COMPLETED)
    with pytest.raises(NotAsThingsStand):
        after(REPEAT, *TWICE, COMPLETED, by=CLERK)


@pytest.mark.parametrize("command", [COMPLETE, FAIL])
@pytest.mark.parametrize("role", [each for each in Role if each is not Role.SYSTEM])
def test_nobody_speaks_for_the_bank(command: OrderCommand, role: Role) -> None:
    with pytest.raises(NotPermitted):
        after(command, *TWICE, by=Actor(role, "who", "410100"))


def test_two_parts_of_one_payment_go_back_each_once() -> None:
    part = replace(GOES_BACK, amount_fen=25_00, stage=OrderStage.REFUNDED, payment=FIRST)
    rest = replace(part, amount_fen=100_00)
    history = (PLACED, PAID, part, rest)
    of_rest = replace(COMPLETE, payment=FIRST, amount_fen=100_00)
    (completed,) = after(of_rest, *history)
    assert isinstance(completed, RefundCompleted)
    assert ORDER.fold([*history, completed]).refunds == (
        BankRefund(FIRST, 25_00),
        BankRefund(FIRST, 100_00, RefundStage.COMPLETED, BACK),
    )
    assert after(of_rest, *history, completed) == ()
    with pytest.raises(RefundOver):
        after(replace(of_rest, bank_reference="R-2"), *history, completed)
