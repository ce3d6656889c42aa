"""A fine that was paid late in a case, and whose decision has fallen since."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from domain.event_store.pending import Appended, Pending, StreamWrite
from domain.event_store.store import PostgresEventStore
from domain.message import Event
from domain.orders.events import OrderPaid, OrderPlaced
from domain.orders.state import order_of
from domain.penalties.events import FinePaid, PenaltyImposed, PenaltyRevoked, PenaltyServed
from domain.penalties.reasons import ServiceManner
from domain.penalties.state import PenaltyStage, penalty_named
from domain.people import system
from domain.recorded_event import Envelope

CASE: Final = UUID("0170a3c5-8c00-7000-8000-000000000001")
NUMBER: Final = "4101052002100001"
OWED, REFERENCE = 260_00, "B20200306-000001"


async def fallen(store: PostgresEventStore, at: datetime) -> None:
    """Stores what a fine that was paid late, in a case, and its revocation have left behind."""
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
    answer = await store.append(Pending(uuid4(), b"\0" * 32, b"{}", writes))
    assert isinstance(answer, Appended)
