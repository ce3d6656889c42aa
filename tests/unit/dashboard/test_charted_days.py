"""A curve has enough days to be one, and not so many that no day can be seen."""

from datetime import date

import pytest

from api.pages.dashboard.charted import charted_days
from api.pages.kit.period import Period
from projections.throughput.spans import DayRange

END = date(2020, 6, 30)


@pytest.mark.parametrize(
    ("name", "first", "drawn_from"),
    [
        ("since", date(2020, 2, 3), date(2020, 6, 1)),
        ("today", END, date(2020, 6, 1)),
        ("custom", END, date(2020, 6, 1)),
        ("custom", date(2020, 6, 24), date(2020, 6, 24)),
        ("custom", date(2020, 3, 31), date(2020, 3, 31)),
        ("custom", date(2019, 1, 1), date(2020, 3, 31)),
    ],
)
def test_the_days_that_are_drawn(name: str, first: date, drawn_from: date) -> None:
    assert charted_days(Period(name, first, END)) == DayRange(drawn_from, END)
