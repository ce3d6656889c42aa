"""Our own books of a day, read from the events: for the bank's statement, and for the treasury."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from domain.case.delivery.events import PickedUp
from domain.collections.events import CollectionBooked, CollectionSettled
from domain.message import Event
from domain.orders.events import (
    OrderPaid,
    OrderPlaced,
    OrderRefunded,
    RefundCompleted,
    UnduePaymentReceived,
)
from domain.payments.movement import INCOME, ChargeKind, TakingsKind, movement
from domain.payments.statement import PAYMENT, REFUND, BookedLine
from domain.penalties.events import FinePaid, FineRefunded, PenaltyEvent
from domain.recorded_event import RecordedEvent

TOPICS: Final = frozenset(
    each.__name__
    for each in (
        OrderPlaced,
        OrderPaid,
        UnduePaymentReceived,
        OrderRefunded,
        RefundCompleted,
        PickedUp,
        CollectionBooked,
        CollectionSettled,
        FinePaid,
        FineRefunded,
    )
)
"""The events that tell of money that has come in or gone back."""


@dataclass(frozen=True)
class Takings:
    """What an office took in some days for fees or for fines, in fen, by the way it came."""

    office: str
    charge: ChargeKind
    sums: Mapping[TakingsKind, int]

    @property
    def net_fen(self) -> int:
        """What came in, less what went back."""
        came = sum(fen for kind, fen in self.sums.items() if kind in INCOME)
        return came - self.sums.get(TakingsKind.BACK, 0)


def bank_line(stream: UUID, event: Event) -> BookedLine | None:
    """The line by which the bank should know the event. What came in cash has none."""
    match event:
        case OrderPaid() | UnduePaymentReceived() if event.bank_reference and event.paid_on:
            return BookedLine(
                event.paid_on, PAYMENT, event.bank_reference, stream, event.amount_fen
            )
        case RefundCompleted():
            return BookedLine(
                event.refunded_on,
                REFUND,
                event.bank_reference,
                stream,
                event.amount_fen,
                event.payment,
            )
    return None


def takings(history: Iterable[RecordedEvent], first: date, last: date) -> Sequence[Takings]:
    """What each office took from ``first`` to ``last``, by its own calendar, as it was recorded
    on these days.
    """
    sums: dict[tuple[str, ChargeKind], dict[TakingsKind, int]] = {}
    fines: set[UUID] = set()
    for recorded in history:
        if is_for_a_fine(recorded.event):
            fines.add(recorded.stream)
        moved = movement(recorded.envelope)
        if moved is not None and first <= moved.day <= last:
            charge = ChargeKind.FINE if recorded.stream in fines else ChargeKind.FEE
            of = sums.setdefault((moved.office, charge), {})
            of[moved.kind] = of.get(moved.kind, 0) + moved.fen
    return [Takings(*key, sums[key]) for key in sorted(sums)]


def is_for_a_fine(event: Event) -> bool:
    """Whether it says that all money of its stream is for a fine.

    The sum of a fine alone is right on one day and no other.
    """
    return isinstance(event, PenaltyEvent) or (
        isinstance(event, OrderPlaced) and event.for_day is not None
    )
