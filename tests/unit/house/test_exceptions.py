"""Where a checker is told to look away. That each says for which rule is checked by ruff."""

from typing import Final

from tests.kit.tree import PRODUCT, modules, text

MARK: Final = "type: " + "ignore["
LEFT: Final = 8
"""Whoever mends one lowers the number, and nobody raises it."""


def test_the_checker_of_types_is_told_to_look_away_ever_less_often() -> None:
    assert sum(text(path).count(MARK) for path in modules(*PRODUCT)) == LEFT


def test_the_checker_of_types_looks_at_every_line_of_the_tests() -> None:
    assert [path for path in modules("tests") if MARK in text(path)] == []
