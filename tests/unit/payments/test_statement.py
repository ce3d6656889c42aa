"""The bank's statement against our books: every difference has its name, and equal books none."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.payments.statement import (
    PAYMENT,
    REFUND,
    BookDifferenceKind,
    BookedLine,
    StatementUnreadable,
    differences,
    lines_of,
)

DAY = date(2020, 3, 2)
ORDER, OTHER = UUID(int=1), UUID(int=2)
PAID = BookedLine(DAY, PAYMENT, "B-1", ORDER, 12_500)
BACK = BookedLine(DAY, REFUND, "R-1", ORDER, 12_500, "B-1")
HEADER = "day,kind,bank_reference,order,amount_fen,payment\r\n"


def kinds(bank: list[BookedLine], ours: list[BookedLine]) -> list[tuple[str, str]]:
    return [(each.bank_reference, each.kind) for each in differences(bank, ours, DAY)]


def test_equal_books_have_no_difference() -> None:
    assert kinds([PAID, BACK], [BACK, PAID]) == []
    assert kinds([], []) == []


@pytest.mark.parametrize(
    ("bank", "ours", "kind"),
    [
        ([PAID], [], BookDifferenceKind.NOT_HERE),
        ([], [PAID], BookDifferenceKind.NOT_THERE),
        ([PAID._replace(amount_fen=1)], [PAID], BookDifferenceKind.AMOUNT),
        ([PAID._replace(order=OTHER)], [PAID], BookDifferenceKind.ORDER),
        ([PAID], [PAID._replace(day=DAY - timedelta(days=1))], BookDifferenceKind.DAY),
        ([PAID, PAID], [PAID], BookDifferenceKind.TWICE),
        ([PAID._replace(kind=REFUND)], [PAID], BookDifferenceKind.NOT_HERE),
    ],
)
def test_each_difference_has_its_name(
    bank: list[BookedLine], ours: list[BookedLine], kind: BookDifferenceKind
) -> None:
    assert kinds(bank, ours) == [("B-1", kind)]


def test_all_of_them_are_named_and_not_the_first_alone() -> None:
    bank = [PAID._replace(amount_fen=1, order=OTHER)]
    ours = [PAID, BACK]
    assert kinds(bank, ours) == [
        ("B-1", BookDifferenceKind.AMOUNT),
        ("B-1", BookDifferenceKind.ORDER),
        ("R-1", BookDifferenceKind.NOT_THERE),
    ]


def test_what_we_have_booked_on_another_day_is_no_difference_of_this_one() -> None:
    assert kinds([PAID], [PAID, BACK._replace(day=DAY + timedelta(days=1))]) == []


def test_a_statement_is_read_as_it_is_written() -> None:
    paid = f"2020-03-02,payment,B-1,{ORDER},12500,\r\n"
    text = f"{HEADER}{paid}2020-03-02,refund,R-1,{ORDER},12500,B-1\r\n"
    assert lines_of(text.splitlines(keepends=True)) == [PAID, BACK]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "day,kind\n",
        f"{HEADER}2020-03-02,payment,B-1,{ORDER}\n",
        f"{HEADER}2 March,payment,B-1,{ORDER},1,\n",
        f"{HEADER}2020-03-02,gift,B-1,{ORDER},1,\n",
        f"{HEADER}2020-03-02,payment,,{ORDER},1,\n",
        f"{HEADER}2020-03-02,payment,B-1,{ORDER},0,\n",
        f"{HEADER}2020-03-02,payment,B-1,nobody,1,\n",
        f"{HEADER}2020-03-02,payment,B-1,{ORDER},1.5,\n",
    ],
)
def test_what_is_no_statement_says_where(text: str) -> None:
    with pytest.raises(StatementUnreadable, match=r"line [12]:"):
        lines_of(text.splitlines(keepends=True))
