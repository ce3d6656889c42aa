"""What is paid at a window is counted by whoever took it, and closed by another."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import httpx
import pytest

from api.pages.kit.officer import COOKIE
from domain.people import Role
from domain.tills.state import till_of
from tests.kit.page_reading import Page
from tests.kit.served import OFFICE, Service, served


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with served(database_url, tmp_path) as made:
        yield made


async def pays_at_window(service: Service, code: str, *, by_card: bool = False) -> int:
    """Somebody pays for an application at the window of ``taker``. Gives what he paid."""
    case = (await service.submitted(code))["id"]
    authorization = {"authorization": service.bearer(Role.CLERK, "taker")}
    order = await service.http.get(f"/api/v1/orders/{case}", headers=authorization)
    owed: int = order.json()["state"]["amount_fen"]
    paid = await service.http.post(
        f"/api/v1/orders/{case}/pay-order",
        json={"amount_fen": owed, "by_card": by_card},
        headers={**authorization, "if-match": '"v1"'},
    )
    assert paid.status_code == 200, paid.text
    return owed


def till(service: Service) -> UUID:
    return till_of(OFFICE, "taker", service.desk.today)


async def does(
    service: Service, command: str, version: int, subject: str, **body: Any
) -> httpx.Response:
    return await service.http.post(
        f"/api/v1/tills/{till(service)}/{command}",
        json=body,
        headers={
            "authorization": service.bearer(Role.CLERK, subject),
            "if-match": f'"v{version}"',
        },
    )


def headers(service: Service, subject: str, office: str = OFFICE) -> dict[str, str]:
    token = service.bearer(Role.CLERK, subject, office).removeprefix("Bearer ")
    return {
        "cookie": f"{COOKIE}={token}; __Host-cheguan-lang=zh",
        "content-type": "application/x-www-form-urlencoded",
        "origin": str(service.http.base_url).rstrip("/"),
    }


async def test_a_till_is_counted_explained_and_closed_by_another(service: Service) -> None:
    cash = await pays_at_window(service, "plate_reissue")
    refused = await does(service, "count-till", 1, "taker", cash_fen=cash - 100, card_fen=0)
    assert (refused.status_code, refused.json()["cash_difference_fen"]) == (422, -100)
    foreign = await does(service, "count-till", 1, "closer", cash_fen=cash, card_fen=0)
    assert (foreign.status_code, foreign.json()["type"]) == (403, "/problems/till-of-another")
    short = {"cash_fen": cash - 100, "card_fen": 0, "cause": "change"}
    assert (await does(service, "count-till", 1, "taker", **short)).json()["stage"] == "counted"
    own = await does(service, "close-till", 2, "taker")
    assert (own.status_code, own.json()["type"]) == (403, "/problems/counted-by-oneself")
    assert (await does(service, "close-till", 2, "closer")).json()["stage"] == "closed"
    await service.fold()
    listed = await service.http.get(
        "/api/v1/tills", headers={"authorization": service.bearer(Role.SUPERVISOR, "leader")}
    )
    (line,) = listed.json()["tills"]
    assert (line["stage"], line["cash_fen"], line["counted_cash_fen"]) == (
        "closed",
        cash,
        cash - 100,
    )
    assert (line["officer"], line["closed_by"], line["cause"]) == ("taker", "closer", "change")


async def test_money_that_comes_after_the_closing_opens_the_till_again(service: Service) -> None:
    cash = await pays_at_window(service, "plate_reissue")
    await does(service, "count-till", 1, "taker", cash_fen=cash, card_fen=0)
    await does(service, "close-till", 2, "closer")
    card = await pays_at_window(service, "driving_permit_reissue", by_card=True)
    await service.fold()
    page = await service.http.get("/counter/tills", headers=headers(service, "closer"))
    (table,) = Page(page.text).tables.values()
    assert table[1][2:] == ["2", f"{cash / 100:.2f} 元", f"{card / 100:.2f} 元", "—", "待清点"]
    assert "1 个尚未结账" in page.text


async def test_the_till_is_counted_and_closed_on_its_page(service: Service) -> None:
    cash = await pays_at_window(service, "plate_reissue")
    path = f"/counter/tills/{till(service)}"
    form = {"act": "count", "version": "1", "cash_fen": "一百", "card_fen": "0"}

    async def sends(subject: str, **sent: str) -> httpx.Response:
        content = urlencode({**form, **sent})
        return await service.http.post(path, content=content, headers=headers(service, subject))

    wrong = await sends("taker")
    assert wrong.status_code == 422
    assert "请填写金额" in wrong.text
    short = await sends("taker", cash_fen=str(cash // 100 - 1))
    assert short.status_code == 422
    assert "现金短款 <b>1.00 元</b>" in short.text
    told = await sends("taker", cash_fen=str(cash // 100 - 1), cause="unknown")
    assert told.status_code == 303, told.text
    own = (await service.http.get(path, headers=headers(service, "taker"))).text
    assert "确认结账" not in own
    other = (await service.http.get(path, headers=headers(service, "closer"))).text
    assert "确认结账" in other
    assert "原因不明，待查" in other
    done = await sends("closer", act="close", version="2")
    assert done.status_code == 303
    closed = (await service.http.get(path, headers=headers(service, "closer"))).text
    assert "已结账（复核人：closer）" in closed
    assert "确认结账" not in closed


async def test_the_tills_of_another_city_do_not_exist(service: Service) -> None:
    await pays_at_window(service, "plate_reissue")
    await service.fold()
    far = headers(service, "stranger", "410300")
    assert (
        await service.http.get(f"/counter/tills/{till(service)}", headers=far)
    ).status_code == 404
    assert "当日没有窗口收款" in (await service.http.get("/counter/tills", headers=far)).text
