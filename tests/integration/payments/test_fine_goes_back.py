"""A decision on a fine falls after it was paid: its order gives the money back, exactly once."""

from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from domain.event_store.pending import Appended, Pending, StreamWrite
from domain.event_store.transaction import Connection
from domain.message import Event
from domain.orders.events import OrderPaid, OrderPlaced
from domain.orders.order import ORDER
from domain.orders.refund import BankRefund
from domain.orders.state import OrderStage, order_of
from domain.penalties.events import FinePaid, PenaltyImposed, PenaltyRevoked, PenaltyServed
from domain.penalties.reasons import ServiceManner
from domain.penalties.state import PenaltyStage, penalty_named
from domain.people import system
from domain.recorded_event import Envelope
from tests.kit.offices import OpenOffice, open_office
from tests.kit.payment import events_of, reacting, set_back

CASE, NUMBER = UUID("0170a3c5-8c00-7000-8000-000000000001"), "4101052002100001"
OWED, REFERENCE = 260_00, "B20200306-000001"


@pytest.fixture
async def office(database_url: str) -> AsyncIterator[OpenOffice]:
    async with open_office(database_url) as opened:
        yield opened


async def fallen(office: OpenOffice) -> None:
    """Stores what a fine that was paid late, in a case, and its revocation have left behind."""
    at = office.door.clock()
    today = at.date()
    order: tuple[Event, ...] = (
        OrderPlaced(case=CASE, office="410100", amount_fen=OWED, pay_by=at, for_day=today),
        OrderPaid(case=CASE, amount_fen=OWED, paid_on=today, bank_reference=REFERENCE),
    )
    penalty: tuple[Event, ...] = (
        PenaltyImposed(decision_no=NUMBER, office="410100", fine_fen=200_00, decided_on=today),
        PenaltyServed(
            decision_no=NUMBER,
            stage=PenaltyStage.PAYABLE,
            received_on=today - timedelta(days=25),
            manner=ServiceManner.IN_PERSON,
            pay_by=today - timedelta(days=10),
        ),
        FinePaid(
            decision_no=NUMBER,
            fine_fen=200_00,
            additional_fen=60_00,
            paid_on=today,
            receipt_no="4100000001",
            online=True,
            case=CASE,
        ),
        PenaltyRevoked(decision_no=NUMBER, revoked_on=today, refund_fen=OWED, paid_in=CASE),
    )
    writes = tuple(
        StreamWrite(
            stream,
            0,
            tuple(
                Envelope[Event](
                    event=each,
                    at=at,
                    by=system("test"),
                    office="410100",
                    channel="system",
                    rules="2020-01-01",
                    build="test",
                    cause=UUID(int=0),
                )
                for each in told
            ),
        )
        for stream, told in ((order_of(CASE), order), (penalty_named(NUMBER), penalty))
    )
    answer = await office.store.append(Pending(uuid4(), b"\0" * 32, b"{}", writes))
    assert isinstance(answer, Appended)


async def test_it_goes_back_once_however_often_the_revocation_is_heard(
    database_url: str, office: OpenOffice, connection: Connection
) -> None:
    await fallen(office)
    for _ in range(2):
        async with reacting(database_url, office) as reactor:
            await reactor.catch_up()
        await set_back(connection)
    assert (await events_of(office, order_of(CASE)))[2:] == ["OrderRefunded"]
    opened, _ = await office.door.open(ORDER, order_of(CASE), system("test"))
    order = opened.state
    assert (order.stage, order.held_fen) == (OrderStage.REFUNDED, 0)
    assert order.refunds == (BankRefund(REFERENCE, OWED),)
