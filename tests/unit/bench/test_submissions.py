"""The submissions of a run are all different."""

import pytest

from cheguan.bench.day import DAY, bench_clock
from cheguan.bench.submissions import MOST, key, row
from domain.calendar import local_day


def test_no_number_stands_in_two_rows() -> None:
    rows = [row(number) for number in range(5000)]
    for column in zip(*rows, strict=True):
        assert len(set(column)) == len(rows)
    assert len({key(number) for number in range(5000)}) == 5000


@pytest.mark.parametrize("number", [-1, MOST])
def test_there_is_no_row_beyond_the_last_plate(number: int) -> None:
    with pytest.raises(ValueError, match="no numbers left"):
        row(number)


def test_the_clock_of_a_run_begins_on_its_day() -> None:
    assert local_day(bench_clock()()) == DAY
