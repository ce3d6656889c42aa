"""What an event says of money that has come in or gone back, and by which way."""

from datetime import date
from typing import Final, NamedTuple

from domain.calendar import local_day
from domain.case.delivery.events import PickedUp
from domain.choice import Choice
from domain.collections.events import CollectionBooked, CollectionSettled
from domain.message import Event
from domain.orders.events import OrderPaid, OrderRefunded, UnduePaymentReceived
from domain.penalties.events import FinePaid, FineRefunded
from domain.people import Role
from domain.recorded_event import Envelope
from domain.services.choices import PaymentMethod


class ChargeKind(Choice):
    """For what money is taken."""

    FEE = "fee", "规费", "fees"
    FINE = "fine", "罚款", "fines"


class TakingsKind(Choice):
    """By which way money came in, or that it went back.

    ``UNDUE`` was paid at a window without being owed, and was given back over the counter.
    """

    ONLINE = "online", "网上缴费", "online"
    CASH = "cash", "窗口现金", "window, cash"
    CARD = "card", "窗口刷卡", "window, card"
    BY_POST = "by_post", "邮政代收", "collected by the post"
    AT_BANK = "at_bank", "银行柜台代收", "at a bank"
    UNDUE = "undue", "窗口误缴（当场退还）", "window, given back at once"
    BACK = "back", "退还", "given back"
    PAID_OVER = "paid_over", "邮政结付", "paid over by the post"


INCOME: Final = frozenset(TakingsKind) - {TakingsKind.BACK, TakingsKind.PAID_OVER}
"""What comes in. What the post pays over has come in before, when it was collected."""
_AT_WINDOWS: Final = frozenset({Role.CLERK, Role.SUPERVISOR})


class Movement(NamedTuple):
    """So much money of an office moved on one of its days, as it was recorded. It is in fen."""

    day: date
    office: str
    kind: TakingsKind
    fen: int


def movement(envelope: Envelope[Event]) -> Movement | None:
    """What goes back counts when it is ordered: from then on the office does not hold it."""
    found = _moved(envelope)
    if found is None or not found[1]:
        return None
    return Movement(local_day(envelope.at), envelope.office, *found)


def _moved(envelope: Envelope[Event]) -> tuple[TakingsKind, int] | None:
    match envelope.event:
        case OrderPaid(method=PaymentMethod.WINDOW) as paid:
            return _over_the_counter(by_card=paid.by_card), paid.amount_fen
        case OrderPaid() as paid:
            return TakingsKind.ONLINE, paid.amount_fen
        case UnduePaymentReceived(bank_reference="") as undue if envelope.by.role in _AT_WINDOWS:
            return TakingsKind.UNDUE, undue.amount_fen
        case UnduePaymentReceived() as undue:
            return TakingsKind.ONLINE, undue.amount_fen
        case PickedUp() as picked_up:
            return _over_the_counter(by_card=picked_up.by_card), picked_up.collected_fen
        case CollectionBooked() as collected:
            return TakingsKind.BY_POST, collected.amount_fen
        case CollectionSettled() as settled:
            return TakingsKind.PAID_OVER, settled.amount_fen
        case FinePaid(online=False) as fine:
            return TakingsKind.AT_BANK, fine.fine_fen + fine.additional_fen
        case OrderRefunded() | FineRefunded() as back:
            return TakingsKind.BACK, back.amount_fen
    return None


def _over_the_counter(*, by_card: bool) -> TakingsKind:
    return TakingsKind.CARD if by_card else TakingsKind.CASH
