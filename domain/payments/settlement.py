"""The statement by which the post pays over what it has collected at doors (ADR 91).

A statement has a number, and a line an item. It is about the days from the first on which any of
them was collected to the last. Every difference from our books has a name.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple
from uuid import UUID

from domain.choice import Choice
from domain.identifiers import postal_item
from domain.identifiers.invalid import InvalidIdentifier
from domain.payments.statement import StatementUnreadable

SETTLEMENT_HEADER: Final = (
    "statement_no",
    "settled_on",
    "collected_on",
    "item_no",
    "amount_fen",
)


class SettledLine(NamedTuple):
    """What the post says that it has collected with an item, and pays over. Money is in fen."""

    statement_no: str
    settled_on: date
    collected_on: date
    item_no: str
    amount_fen: int


class CollectedSum(NamedTuple):
    """What it has collected by our books, and the statement in which it stood, if it did."""

    stream: UUID
    item_no: str
    office: str
    collected_on: date
    amount_fen: int
    statement_no: str = ""


class SettlementDifferenceKind(Choice):
    """How the statement of the post and our books can differ."""

    NOT_HERE = "not_here", "邮政已结付，我方无代收记录", "the post pays it, and we know of nothing"
    NOT_THERE = "not_there", "邮政已代收，结算单没有", "the post has collected it, and does not pay"
    AMOUNT = "amount", "金额不一致", "the sums differ"
    DAY = "day", "代收日期不一致", "it was collected on another day"
    TWICE = "twice", "邮件号码重复", "the item stands there twice"
    PAID_BEFORE = "paid_before", "已在其他结算单中结付", "it was paid by another statement"


class SettlementDifference(NamedTuple):
    """A difference, with the line of the post and our sum, as far as there are any."""

    kind: SettlementDifferenceKind
    line: SettledLine | None
    ours: CollectedSum | None

    @property
    def item_no(self) -> str:
        found = self.line or self.ours
        assert found is not None
        return found.item_no


class ComparedStatement(NamedTuple):
    """``agreed`` are the lines whose money is that of a sum of ours, whatever day they name."""

    agreed: Sequence[tuple[SettledLine, CollectedSum]]
    differences: Sequence[SettlementDifference]


def settled_lines_of(text: Iterable[str]) -> Sequence[SettledLine]:
    """Reads one statement as CSV (RFC 4180). Raises :class:`StatementUnreadable`."""
    rows = csv.reader(text)
    if tuple(next(rows, ())) != SETTLEMENT_HEADER:
        raise StatementUnreadable(f"line 1: the columns must be {','.join(SETTLEMENT_HEADER)}")
    lines = [_line(number, row) for number, row in enumerate(rows, start=2)]
    if len({(line.statement_no, line.settled_on) for line in lines}) != 1:
        raise StatementUnreadable("it must be one statement, with one number and one day")
    return lines


def _line(number: int, row: Sequence[str]) -> SettledLine:
    try:
        statement_no, settled_on, collected_on, item_no, amount = row
        line = SettledLine(
            statement_no,
            date.fromisoformat(settled_on),
            date.fromisoformat(collected_on),
            postal_item.parse(item_no).text,
            int(amount),
        )
    except (ValueError, InvalidIdentifier):
        raise StatementUnreadable(f"line {number}: {len(row)} columns or a wrong value") from None
    if not statement_no or line.amount_fen <= 0 or line.settled_on < line.collected_on:
        raise StatementUnreadable(f"line {number}: no money that was paid over")
    return line


def compared(lines: Sequence[SettledLine], ours: Iterable[CollectedSum]) -> ComparedStatement:
    """Compares one statement with all our books, by the numbers of the items."""
    books = list(ours)
    first = min(line.collected_on for line in lines)
    last = max(line.collected_on for line in lines)
    counted = Counter(line.item_no for line in lines)
    told = {line.item_no: line for line in lines}
    known = {item_no: _nearest(books, line) for item_no, line in told.items()}
    agreed: list[tuple[SettledLine, CollectedSum]] = []
    found: list[SettlementDifference] = []
    for item_no, line in told.items():
        if counted[item_no] > 1:
            found.append(SettlementDifference(SettlementDifferenceKind.TWICE, line, None))
            continue
        own = known[item_no]
        kinds = list(_kinds(line, own))
        found += [SettlementDifference(kind, line, own) for kind in kinds]
        if own is not None and not set(kinds) - {SettlementDifferenceKind.DAY}:
            agreed.append((line, own))
    found += [
        SettlementDifference(SettlementDifferenceKind.NOT_THERE, None, each)
        for each in books
        if first <= each.collected_on <= last
        and not each.statement_no
        and not _is_told(each, known)
    ]
    return ComparedStatement(agreed, sorted(found, key=lambda each: (each.item_no, each.kind)))


def _nearest(books: Sequence[CollectedSum], line: SettledLine) -> CollectedSum | None:
    """An item number is used again after two years, so the nearest day is meant."""
    same = [each for each in books if each.item_no == line.item_no]
    return min(same, key=lambda each: abs(each.collected_on - line.collected_on), default=None)


def _is_told(own: CollectedSum, known: Mapping[str, CollectedSum | None]) -> bool:
    meant = known.get(own.item_no)
    return meant is not None and meant.stream == own.stream


def _kinds(line: SettledLine, own: CollectedSum | None) -> Iterable[SettlementDifferenceKind]:
    if own is None:
        yield SettlementDifferenceKind.NOT_HERE
        return
    if own.amount_fen != line.amount_fen:
        yield SettlementDifferenceKind.AMOUNT
    if own.collected_on != line.collected_on:
        yield SettlementDifferenceKind.DAY
    if own.statement_no not in ("", line.statement_no):
        yield SettlementDifferenceKind.PAID_BEFORE
