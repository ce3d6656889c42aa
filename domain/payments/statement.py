"""The daily statement of the bank, and how it is compared with our books (ADR 84).

A line is a payment or a refund that the bank has booked on the day. Ours are those of which the
events of orders tell, by the same references and the same day. Every difference has a name.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple
from uuid import UUID

from domain.choice import Choice

PAYMENT: Final = "payment"
REFUND: Final = "refund"
HEADER: Final = ("day", "kind", "bank_reference", "order", "amount_fen", "payment")
"""The columns. ``payment`` is the reference of the payment that a refund gives back."""


class StatementUnreadable(Exception):
    """The file is no statement of this bank. The message says where."""


class BookedLine(NamedTuple):
    """One payment or refund, in the bank's books or in ours. Money is in fen."""

    day: date
    kind: str
    bank_reference: str
    order: UUID
    amount_fen: int
    payment: str = ""


class BookDifferenceKind(Choice):
    """How the bank's books and ours can differ."""

    NOT_HERE = "not_here", "银行已记账，我方未登记", "the bank has it, and we do not"
    NOT_THERE = "not_there", "我方已登记，银行对账单没有", "we have it, and the bank does not"
    AMOUNT = "amount", "金额不一致", "the sums differ"
    ORDER = "order", "缴费单不一致", "it is booked for another order"
    DAY = "day", "记账日期不一致", "it is booked on another day"
    TWICE = "twice", "流水号重复", "the reference stands there twice"


class BookDifference(NamedTuple):
    """A difference, with the line of the bank and ours, as far as there are any."""

    kind: BookDifferenceKind
    bank: BookedLine | None
    ours: BookedLine | None

    @property
    def bank_reference(self) -> str:
        line = self.bank or self.ours
        assert line is not None
        return line.bank_reference


def lines_of(text: Iterable[str]) -> Sequence[BookedLine]:
    """Reads a statement as CSV (RFC 4180). Raises :class:`StatementUnreadable`."""
    rows = csv.reader(text)
    if tuple(next(rows, ())) != HEADER:
        raise StatementUnreadable(f"line 1: the columns must be {','.join(HEADER)}")
    return [_line(number, row) for number, row in enumerate(rows, start=2)]


def _line(number: int, row: Sequence[str]) -> BookedLine:
    try:
        day, kind, reference, order, amount, payment = row
        line = BookedLine(
            date.fromisoformat(day), kind, reference, UUID(order), int(amount), payment
        )
    except ValueError:
        raise StatementUnreadable(f"line {number}: {len(row)} columns or a wrong value") from None
    if kind not in (PAYMENT, REFUND) or not reference or line.amount_fen <= 0:
        raise StatementUnreadable(f"line {number}: no payment and no refund")
    return line


def differences(
    bank: Sequence[BookedLine], ours: Sequence[BookedLine], day: date
) -> Sequence[BookDifference]:
    """Every difference about a day, in the order of the references.

    ``ours`` may hold other days too: what the bank has booked on the day and we on another is a
    difference of the day, and not one of either side.
    """
    known = {line.bank_reference: line for line in ours}
    told = {line.bank_reference: line for line in bank}
    found = [*_repeated(bank), *_of_the_bank(told, known)]
    missing = [line for line in ours if line.day == day and line.bank_reference not in told]
    found += [BookDifference(BookDifferenceKind.NOT_THERE, None, line) for line in missing]
    return sorted(found, key=lambda each: (each.bank_reference, each.kind))


def _repeated(bank: Sequence[BookedLine]) -> Iterator[BookDifference]:
    counted = Counter(line.bank_reference for line in bank)
    last = {line.bank_reference: line for line in bank}
    for reference, times in counted.items():
        if times > 1:
            yield BookDifference(BookDifferenceKind.TWICE, last[reference], None)


def _of_the_bank(
    told: dict[str, BookedLine], known: dict[str, BookedLine]
) -> Iterator[BookDifference]:
    for reference, line in told.items():
        own = known.get(reference)
        if own is None or own.kind != line.kind:
            yield BookDifference(BookDifferenceKind.NOT_HERE, line, None)
            continue
        for kind, differs in (
            (BookDifferenceKind.AMOUNT, own.amount_fen != line.amount_fen),
            (BookDifferenceKind.ORDER, own.order != line.order),
            (BookDifferenceKind.DAY, own.day != line.day),
        ):
            if differs:
                yield BookDifference(kind, line, own)
