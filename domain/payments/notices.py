"""What a bank tells in a callback, and the command to the order that follows from it.

The names and fields are the bank's contract with us. Standard Webhooks asks for ``type``,
``timestamp`` and ``data``. Money is in fen, days are those of the bank's books.
"""

from datetime import date, datetime
from typing import Annotated, Final, NamedTuple
from uuid import UUID

import msgspec

from domain.orders.commands import CompleteRefund, FailRefund, OrderCommand, PayOrder
from domain.orders.refund import BankReference, RefundFailure

_Fen = Annotated[int, msgspec.Meta(ge=1, le=1_000_000)]


class Paid(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody has paid for an order."""

    order: UUID
    bank_reference: BankReference
    amount_fen: _Fen
    booked_on: date


class Refunded(msgspec.Struct, frozen=True, kw_only=True):
    """The bank has given a payment back. ``payment`` is its reference."""

    order: UUID
    payment: BankReference
    bank_reference: BankReference
    amount_fen: _Fen
    booked_on: date


class NotRefunded(msgspec.Struct, frozen=True, kw_only=True):
    """The bank could not give a payment back."""

    order: UUID
    payment: BankReference
    reason: RefundFailure


class PaymentCompleted(msgspec.Struct, frozen=True, kw_only=True, tag="payment.completed"):
    timestamp: datetime
    data: Paid


class RefundWentThrough(msgspec.Struct, frozen=True, kw_only=True, tag="refund.completed"):
    timestamp: datetime
    data: Refunded


class RefundFellThrough(msgspec.Struct, frozen=True, kw_only=True, tag="refund.failed"):
    timestamp: datetime
    data: NotRefunded


Notice = PaymentCompleted | RefundWentThrough | RefundFellThrough
_DECODER: Final[msgspec.json.Decoder[Notice]] = msgspec.json.Decoder(Notice)


class NoticeUnreadable(Exception):
    """The bank tells something that is not in its contract."""


class ForOrder(NamedTuple):
    """A command to an order."""

    order: UUID
    command: OrderCommand


def encoded(notice: Notice) -> bytes:
    """The body of a callback."""
    return msgspec.json.encode(notice)


def told(body: bytes, today: date) -> ForOrder:
    """The command that follows. A bank whose day has begun earlier than ours has booked today.

    Raises :class:`NoticeUnreadable`.
    """
    try:
        notice = _DECODER.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        raise NoticeUnreadable from None
    match notice:
        case PaymentCompleted(data=paid):
            return ForOrder(paid.order, payment_of(paid, today))
        case RefundWentThrough(data=back):
            command: OrderCommand = CompleteRefund(
                payment=back.payment,
                amount_fen=back.amount_fen,
                bank_reference=back.bank_reference,
                refunded_on=min(back.booked_on, today),
            )
            return ForOrder(back.order, command)
        case RefundFellThrough(data=failed):
            return ForOrder(failed.order, FailRefund(payment=failed.payment, reason=failed.reason))


def payment_of(paid: Paid, today: date) -> PayOrder:
    return PayOrder(
        amount_fen=paid.amount_fen,
        bank_reference=paid.bank_reference,
        paid_on=min(paid.booked_on, today),
    )
