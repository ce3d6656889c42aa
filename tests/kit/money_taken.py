"""What people have paid at the windows of an office, in tills of every kind."""

from datetime import date, timedelta
from typing import Final
from uuid import UUID, uuid4

from api.desk import Desk
from domain.event_store.pending import Appended, Pending, StreamWrite
from domain.event_store.store import PostgresEventStore
from domain.people import Actor, Role
from domain.recorded_event import Envelope
from domain.tills.cause import DifferenceCause
from domain.tills.events import TakingBooked, TillClosed, TillCounted, TillEvent
from domain.tills.state import till_of

_OFFICE: Final = "410100"
_CASE: Final = UUID("0170a3c5-8c00-7000-8000-000000000001")


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
    writes = (
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
    told = tuple(
        Envelope[TillEvent](
            event=each,
            at=desk.clock(),
            by=Actor(Role.CLERK, officer, _OFFICE),
            office=_OFFICE,
            channel="window",
            rules="2020-01-01",
            build="test",
            cause=UUID(int=0),
        )
        for each in events
    )
    return StreamWrite(till_of(_OFFICE, officer, day), 0, told)
