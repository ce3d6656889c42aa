"""The axes of a plot: where a value stands, and which values are written beside it."""

from collections.abc import Iterable
from math import ceil, floor, log10
from typing import NamedTuple


class Scale(NamedTuple):
    """An axis from ``low``, at the pixel ``start``, to ``high``, at the pixel ``end``."""

    low: float
    high: float
    start: float
    end: float
    logarithmic: bool

    def at(self, value: float) -> float:
        """The place of a value. What lies below a logarithmic axis stands at its end."""
        low, high = self.low, self.high
        if self.logarithmic:
            low, high, value = log10(low), log10(high), log10(max(value, low))
        return self.start + (value - low) / (high - low) * (self.end - self.start)


def linear(values: Iterable[float], start: float, end: float) -> Scale:
    """An axis from 0 to a round number above all values."""
    step = _step(max(values, default=0.0))
    return Scale(0.0, step * max(1, ceil(max(values, default=0.0) / step)), start, end, False)


def decades(values: Iterable[float], start: float, end: float) -> Scale:
    """A logarithmic axis of whole powers of ten around all values above 0."""
    above = [value for value in values if value > 0] or [1.0]
    low = 10.0 ** floor(log10(min(above)))
    return Scale(low, max(10.0 ** ceil(log10(max(above))), low * 10), start, end, True)


def ticks(scale: Scale) -> list[float]:
    """The values that are written beside the axis."""
    if scale.logarithmic:
        return [
            scale.low * 10.0**power for power in range(round(log10(scale.high / scale.low)) + 1)
        ]
    step = _step(scale.high)
    return [step * number for number in range(round(scale.high / step) + 1)]


def _step(highest: float) -> float:
    """A step that goes four to ten times into the highest value: 1, 2 or 5 times a power of ten."""
    if highest <= 0:
        return 1.0
    power = 10.0 ** floor(log10(highest / 4))
    return max(times * power for times in (1, 2, 5) if times * power <= highest / 4)
