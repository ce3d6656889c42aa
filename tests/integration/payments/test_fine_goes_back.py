"""A decision on a fine falls after it was paid: its order gives the money back, exactly once."""

from collections.abc import AsyncIterator

import pytest

from domain.event_store.transaction import Connection
from domain.orders.order import ORDER
from domain.orders.refund import BankRefund
from domain.orders.state import OrderStage, order_of
from domain.people import system
from tests.kit.fallen_fine import CASE, OWED, REFERENCE, fallen
from tests.kit.offices import OpenOffice, open_office
from tests.kit.payment import events_of, reacting, set_back


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[OpenOffice]:
    async with open_office(database_url) as opened:
        yield opened


async def test_it_goes_back_once_however_often_the_revocation_is_heard(
    database_url: str, office: OpenOffice, connection: Connection
) -> None:
    await fallen(office.store, office.door.clock())
    for _ in range(2):
        async with reacting(database_url, office) as reactor:
            await reactor.catch_up()
        await set_back(connection)
    assert (await events_of(office, order_of(CASE)))[2:] == ["OrderRefunded"]
    opened, _ = await office.door.open(ORDER, order_of(CASE), system("test"))
    order = opened.state
    assert (order.stage, order.held_fen) == (OrderStage.REFUNDED, 0)
    assert order.refunds == (BankRefund(REFERENCE, OWED),)
