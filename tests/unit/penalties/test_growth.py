"""A page says on which days a late fine is how much, today among them, and when it has grown."""

from datetime import date, timedelta

import pytest

from api.pages.kit.penalty_sheet import growth_of
from domain.penalties.state import PenaltyOnRecord, PenaltyStage

DUE = date(2020, 2, 25)
DECISION = PenaltyOnRecord(stage=PenaltyStage.PAYABLE, fine_fen=200_00, pay_by=DUE)


def told(days_late: int) -> list[tuple[int, int, bool]]:
    today = DUE + timedelta(days=days_late)
    return [
        (each.days_late, each.owed.total_fen, each.is_today) for each in growth_of(DECISION, today)
    ]


def test_before_the_due_day_no_row_is_today() -> None:
    assert told(-5) == [
        (0, 200_00, False),
        (1, 206_00, False),
        (10, 260_00, False),
        (34, 400_00, False),
    ]
    assert not any(is_today for _, _, is_today in told(0))


def test_today_has_a_row_of_its_own() -> None:
    assert (33, 398_00, True) in told(33)
    assert (10, 260_00, True) in told(10)


@pytest.mark.parametrize("late", [34, 60])
def test_it_never_grows_beyond_the_fine(late: int) -> None:
    rows = growth_of(DECISION, DUE + timedelta(days=late))
    assert [each.days_late for each in rows if each.is_most] == [34]
    assert rows[-1].is_today
    assert rows[-1].owed.total_fen == 400_00


def test_of_what_is_paid_nothing_grows() -> None:
    paid = PenaltyOnRecord(stage=PenaltyStage.PAID, fine_fen=200_00, pay_by=DUE)
    assert list(growth_of(paid, DUE)) == []
