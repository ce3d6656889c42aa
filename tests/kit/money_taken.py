"""What people have paid at the windows of an office, in tills of every kind."""

from datetime import date, timedelta
from typing import Final
from uuid import UUID, uuid4

from api.desk import Desk
from domain.collections.events import CollectionBooked
from domain.collections.state import collection_of
from domain.event_store.pending import Appended, Pending, StreamWrite
from domain.event_store.store import PostgresEventStore
from domain.message import Event
from domain.orders.events import OrderPaid
from domain.orders.state import order_of
from domain.people import Actor, Role
from domain.recorded_event import Envelope
from domain.services.choices import PaymentMethod
from domain.tills.cause import DifferenceCause
from domain.tills.events import TakingBooked, TillClosed, TillCounted, TillEvent
from domain.tills.state import till_of

_OFFICE: Final = "410100"
_CASE: Final = UUID("0170a3c5-8c00-7000-8000-000000000001")
_ITEM: Final = "EE000000014CN"


async def money_taken(desk: Desk) -> None:
    """One till of today is to be counted, one to be closed, one is closed, and one of yesterday
    was forgotten.
    """
    today = desk.today
    yesterday = today - timedelta(days=1)
    short = TillCounted(
        officer="window-2",
        cash_fen=59_50,
        card_fen=0,
        booked_cash_fen=60_00,
        booked_card_fen=0,
        cause=DifferenceCause.CHANGE,
    )
    equal = TillCounted(
        officer="window-3", cash_fen=10_00, card_fen=0, booked_cash_fen=10_00, booked_card_fen=0
    )
    closed = TillClosed(
        officer="window-3",
        closed_by="demo-supervisor",
        cash_fen=10_00,
        card_fen=0,
        cash_difference_fen=0,
        card_difference_fen=0,
    )
    writes: tuple[StreamWrite, ...] = (
        _till(
            desk,
            today,
            _taken("demo-clerk", today, 125_00),
            _taken("demo-clerk", today, 105_00, by_card=True),
        ),
        _till(desk, today, _taken("window-2", today, 60_00), short),
        _till(desk, today, _taken("window-3", today, 10_00), equal, closed),
        _till(desk, yesterday, _taken("window-2", yesterday, 125_00)),
    )
    paid = OrderPaid(case=_CASE, amount_fen=125_00, bank_reference="B20200601-000001")
    booked = CollectionBooked(
        item_no=_ITEM, case=_CASE, office=_OFFICE, amount_fen=125_00, collected_on=today
    )
    over_counters = ((125_00, False), (105_00, True), (60_00, False), (10_00, False))
    writes += tuple(
        _stream(
            desk,
            order_of(UUID(int=number)),
            "clerk",
            OrderPaid(
                case=UUID(int=number),
                amount_fen=amount_fen,
                method=PaymentMethod.WINDOW,
                by_card=by_card,
            ),
        )
        for number, (amount_fen, by_card) in enumerate(over_counters, start=1)
    )
    writes += (
        _stream(desk, order_of(_CASE), "bank", paid),
        _stream(desk, collection_of(_CASE, _ITEM), "post", booked),
    )
    assert isinstance(desk.log, PostgresEventStore)
    answer = await desk.log.append(Pending(uuid4(), b"\0" * 32, b"{}", writes))
    assert isinstance(answer, Appended)


def _taken(officer: str, day: date, amount_fen: int, *, by_card: bool = False) -> TillEvent:
    return TakingBooked(
        officer=officer,
        office=_OFFICE,
        day=day,
        case=_CASE,
        amount_fen=amount_fen,
        by_card=by_card,
    )


def _till(desk: Desk, day: date, *events: TillEvent) -> StreamWrite:
    officer = events[0].officer
    return _stream(desk, till_of(_OFFICE, officer, day), officer, *events)


def _stream(desk: Desk, stream: UUID, who: str, *events: Event) -> StreamWrite:
    told = tuple(
        Envelope[Event](
            event=each,
            at=desk.clock(),
            by=Actor(Role.CLERK, who, _OFFICE),
            office=_OFFICE,
            channel="window",
            rules="2020-01-01",
            build="test",
            cause=UUID(int=0),
        )
        for each in events
    )
    return StreamWrite(stream, 0, told)
