"""Was I charged? A sentence says what the bank knows, and what it knows counts."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest

from domain.orders.commands import PayOrder
from domain.orders.order import ORDER
from domain.orders.state import OrderStage, order_of
from domain.people import Actor, Role
from tests.kit import callbacks as kit
from tests.kit.banks import BankAndService, bank_and_service
from tests.kit.offices import asked
from tests.kit.served import NOW, Service


@pytest.fixture
async def both(database_url: str, tmp_path: Path) -> AsyncIterator[BankAndService]:
    async with bank_and_service(database_url, tmp_path) as made:
        yield made


async def inquiry(
    service: Service, case: UUID, subject: str = "reader", language: str = "en"
) -> httpx.Response:
    return await service.http.get(
        f"/api/v1/orders/{case}/charge",
        headers={
            "authorization": service.bearer(Role.APPLICANT, subject),
            "accept-language": language,
        },
    )


async def told(service: Service, case: UUID) -> tuple[str, Any]:
    answer = (await inquiry(service, case)).json()
    return answer["verdict"], answer["know_by"]


async def test_money_whose_callback_was_lost_counts_when_somebody_asks(
    both: BankAndService,
) -> None:
    case, amount = await kit.owed(both.service)
    await both.pay(case, amount)
    answer = (await inquiry(both.service, case)).json()
    assert (answer["verdict"], answer["received_fen"]) == ("paid", amount)
    assert answer["sentence"] == "The bank has your payment. Do not pay again."
    order = await kit.order(both.service, case)
    assert (order.stage, order.paid_with) == (OrderStage.PAID, "B20200224-000001")


async def test_asked_again_or_told_afterwards_it_counts_once(both: BankAndService) -> None:
    case, amount = await kit.owed(both.service)
    await both.pay(case, amount)
    for _ in range(2):
        assert await told(both.service, case) == ("paid", None)
    await both.settle()
    assert (await kit.order(both.service, case)).received_fen == amount


async def test_what_was_paid_twice_is_said_to_go_back(both: BankAndService) -> None:
    case, amount = await kit.owed(both.service)
    await both.pay(case, amount)
    await both.pay(case, amount)
    answer = (await inquiry(both.service, case, language="zh")).json()
    assert answer["verdict"] == "goes_back"
    assert answer["refunded_fen"] == amount
    assert answer["sentence"].endswith("请勿再次缴费。")


async def test_whoever_has_paid_another_sum_hears_that_the_right_one_is_still_owed(
    both: BankAndService,
) -> None:
    """Told not to pay again, he would let his application lapse."""
    case, amount = await kit.owed(both.service)
    await both.pay(case, amount - 1)
    answer = (await inquiry(both.service, case)).json()
    assert (answer["verdict"], answer["refunded_fen"]) == ("other_sum", amount - 1)
    assert answer["sentence"].endswith("What is owed is not paid yet: pay all of it in time.")
    await both.pay(case, amount)
    assert await told(both.service, case) == ("goes_back", None)


async def test_what_was_paid_at_a_window_is_not_said_to_be_at_the_bank(
    both: BankAndService,
) -> None:
    case, amount = await kit.owed(both.service)
    pay = PayOrder(amount_fen=amount)
    clerk = asked(pay, Actor(Role.CLERK, "clerk", "410100"))
    await both.service.desk.door.handle(ORDER, order_of(case), pay, clerk)
    answer = (await inquiry(both.service, case, language="zh")).json()
    assert answer["verdict"] == "paid"
    assert answer["sentence"] == "窗口已收到您的付款，请勿重复缴费。"


async def test_whoever_has_not_paid_was_not_charged(both: BankAndService) -> None:
    case, _ = await kit.owed(both.service)
    assert await told(both.service, case) == ("not_charged", None)


async def test_while_a_payment_is_under_way_nobody_pays_again(both: BankAndService) -> None:
    case, amount = await kit.owed(both.service)
    await both.begun(case, amount)
    verdict, know_by = await told(both.service, case)
    assert (verdict, know_by) == ("under_way", _written(minutes=15))
    assert "24 Feb 2020, 09:15" in (await inquiry(both.service, case)).json()["sentence"]
    both.now += timedelta(minutes=16)
    assert await told(both.service, case) == ("not_charged", None)


async def test_a_bank_that_is_away_is_known_by_its_statement(service: Service) -> None:
    case, _ = await kit.owed(service)
    assert await told(service, case) == ("unknown", _written(days=1, hours=1))


async def test_nobody_asks_about_the_money_of_another(both: BankAndService) -> None:
    case, _ = await kit.owed(both.service)
    assert (await inquiry(both.service, case, "another")).status_code == 404


def _written(**after: int) -> str:
    return f"{NOW + timedelta(**after):%Y-%m-%dT%H:%M:%SZ}"
