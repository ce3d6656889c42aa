"""Our own books of a day, read from the events: for the bank's statement, and for the treasury."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from domain.calendar import local_day
from domain.case.delivery.events import ParcelDelivered, PickedUp
from domain.choice import Choice
from domain.message import Event
from domain.orders.events import (
    OrderPaid,
    OrderRefunded,
    RefundCompleted,
    UnduePaymentReceived,
)
from domain.payments.statement import PAYMENT, REFUND, BookedLine
from domain.recorded_event import RecordedEvent
from domain.services.choices import PaymentMethod

TOPICS: Final = frozenset(
    each.__name__
    for each in (
        OrderPaid,
        UnduePaymentReceived,
        OrderRefunded,
        RefundCompleted,
        ParcelDelivered,
        PickedUp,
    )
)
"""The events that tell of money that has come in or gone back."""


class TakingsKind(Choice):
    """How money came in, or that it went back."""

    ONLINE = "online", "网上缴费", "paid online"
    WINDOW = "window", "窗口收费", "paid at a window"
    BY_POST = "by_post", "邮政代收", "collected by the post"
    BACK = "back", "退还", "given back"


@dataclass(frozen=True)
class Takings:
    """What an office took on a day, in fen, by the way it came. ``back`` is taken off."""

    office: str
    sums: Mapping[TakingsKind, int]

    @property
    def net_fen(self) -> int:
        came = sum(fen for kind, fen in self.sums.items() if kind is not TakingsKind.BACK)
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


def takings(history: Iterable[RecordedEvent], day: date) -> Sequence[Takings]:
    """What each office took on a day of its own calendar, as it was recorded on that day."""
    sums: dict[str, dict[TakingsKind, int]] = {}
    for recorded in history:
        found = _taken(recorded.event)
        if found is not None and found[1] and local_day(recorded.at) == day:
            kind, fen = found
            of = sums.setdefault(recorded.envelope.office, {})
            of[kind] = of.get(kind, 0) + fen
    return [Takings(office, sums[office]) for office in sorted(sums)]


def _taken(event: Event) -> tuple[TakingsKind, int] | None:
    """What goes back counts when it is ordered: from then on the office does not hold it."""
    match event:
        case OrderPaid(method=PaymentMethod.WINDOW):
            return TakingsKind.WINDOW, event.amount_fen
        case OrderPaid() | UnduePaymentReceived():
            return TakingsKind.ONLINE, event.amount_fen
        case OrderRefunded():
            return TakingsKind.BACK, event.amount_fen
        case ParcelDelivered():
            return TakingsKind.BY_POST, event.collected_fen
        case PickedUp():
            return TakingsKind.WINDOW, event.collected_fen
    return None
