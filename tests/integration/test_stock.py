"""An office keeps the book of its blanks, and what is made for a case leaves its store."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import httpx
import pytest

from domain.aggregates import CODEC
from domain.case.case import CASE
from domain.people import Role
from domain.services.blank import BlankKind
from domain.stock.accounts import StockAccount, out_of_balance
from domain.stock.state import Stock, stock_of
from domain.stock.stock import STOCK
from tests.kit.life import CARRIER
from tests.kit.parcels import PostOffice, post_office
from workers.reactions.at_once import follow

BOOK = {"office": "410100", "kind": "plate"}
PATH = "/api/v1/stock/410100:plate"
RUN = {"first": "ZZ00000001", "last": "ZZ00000010"}


@pytest.fixture
async def office(database_url: str, tmp_path: Path) -> AsyncIterator[PostOffice]:
    async with post_office(database_url, tmp_path) as opened:
        yield opened


async def told(office: PostOffice, what: str, version: int, **more: object) -> httpx.Response:
    headers = {
        "authorization": office.service.bearer(Role.CLERK, "keeper"),
        "if-match": f'"v{version}"',
    }
    sent = {**BOOK, **more}
    return await office.service.http.post(f"{PATH}/{what}", json=sent, headers=headers)


async def followed(office: PostOffice, case: UUID) -> None:
    """What the reactor would do after the case."""
    door = office.service.desk.door
    _, history = await door.open(CASE, case, CARRIER)
    for recorded in history:
        await follow(door, CODEC, recorded)


async def book(office: PostOffice) -> Stock:
    stream = stock_of("410100", BlankKind.PLATE)
    opened, _ = await office.service.desk.door.open(STOCK, stream, CARRIER)
    return opened.state


async def test_what_is_made_for_a_case_leaves_the_store_once(office: PostOffice) -> None:
    received = await told(office, "receive-blanks", 0, **RUN)
    assert received.status_code == 200, received.text
    case = await office.ready_to_send()
    for _ in range(2):
        await followed(office, case)
    spoilt = await told(office, "spoil-blank", 2, serial="ZZ00000002", reason="damaged")
    counted = await told(office, "count-blanks", 3, counted=7)
    assert (spoilt.status_code, counted.status_code) == (200, 200)

    kept = await book(office)
    assert kept.balances == {
        StockAccount.SUPPLIER: -10,
        StockAccount.STORE: 7,
        StockAccount.USED: 1,
        StockAccount.SPOILT: 1,
        StockAccount.MISSING: 1,
    }
    assert out_of_balance(kept.balances.values()) == 0
    assert kept.used == {"ZZ00000001": case}
    shown = await office.service.http.get(
        PATH, headers={"authorization": office.service.bearer(Role.CLERK, "keeper")}
    )
    assert shown.json()["state"]["balances"]["store"] == 7


async def test_a_serial_that_is_used_cannot_be_spoilt(office: PostOffice) -> None:
    await told(office, "receive-blanks", 0, **RUN)
    await followed(office, await office.ready_to_send())
    refused = await told(office, "spoil-blank", 2, serial="ZZ00000001", reason="damaged")
    assert (refused.status_code, refused.json()["type"]) == (409, "/problems/blank-not-in-store")
    again = await told(office, "receive-blanks", 2, first="ZZ00000010", last="ZZ00000020")
    assert (again.status_code, again.json()["type"]) == (409, "/problems/blanks-known")


async def test_an_office_that_keeps_no_book_has_documents_made_all_the_same(
    office: PostOffice,
) -> None:
    case = await office.ready_to_send()
    await followed(office, case)
    answer = await told(office, "count-blanks", 0, counted=7)
    assert answer.status_code == 404
    assert (await office.opened(case)).state.document_no == "ZZ00000001"
