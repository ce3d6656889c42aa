"""A line of a table of figures: sums of what happened, and what follows from them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from projections.throughput import measures
from projections.throughput.durations import (
    GREEN_TIME,
    HANDLE,
    HANDOVER,
    PRODUCTION,
    TRANSIT,
    TURNAROUND,
    quantile,
)
from projections.throughput.plain import ACCEPTED_ON_TIME, DECIDED_ON_TIME, HELD, SUBMITTED

DURATIONS: Final = {
    each.name: each for each in (HANDLE, PRODUCTION, HANDOVER, TRANSIT, TURNAROUND, GREEN_TIME)
}
RATES: Final[Mapping[str, tuple[str, str]]] = {
    "accept_on_time": (ACCEPTED_ON_TIME, measures.ACCEPTED),
    "on_time_rate": (DECIDED_ON_TIME, measures.DECIDED),
    "correction_rate": (measures.SUBMITTED_CORRECTED, SUBMITTED),
    "one_notice_rate": (measures.CORRECTED_ONCE, measures.CORRECTED),
    "refusal_rate": (measures.DECIDED_AGAINST, measures.DECIDED),
    "delivery_rate": (measures.DELIVERED_FIRST_POST, measures.HANDED_OVER),
    "return_rate": (measures.RETURNED_FIRST_POST, measures.HANDED_OVER),
    "repost_rate": (measures.REPOSTED, measures.RETURNED),
}
"""Each rate as a part and its whole."""
PENDING: Final[Mapping[str, str]] = {
    "correction_rate": measures.SUBMITTED_PENDING,
    "one_notice_rate": measures.CORRECTED_PENDING,
    "delivery_rate": measures.HANDED_OVER_PENDING,
    "return_rate": measures.HANDED_OVER_PENDING,
    "repost_rate": measures.RETURNED_PENDING,
}
"""Rates of those who began on a day, each with the measure of what is not known yet."""


@dataclass(slots=True)
class Line:
    """One group: its key by dimension, counts by name, histograms by name."""

    key: dict[str, Any]
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    histograms: dict[str, dict[int, int]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(int))
    )
    late: int = 0

    def add(self, measure: str, value: int) -> None:
        """Adds a value. ``measure`` is a plain name, or that of a bucket of a duration."""
        name, _, bucket = measure.partition(":")
        if name in DURATIONS:
            self.histograms[name][int(bucket)] += value
        else:
            self.counts[measure] += value

    @property
    def waiting(self) -> int:
        """How many of the cases that were submitted in the period are in hand at present."""
        return self.counts.get(measures.WAITING, 0)

    @property
    def stages(self) -> dict[str, int]:
        """The cases in hand by stage at the end of a period that begins with the first day."""
        found = {stage: self.counts.get(name, 0) for stage, name in HELD.items()}
        return {stage: count for stage, count in found.items() if count}

    def share(self, rate: str) -> float | None:
        """One of ``RATES``. None means that there is nothing to take a part of."""
        part, whole = RATES[rate]
        return self.counts.get(part, 0) / self.counts[whole] if self.counts.get(whole) else None

    def is_open(self, rate: str) -> bool:
        """Whether the rate may still change, because some of its cases have not ended."""
        return rate in PENDING and self.counts.get(PENDING[rate], 0) > 0

    def duration(self, name: str, q: float) -> timedelta | None:
        """A quantile of one of ``DURATIONS``."""
        return quantile(self.histograms.get(name, {}), q)


def summed(lines: Iterable[Line], by: Sequence[str]) -> dict[tuple[Any, ...], Line]:
    """The same figures with fewer dimensions.

    All tables of a page are sums of one answer of the database, so that they agree.
    """
    sums: dict[tuple[Any, ...], Line] = {}
    for line in lines:
        key = tuple(line.key[dimension] for dimension in by)
        total = sums.setdefault(key, Line(dict(zip(by, key, strict=True))))
        total.late += line.late
        for measure, value in line.counts.items():
            total.counts[measure] += value
        for name, histogram in line.histograms.items():
            for bucket, value in histogram.items():
                total.histograms[name][bucket] += value
    return sums
