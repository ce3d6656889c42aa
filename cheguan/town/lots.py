"""Lots that are drawn by weight, again and again."""

from collections.abc import Hashable, Mapping
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Lots(Generic[T]):
    """The weights are summed up once, because drawing from a list does it each time."""

    def __init__(self, weights: Mapping[T, float]) -> None:
        self._lots = list(weights)
        self._sums = list(accumulate(weights.values()))

    def drawn(self, draw: Random) -> T:
        return draw.choices(self._lots, cum_weights=self._sums)[0]
