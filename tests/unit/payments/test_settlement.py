"""The post's statement against our books: every difference has its name, and equal books none."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.identifiers import postal_item
from domain.payments.settlement import (
    CollectedSum,
    SettledLine,
    SettlementDifferenceKind,
    compared,
    settled_lines_of,
)
from domain.payments.statement import StatementUnreadable

DAY, PAID_ON = date(2020, 3, 11), date(2020, 4, 3)
ITEM, OTHER = postal_item.make(serial=1), postal_item.make(serial=2)
LINE = SettledLine("YZ-1", PAID_ON, DAY, ITEM, 12_500)
OURS = CollectedSum(UUID(int=1), ITEM, "410100", DAY, 12_500)
HEADER = "statement_no,settled_on,collected_on,item_no,amount_fen\r\n"


def kinds(lines: list[SettledLine], ours: list[CollectedSum]) -> list[tuple[str, str]]:
    return [(each.item_no, each.kind) for each in compared(lines, ours).differences]


def test_equal_books_have_no_difference_and_all_agree() -> None:
    found = compared([LINE], [OURS])
    assert (found.agreed, found.differences) == ([(LINE, OURS)], [])


def test_what_this_statement_has_paid_agrees_when_it_is_read_again() -> None:
    assert kinds([LINE], [OURS._replace(statement_no="YZ-1")]) == []


@pytest.mark.parametrize(
    ("lines", "ours", "kind", "agrees"),
    [
        ([LINE], [], SettlementDifferenceKind.NOT_HERE, False),
        ([LINE._replace(amount_fen=1)], [OURS], SettlementDifferenceKind.AMOUNT, False),
        (
            [LINE],
            [OURS._replace(collected_on=DAY - timedelta(days=1))],
            SettlementDifferenceKind.DAY,
            True,
        ),
        ([LINE, LINE], [OURS], SettlementDifferenceKind.TWICE, False),
        (
            [LINE],
            [OURS._replace(statement_no="YZ-0")],
            SettlementDifferenceKind.PAID_BEFORE,
            False,
        ),
    ],
)
def test_each_difference_has_its_name(
    lines: list[SettledLine],
    ours: list[CollectedSum],
    kind: SettlementDifferenceKind,
    agrees: bool,
) -> None:
    assert kinds(lines, ours) == [(ITEM, kind)]
    assert bool(compared(lines, ours).agreed) is agrees


def test_what_the_post_keeps_of_the_days_of_its_statement_is_named() -> None:
    kept = OURS._replace(stream=UUID(int=2), item_no=OTHER)
    assert kinds([LINE], [OURS, kept]) == [(OTHER, SettlementDifferenceKind.NOT_THERE)]
    later = kept._replace(collected_on=DAY + timedelta(days=1))
    assert kinds([LINE], [OURS, later, kept._replace(statement_no="YZ-0")]) == []


def test_a_number_that_is_used_again_means_the_nearest_day() -> None:
    before = OURS._replace(stream=UUID(int=2), collected_on=DAY - timedelta(days=740))
    assert compared([LINE], [before, OURS]).agreed == [(LINE, OURS)]


def test_a_statement_is_read_as_it_was_written() -> None:
    assert settled_lines_of([HEADER, f"YZ-1,{PAID_ON},{DAY},{ITEM},12500\r\n"]) == [LINE]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "statement_no,settled_on\r\n",
        HEADER,
        f"{HEADER}YZ-1,{PAID_ON},{DAY},{ITEM}\r\n",
        f"{HEADER}YZ-1,{PAID_ON},{DAY},EE000000011CN,12500\r\n",
        f"{HEADER}YZ-1,{DAY},{PAID_ON},{ITEM},12500\r\n",
        f"{HEADER}YZ-1,{PAID_ON},{DAY},{ITEM},-1\r\n",
        f"{HEADER}YZ-1,{PAID_ON},{DAY},{ITEM},1\r\nYZ-2,{PAID_ON},{DAY},{OTHER},1\r\n",
    ],
)
def test_what_is_no_statement_is_not_guessed_at(text: str) -> None:
    with pytest.raises(StatementUnreadable):
        settled_lines_of(text.splitlines(keepends=True))
