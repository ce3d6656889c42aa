"""A line of a table of figures: the sums of what happened, and of what is in hand."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from projections.throughput.durations import Duration
from projections.throughput.plain import IN_HAND

BEFORE: Final = "in_hand_before"
"""What was in hand when the period began."""


@dataclass(slots=True)
class Line:
    """One group: its key by dimension, and its sums by name."""

    key: dict[str, Any]
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, name: str, value: int) -> None:
        self.counts[name] += value

    def sum(self, names: Iterable[str]) -> int:
        return sum(self.counts.get(name, 0) for name in names)

    def by_kind(self, measure: str) -> dict[str, int]:
        """The sums of ``MEASURE:KIND`` by kind, without those that are zero and the whole."""
        found = ((name.partition(":"), value) for name, value in sorted(self.counts.items()))
        return {
            kind: value for (name, of, kind), value in found if of and name == measure and value
        }

    def histogram(self, duration: Duration) -> dict[int, int]:
        """How many lie in each bucket."""
        found = ((step, self.counts.get(name, 0)) for step, name in enumerate(duration.measures))
        return {step: count for step, count in found if count}

    @property
    def in_hand(self) -> int:
        """What is in hand at the end of the period."""
        return self.sum((BEFORE, IN_HAND))


def summed(lines: Iterable[Line], by: Sequence[str]) -> dict[tuple[Any, ...], Line]:
    """The same figures with fewer dimensions.

    All tables of a page are sums of one answer of the database, so that they agree.
    """
    sums: dict[tuple[Any, ...], Line] = {}
    for line in lines:
        key = tuple(line.key[dimension] for dimension in by)
        total = sums.setdefault(key, Line(dict(zip(by, key, strict=True))))
        for name, value in line.counts.items():
            total.add(name, value)
    return sums
