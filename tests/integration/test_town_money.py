"""The money of the town: each payment has a reference of its bank, and the post pays over."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from api.routers.callbacks import PATH
from cheguan.bank.ledger import Ledger
from cheguan.bank.statement import statement
from cheguan.bank_history import hand_over
from cheguan.order_books import bank_lines, collected_sums, money
from cheguan.post_settlement import pay_over
from cheguan.town.payer import TownPayer
from cheguan.town.town import Town
from domain.aggregates import CODEC
from domain.calendar import local_day
from domain.orders.events import OrderPaid
from domain.orders.state import order_of
from domain.payments.books import takings
from domain.payments.movement import TakingsKind
from domain.payments.port import WantedRefund
from domain.payments.statement import PAYMENT, differences, lines_of
from tests.kit import callbacks as kit
from tests.kit.banks import bank_and_service
from tests.kit.served import NOW
from tests.kit.towns import open_town, told

CASES = 90


@pytest.fixture
async def town(database_url: str) -> AsyncIterator[Town]:
    async with open_town(database_url) as made:
        await told(made, CASES)
        yield made


async def test_the_bank_knows_what_the_story_says_was_paid_there(
    town: Town, tmp_path: Path
) -> None:
    file = tmp_path / "bank" / "ledger.jsonl"
    handed = await hand_over(town.url, CODEC, file, "http://127.0.0.1:1")
    ours = [each for each in await bank_lines(town.url, CODEC) if each.kind == PAYMENT]
    assert handed == len(ours) > 20
    ledger = Ledger(file)
    for day in sorted({each.day for each in ours}):
        theirs = lines_of(statement(ledger, day).splitlines(keepends=True))
        assert differences(theirs, ours, day) == []
    assert ledger.delivered == {each.message for each in ledger.booked.values()}
    paid = ours[0]
    wanted = WantedRefund(order=paid.order, payment=paid.bank_reference, amount_fen=paid.amount_fen)
    assert ledger.give_back(paid.order, wanted, None).bank_reference
    online = [e.event async for e in money(town.url, CODEC, {"OrderPaid"})]
    at_window = [e for e in online if isinstance(e, OrderPaid) and not e.bank_reference]
    assert {each.method for each in at_window} <= {"window"}


async def test_the_post_pays_over_what_it_has_collected_and_nothing_twice(town: Town) -> None:
    today = local_day(town.clock())
    due = [e for e in await collected_sums(town.url, CODEC) if not e.statement_no]
    assert due
    assert await pay_over(town.door, town.url, CODEC, today) > 1
    assert await pay_over(town.door, town.url, CODEC, today) == 0
    left = [e for e in await collected_sums(town.url, CODEC) if not e.statement_no]
    assert all((today - each.collected_on).days < 7 for each in left)
    events = [each async for each in money(town.url, CODEC)]
    first, last = min(e.collected_on for e in due), today
    sums = takings(events, first, last)
    by_post = sum(each.sums.get(TakingsKind.BY_POST, 0) for each in sums)
    over = sum(each.sums.get(TakingsKind.PAID_OVER, 0) for each in sums)
    assert by_post == over + sum(each.amount_fen for each in left) > 0


async def test_people_of_the_living_town_pay_on_the_page_of_the_bank_and_once(
    database_url: str, tmp_path: Path
) -> None:
    async with bank_and_service(database_url, tmp_path) as both:
        case, amount = await kit.owed(both.service)
        stream, order = order_of(case), await kit.order(both.service, case)
        both.line.cut = True
        payer = TownPayer(both.port, both.http, f"http://127.0.0.1{PATH}", "http://127.0.0.1/mine")
        await payer.pay(stream, order, NOW)
        assert both.ledger.booked == {}
        both.line.cut = False
        for who in (payer, payer, TownPayer(both.port, both.http, "http://a", "http://b")):
            await who.pay(stream, order, NOW)
        assert [each.amount_fen for each in both.ledger.booked.values()] == [amount]
        await both.settle()
        assert (await kit.order(both.service, case)).held_fen == amount
        again = replace(order, asked_again=1)
        await payer.pay(stream, again, NOW)
        assert len(both.ledger.booked) == 2
