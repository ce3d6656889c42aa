"""An order over HTTP: whoever owes sees it, an officer records the payment, the case goes on."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from domain.aggregates import CODEC
from domain.people import Role
from tests.kit.served import Service, served
from workers.concerned import CONCERNED
from workers.reactor import Reactor


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with served(database_url, tmp_path) as made:
        yield made


async def applied(service: Service) -> tuple[str, int]:
    """The case, and what is owed for it."""
    answer = await service.submit(await service.example("plate_reissue"), "first")
    case = answer.json()["id"]
    return case, (await order(service, case)).json()["state"]["amount_fen"]


async def order(
    service: Service, case: str, role: Role = Role.APPLICANT, subject: str = "reader"
) -> httpx.Response:
    return await service.http.get(
        f"/api/v1/orders/{case}", headers={"authorization": service.bearer(role, subject)}
    )


async def pays(service: Service, case: str, amount_fen: int, version: int = 1) -> httpx.Response:
    return await service.http.post(
        f"/api/v1/orders/{case}/pay-order",
        json={"amount_fen": amount_fen},
        headers={
            "authorization": service.bearer(Role.CLERK, "clerk-1"),
            "if-match": f'"v{version}"',
        },
    )


async def the_case(service: Service, case: str) -> Any:
    answer = await service.http.get(
        f"/api/v1/cases/{case}", headers={"authorization": service.bearer(Role.CLERK, "clerk-1")}
    )
    return answer.json()


async def test_the_case_goes_on_when_its_order_is_paid(service: Service) -> None:
    case, owed = await applied(service)
    paid = await pays(service, case, owed)
    assert (paid.status_code, paid.json()["stage"]) == (200, "paid")
    assert (await the_case(service, case))["state"]["stage"] == "payment_pending"
    reactor = Reactor(service.url, CODEC, service.desk.door, CONCERNED)
    await reactor.catch_up()
    await reactor.close()
    found = await the_case(service, case)
    assert (found["state"]["stage"], found["version"]) == ("submitted", 2)


async def test_another_amount_is_told_what_is_owed(service: Service) -> None:
    case, owed = await applied(service)
    refused = await pays(service, case, owed - 1)
    assert refused.status_code == 422
    assert refused.json()["type"].endswith("amount-differs")
    assert refused.json()["expected_fen"] == owed


async def test_whoever_owes_sees_the_order_and_nobody_else_who_comes_for_himself(
    service: Service,
) -> None:
    case, owed = await applied(service)
    assert owed > 0
    assert (await order(service, case, subject="another")).status_code == 404
    assert (await order(service, case, Role.CLERK)).status_code == 200
    assert (await order(service, "no-such-case", Role.CLERK)).status_code == 404


async def test_nobody_pays_the_case_itself(service: Service) -> None:
    case, owed = await applied(service)
    direct = await service.command(case, "record-payment", 1, {"amount_fen": owed})
    assert direct.status_code == 404
