"""A number stands before its noun as English has it."""

import pytest

from domain.titles import counted


@pytest.mark.parametrize(
    ("number", "noun", "told"),
    [
        (0, "case", "0 cases"),
        (1, "case", "1 case"),
        (2, "working day", "2 working days"),
        (1, "city", "1 city"),
        (3, "city", "3 cities"),
        (12_345, "record", "12,345 records"),
    ],
)
def test_one_has_the_singular(number: int, noun: str, told: str) -> None:
    assert counted(number, noun) == told
