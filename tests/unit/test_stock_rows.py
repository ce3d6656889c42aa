"""A wall screen has room for few lines, and they still add up."""

from api.pages.dashboard.stock_rows import StockRow, busiest


def row(code: str, in_hand: int, late: int = 0) -> StockRow:
    return StockRow(code, code, in_hand, late, [in_hand - late, late])


ROWS = [row("a", 0), row("b", 7, 1), row("c", 2, 2), row("d", 9), row("e", 1)]


def test_the_busiest_keep_their_order_and_the_others_stand_together() -> None:
    kept = busiest(ROWS, 3, "others")
    assert [each.title for each in kept] == ["b", "d", "others"]
    assert kept[-1] == StockRow("", "others", 3, 2, [1, 2], late_bar=66.7)


def test_what_was_in_hand_and_late_is_the_same_altogether() -> None:
    kept = busiest(ROWS, 3, "others")
    assert sum(each.in_hand for each in kept) == sum(each.in_hand for each in ROWS)
    assert sum(each.late for each in kept) == sum(each.late for each in ROWS)


def test_rows_that_fit_stay_as_they_are() -> None:
    assert busiest(ROWS, 5, "others") == ROWS
