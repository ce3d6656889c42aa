"""An order takes the money that is owed, gives back what is not, and closes when it is told."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from msgspec.structs import replace

from domain.calendar import Calendar
from domain.circumstances import Circumstances
from domain.message import Event
from domain.orders.commands import (
    CancelOrder,
    ExpireOrder,
    ExtendOrder,
    OrderCommand,
    PayOrder,
    PlaceOrder,
    RefundOrder,
)
from domain.orders.events import (
    OrderCancelled,
    OrderEvent,
    OrderExpired,
    OrderExtended,
    OrderPaid,
    OrderPlaced,
    OrderRefunded,
    UnduePaymentReceived,
)
from domain.orders.order import ORDER
from domain.orders.refusals import AmountDiffers, OrderAlreadyPaid
from domain.orders.state import Order, OrderStage, order_of
from domain.people import NOBODY, Actor, Role, system
from domain.refusal import NotAtThisStage, NotPermitted
from domain.services.catalogue import CATALOGUE
from domain.services.choices import PaymentMethod

CASE = UUID("0170a3c5-8c00-7000-8000-000000000001")
OWED, PAY_BY = 125_00, datetime(2020, 3, 3, 1, tzinfo=UTC)
BANK, CLERK = system("bank"), Actor(Role.CLERK, "clerk", "410100")
DRIVER = Actor(Role.APPLICANT, "driver")
PLACED = OrderPlaced(case=CASE, office="410100", amount_fen=OWED, pay_by=PAY_BY)
PAID = OrderPaid(case=CASE, amount_fen=OWED, paid_on=date(2020, 3, 3), method=PaymentMethod.ONLINE)
EXPIRED, CANCELLED = OrderExpired(case=CASE), OrderCancelled(case=CASE)
REFUNDED = OrderRefunded(case=CASE, amount_fen=OWED, stage=OrderStage.REFUNDED)
PLACE = PlaceOrder(case=CASE, office="410100", amount_fen=OWED, pay_by=PAY_BY)
PAY = PayOrder(amount_fen=OWED)
LATER = datetime(2020, 4, 1, 1, tzinfo=UTC)
EXTEND = ExtendOrder(pay_by=LATER)
CLOSED = ([PLACED, PAID], [PLACED, EXPIRED], [PLACED, CANCELLED], [PLACED, PAID, REFUNDED])


def after(
    command: OrderCommand,
    *history: OrderEvent,
    by: Actor = BANK,
    linked: bool = False,
    now: datetime = PAY_BY,
    owner: Actor = NOBODY,
) -> tuple[Event, ...]:
    at = Circumstances(now, by, order_of(CASE), CATALOGUE, Calendar(), owner=owner)
    return ORDER.decide(ORDER.fold(history), command, at, linked=linked).events


def test_an_order_asks_for_what_the_case_owes() -> None:
    assert after(PLACE, linked=True, owner=BANK) == (PLACED,)
    assert ORDER.fold([PLACED]) == Order(OrderStage.OPEN, CASE, "410100", OWED, PAY_BY)


@pytest.mark.parametrize("by", [system("checker"), CLERK])
def test_whoever_owes_a_fine_sees_the_order_that_another_has_placed(by: Actor) -> None:
    placed = after(PLACE, by=by, linked=True, owner=DRIVER)
    assert placed == (replace(PLACED, owner=DRIVER),)
    order = ORDER.fold(placed)
    assert ORDER.sees(DRIVER, order, by)
    assert not ORDER.sees(Actor(Role.APPLICANT, "another"), order, by)
    assert not ORDER.sees(replace(DRIVER, issuer="https://elsewhere.example"), order, by)


def test_what_a_bank_has_booked_on_the_day_of_the_order_is_in_time_however_late_it_is_told() -> (
    None
):
    day = date(2020, 3, 2)
    placed = after(replace(PLACE, for_day=day), linked=True, owner=BANK)
    assert placed == (replace(PLACED, for_day=day),)
    told = replace(PAY, bank_reference="B-1", paid_on=day)
    history = (replace(PLACED, for_day=day), EXPIRED)
    (paid,) = after(told, *history)
    assert paid == replace(PAID, paid_on=day, bank_reference="B-1")
    next_day = replace(told, paid_on=day + timedelta(days=1))
    other_sum = replace(told, amount_fen=OWED - 1)
    nobody_s = replace(told, bank_reference=None)
    for late in (next_day, other_sum, nobody_s):
        assert isinstance(after(late, *history)[0], UnduePaymentReceived)
    assert isinstance(after(told, PLACED, EXPIRED)[0], UnduePaymentReceived)
    assert isinstance(after(told, history[0], CANCELLED)[0], UnduePaymentReceived)


def test_there_is_one_order_a_case() -> None:
    for history in ((PLACED,), (PLACED, PAID)):
        with pytest.raises(NotAtThisStage):
            after(PLACE, *history, linked=True)
    assert order_of(CASE) == UUID("af525247-bb19-583f-bb20-65b22c9d73f4")
    assert order_of(UUID(int=2)) != order_of(CASE)


@pytest.mark.parametrize("closed", [[EXPIRED], [PAID, REFUNDED]])
def test_a_case_that_begins_anew_asks_again_by_its_order(closed: list[OrderEvent]) -> None:
    again = [PLACED, *closed, replace(PLACED, pay_by=LATER)]
    assert after(replace(PLACE, pay_by=LATER), PLACED, *closed, linked=True, owner=BANK) == (
        again[-1],
    )
    order = ORDER.fold(again)
    assert (order.stage, order.pay_by, order.held_fen) == (OrderStage.OPEN, LATER, 0)
    assert (order.asked_again, order.undue) == (1, ())
    told = replace(PAY, bank_reference="B-2")
    (paid,) = after(told, *again)
    assert paid == replace(PAID, bank_reference="B-2")
    (back,) = after(RefundOrder(), *again, replace(PAID, bank_reference="B-2"), linked=True)
    assert back == replace(REFUNDED, payment="B-2")


@pytest.mark.parametrize(
    ("by", "method"), [(BANK, PaymentMethod.ONLINE), (CLERK, PaymentMethod.WINDOW)]
)
def test_it_is_paid_whole(by: Actor, method: PaymentMethod) -> None:
    assert after(PAY, PLACED, by=by) == (replace(PAID, method=method),)
    assert ORDER.fold([PLACED, PAID]).held_fen == OWED


@pytest.mark.parametrize("amount", [1, OWED - 1, OWED + 1])
def test_any_other_amount_is_refused(amount: int) -> None:
    with pytest.raises(AmountDiffers) as refused:
        after(PayOrder(amount_fen=amount), PLACED)
    assert refused.value.expected_fen == OWED


def test_as_long_as_it_is_open_it_is_paid_in_time() -> None:
    late = replace(PAID, paid_on=date(2021, 1, 1))
    assert after(PAY, PLACED, now=datetime(2021, 1, 1, tzinfo=UTC)) == (late,)


@pytest.mark.parametrize("history", CLOSED)
def test_money_that_is_not_owed_is_taken_down_and_goes_back(history: list[OrderEvent]) -> None:
    before = ORDER.fold(history)
    received, refunded = after(PayOrder(amount_fen=777), *history)
    assert received == UnduePaymentReceived(case=CASE, amount_fen=777, paid_on=PAID.paid_on)
    assert refunded == OrderRefunded(case=CASE, amount_fen=777, stage=before.stage)
    now = ORDER.evolve(ORDER.evolve(before, received), refunded)
    assert (now.stage, now.held_fen) == (before.stage, before.held_fen)


@pytest.mark.parametrize("role", [Role.APPLICANT, Role.PARTNER, Role.CARRIER, Role.HQ])
def test_who_owes_does_not_say_himself_that_he_has_paid(role: Role) -> None:
    with pytest.raises(NotPermitted):
        after(PAY, PLACED, by=Actor(role, "who"))


def test_an_open_order_expires_and_a_paid_one_does_not() -> None:
    assert after(ExpireOrder(), PLACED, linked=True) == (EXPIRED,)
    with pytest.raises(OrderAlreadyPaid):
        after(ExpireOrder(), PLACED, PAID, linked=True)


def test_an_open_order_gives_more_time_when_its_case_does() -> None:
    (extended,) = after(EXTEND, PLACED, linked=True)
    assert extended == OrderExtended(case=CASE, old=PAY_BY, new=LATER)
    assert ORDER.fold([PLACED, OrderExtended(case=CASE, old=PAY_BY, new=LATER)]).pay_by == LATER


@pytest.mark.parametrize("history", CLOSED)
def test_what_is_closed_or_paid_needs_no_more_time(history: list[OrderEvent]) -> None:
    assert after(EXTEND, *history, linked=True) == ()


@pytest.mark.parametrize("history", CLOSED[1:])
def test_what_is_closed_does_not_expire_again(history: list[OrderEvent]) -> None:
    assert after(ExpireOrder(), *history, linked=True) == ()


def test_an_open_order_is_cancelled() -> None:
    assert after(CancelOrder(), PLACED, linked=True) == (CANCELLED,)


@pytest.mark.parametrize("history", CLOSED)
def test_what_is_closed_or_paid_is_not_cancelled(history: list[OrderEvent]) -> None:
    assert after(CancelOrder(), *history, linked=True) == ()


def test_what_the_case_has_not_taken_goes_back_once() -> None:
    assert after(RefundOrder(), PLACED, PAID) == (REFUNDED,)
    assert after(RefundOrder(), PLACED, PAID, REFUNDED) == ()
    assert after(RefundOrder(), PLACED) == ()
    assert ORDER.fold([PLACED, PAID, REFUNDED]).held_fen == 0


def test_a_case_that_keeps_a_part_gives_the_rest_back_and_never_more_than_is_held() -> None:
    part = replace(REFUNDED, amount_fen=100_00)
    assert after(RefundOrder(amount_fen=100_00), PLACED, PAID) == (part,)
    rest = replace(REFUNDED, amount_fen=25_00)
    assert after(RefundOrder(amount_fen=100_00), PLACED, PAID, part) == (rest,)


def test_a_case_that_was_paid_elsewhere_has_nothing_to_give_back_here() -> None:
    assert after(RefundOrder(amount_fen=1), linked=True) == ()


def test_no_officer_gives_money_back_by_hand() -> None:
    with pytest.raises(NotPermitted):
        after(RefundOrder(), PLACED, PAID, by=CLERK)


@pytest.mark.parametrize("command", [PLACE, EXTEND, ExpireOrder(), CancelOrder()])
@pytest.mark.parametrize("role", Role)
def test_only_what_becomes_of_a_case_opens_or_closes_its_order(
    command: OrderCommand, role: Role
) -> None:
    with pytest.raises(NotPermitted):
        after(command, PLACED, by=Actor(role, "who", "410100"))


def test_the_applicant_and_his_office_see_it() -> None:
    order = ORDER.fold([PLACED])
    citizen = Actor(Role.APPLICANT, "citizen")
    assert ORDER.sees(citizen, order, citizen)
    assert ORDER.sees(CLERK, order, citizen)
    assert not ORDER.sees(Actor(Role.PARTNER, "citizen"), order, citizen)
    assert not ORDER.sees(Actor(Role.APPLICANT, "another"), order, citizen)
    assert not ORDER.sees(Actor(Role.CLERK, "clerk", "410300"), order, citizen)
