"""The statement for the treasury: the read model says what the log says, to the fen."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from api.pages.kit.officer import COOKIE
from cheguan.order_books import money
from domain.aggregates import CODEC
from domain.case.delivery.commands import RecordDelivery
from domain.identifiers import postal_item
from domain.payments.books import takings
from domain.people import Role
from projections.takings.queries import takings_of
from tests.kit.life import CARRIER
from tests.kit.page_reading import Page
from tests.kit.parcels import PostOffice, post_office
from tests.kit.served import OFFICE, Service


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[PostOffice]:
    async with post_office(database_url, tmp_path) as made:
        yield made


async def pays_at_window(service: Service, code: str, *, by_card: bool) -> int:
    case = (await service.submitted(code))["id"]
    authorization = {"authorization": service.bearer(Role.CLERK, "taker")}
    order = await service.http.get(f"/api/v1/orders/{case}", headers=authorization)
    owed: int = order.json()["state"]["amount_fen"]
    for version in (1, 2):
        # What comes a second time is not owed, and is given back over the counter.
        paid = await service.http.post(
            f"/api/v1/orders/{case}/pay-order",
            json={"amount_fen": owed, "by_card": by_card},
            headers={**authorization, "if-match": f'"v{version}"'},
        )
        assert paid.status_code == 200, paid.text
    return owed


async def told(service: Service, office: str = OFFICE) -> Any:
    answer = await service.http.get(
        "/api/v1/statistics/takings",
        headers={"authorization": service.bearer(Role.SUPERVISOR, "leader", office)},
    )
    assert answer.status_code == 200, answer.text
    return answer.json()


async def test_every_way_is_told_and_the_books_of_the_tills_agree(
    office: PostOffice, database_url: str
) -> None:
    service, item = office.service, postal_item.make(serial=11)
    cash = await pays_at_window(service, "driving_permit_reissue", by_card=False)
    case = await office.in_post(item, "on_delivery")
    owed = (await office.opened(case)).state.payable_fen
    await office.does(case, CARRIER, RecordDelivery(id_seen=True, collected_fen=owed))
    await service.fold()
    found = await told(service)
    (line,) = found["takings"]
    assert line == {
        "office": OFFICE,
        "charge": "fee",
        "by_way": {"cash": cash, "by_post": owed, "undue": cash, "back": cash},
        "net": cash + owed,
    }
    assert found["post"] == [
        {"office": OFFICE, "before": 0, "collected": owed, "paid_over": 0, "owed": owed}
    ]
    assert (found["windows"], found["tills"], found["difference"]) == (cash, cash, 0)

    today = service.desk.today
    history = [each async for each in money(database_url, CODEC)]
    async with service.desk.reading.connection() as reading:
        assert await takings_of(reading, [OFFICE], today, today) == takings(history, today, today)


async def test_the_sheet_is_for_whoever_works_there_and_its_file_says_the_same(
    office: PostOffice,
) -> None:
    service = office.service
    card = await pays_at_window(service, "driving_permit_reissue", by_card=True)
    await service.fold()
    assert (await told(service, "410300"))["takings"] == []
    token = service.bearer(Role.CLERK, "taker").removeprefix("Bearer ")
    cookie = {"cookie": f"{COOKIE}={token}; __Host-cheguan-lang=zh"}
    page = (await service.http.get("/dashboard/treasury", headers=cookie)).text
    (table,) = Page(page).tables.values()
    assert table[1][2] == f"{card / 100:.2f} 元"
    assert "账账相符" in page
    file = (await service.http.get("/dashboard/treasury.csv", headers=cookie)).text
    assert file.splitlines()[1].split(",")[4:5] == [str(card / 100)]
    assert (await service.http.get("/dashboard/treasury")).status_code == 401
