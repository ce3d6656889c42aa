"""The scale of an axis, and how wide words are on it. Lengths are in units of the drawing."""

import math
import unicodedata
from collections.abc import Iterable
from typing import Final

from babel.numbers import format_decimal

TEXT: Final = 13
"""The size of the letters; ``charts.css`` says the same."""

_STEPS: Final = (1, 2, 2.5, 5, 10)
_LINES: Final = 4
_WIDE: Final = frozenset("WF")


def ticks(values: Iterable[float]) -> list[float]:
    """Round figures from zero up to the greatest of ``values`` or just above it."""
    most = max(values, default=0)
    if most <= 0:
        return [0, 1]
    rough = most / _LINES
    power = 10 ** math.floor(math.log10(rough))
    step = next(s * power for s in _STEPS if s * power >= rough * 0.999)
    if most >= 1:
        step = max(step, 1) if most <= _LINES else step
    return [round(step * n, 6) for n in range(math.ceil(most / step - 1e-9) + 1)]


def figure(value: float) -> str:
    """A figure as it is written on an axis or a bar."""
    return format_decimal(value, "#,##0.##", locale="en")


def written(value: float | None) -> str:
    """A figure in the table of a chart."""
    return "—" if value is None else figure(value)


def length(text: str) -> float:
    """About as long as the text is drawn. A Chinese character is as wide as it is high."""
    wide = sum(unicodedata.east_asian_width(letter) in _WIDE for letter in text)
    return TEXT * (wide + 0.58 * (len(text) - wide))


def fitting(text: str, room: float) -> str:
    """The text, or as much of its beginning as has room. The table of a chart has it whole."""
    if length(text) <= room:
        return text
    while text and length(f"{text}…") > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def every(labels: Iterable[str], room: float) -> int:
    """So many labels apart must those be that are written, if each has ``room`` of its own."""
    longest = max((length(label) for label in labels), default=0)
    return max(1, math.ceil((longest + TEXT) / room))
