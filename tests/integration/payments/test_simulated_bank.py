"""The whole way of money, between the service and a bank whose callbacks come to grief."""

import random
from collections.abc import AsyncIterator
from datetime import date
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from cheguan.bank.ledger import Ledger
from cheguan.bank.mischief import CallbackFate, Mischief
from domain.case.case import CASE
from domain.case.overlays.commands import WithdrawCase
from domain.case.stage import Stage
from domain.orders.refund import BankRefund, RefundFailure, RefundStage
from domain.orders.state import OrderStage, order_of
from domain.payments.port import BankAway, WantedRefund
from domain.people import Actor, Role
from tests.kit import callbacks as kit
from tests.kit.banks import BankAndService, bank_and_service, wanted
from tests.kit.offices import asked
from workers.banks.outside_bank import OutsideBank, RefundRefused


@pytest.fixture
async def both(database_url: str, tmp_path: Path) -> AsyncIterator[BankAndService]:
    async with bank_and_service(database_url, tmp_path) as made:
        yield made


async def test_somebody_pays_on_the_page_of_the_bank_and_the_case_goes_on(
    both: BankAndService,
) -> None:
    case, amount = await kit.owed(both.service)
    page = await both.begun(case, amount)
    shown = await both.http.get(page)
    assert "不会发生真实扣款" in shown.text
    assert f"¥ {amount / 100:.2f}" in shown.text
    paid = await both.http.post(page)
    assert "B20200224-000001" in paid.text
    await both.settle()
    order = await kit.order(both.service, case)
    assert (order.stage, order.paid_with) == (OrderStage.PAID, "B20200224-000001")
    assert await kit.stage_and_paid(both.service, case) == (Stage.SUBMITTED, amount)


async def test_whoever_pays_twice_is_told_and_gets_the_second_back_under_its_reference(
    both: BankAndService,
) -> None:
    case, amount = await kit.owed(both.service)
    await both.pay(case, amount)
    assert "已支付 1 次" in (await both.http.get(await both.begun(case, amount))).text
    await both.pay(case, amount)
    await both.settle()
    order = await kit.order(both.service, case)
    assert (order.received_fen, order.held_fen) == (2 * amount, amount)
    assert order.refunds == (
        BankRefund(
            "B20200224-000002", amount, RefundStage.COMPLETED, order.refunds[0].bank_reference
        ),
    )
    assert both.ledger.back("B20200224-000002") == amount
    assert both.ledger.back("B20200224-000001") == 0


async def test_what_a_case_gives_back_reaches_whoever_paid(both: BankAndService) -> None:
    case, amount = await kit.owed(both.service)
    await both.pay(case, amount)
    await both.settle()
    withdraw = WithdrawCase()
    owner = Actor(Role.APPLICANT, "reader")
    opened, _ = await both.service.desk.door.open(CASE, case, owner)
    request = asked(withdraw, owner, expected=opened.version)
    await both.service.desk.door.handle(CASE, case, withdraw, request)
    await both.settle()
    order = await kit.order(both.service, case)
    assert (order.stage, order.held_fen) == (OrderStage.REFUNDED, 0)
    assert order.refunds[0].stage is RefundStage.COMPLETED
    assert both.ledger.back(order.paid_with) == amount


async def test_whatever_becomes_of_callbacks_order_case_and_bank_agree(
    database_url: str, tmp_path: Path
) -> None:
    """Only what was never told is not here, and the bank is asked for that."""
    mischief, draw = Mischief(seed=3, share=0.7), random.Random(84)
    async with bank_and_service(database_url, tmp_path, mischief) as both:
        cases = [await kit.another_owes(both.service, number) for number in range(1, 13)]
        for case, amount in cases:
            for _ in range(draw.choice((1, 1, 2))):
                await both.pay(case, amount)
        await both.settle()
        fates = {each: mischief.fate(f"msg_{each}") for each in both.ledger.booked}
        assert set(fates.values()) == set(CallbackFate)
        here = 0
        for case, amount in cases:
            order = await kit.order(both.service, case)
            heard = {
                reference
                for reference, booked in both.ledger.booked.items()
                if booked.order == order_of(case) and fates[reference] is not CallbackFate.LOST
            }
            assert {each.bank_reference for each in order.payments} == heard
            assert order.held_fen == (amount if heard else 0)
            assert (await kit.stage_and_paid(both.service, case))[1] == order.held_fen
            for refund in order.refunds:
                if refund.stage is RefundStage.COMPLETED:
                    assert both.ledger.back(refund.payment) == refund.amount_fen
            here += len(heard)
        assert here < len(both.ledger.booked)


async def test_a_refund_is_carried_out_once_under_its_id_and_never_beyond_the_payment(
    both: BankAndService,
) -> None:
    case, amount = await kit.owed(both.service)
    await both.pay(case, amount)
    back = WantedRefund(order=order_of(case), payment="B20200224-000001", amount_fen=amount)
    id = uuid4()
    for _ in range(2):
        await both.port.refund(id, back)
    assert both.ledger.back("B20200224-000001") == amount
    with pytest.raises(RefundRefused):
        await both.port.refund(uuid4(), back)
    nobodys = WantedRefund(order=UUID(int=7), payment="B20200224-000001", amount_fen=1)
    with pytest.raises(RefundRefused):
        await both.port.refund(uuid4(), nobodys)


async def test_whoever_does_not_know_the_token_is_told_nothing(both: BankAndService) -> None:
    stranger = OutsideBank(both.http)
    with pytest.raises(BankAway):
        await stranger.known(UUID(int=7))
    assert (await both.http.get("/statements/2020-02-24")).status_code == 401
    assert (await both.http.get(f"/pay/{uuid4()}")).status_code == 404


def test_the_bank_forgets_nothing_when_it_is_started_again(tmp_path: Path) -> None:
    file = tmp_path / "ledger.jsonl"
    before = Ledger(file)
    page = before.begin(wanted(UUID(int=7), 100))
    booked = before.pay(page)
    back = WantedRefund(order=booked.order, payment=booked.bank_reference, amount_fen=100)
    before.give_back(uuid4(), back, RefundFailure.ACCOUNT_CLOSED)
    before.deliver("msg_1")
    after = Ledger(file)
    assert vars(after) | {"_clock": None} == vars(before) | {"_clock": None}
    assert booked.booked_on == date(2020, 2, 24)
