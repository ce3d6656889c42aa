"""Durations as fixed log-spaced buckets, which can be added up and rebuilt exactly.

Bucket ``n`` holds what is longer than bound ``n - 1`` and not longer than bound
``n``. The bounds grow by a half power of two from one minute to about four years,
so a quantile read off them is wrong by at most 41 %, and half of that on average.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

BOUNDS_S: Final = tuple(round(60 * 2 ** (step / 2)) for step in range(43))
"""Upper bounds in whole seconds, so that a rebuild meets the same bucket."""


_ALL_BUT_THE_LAST: Final = BOUNDS_S[:-1]


def bucket(seconds: float) -> int:
    """Negative durations, from clocks that were set back, count as the shortest."""
    return bisect_left(_ALL_BUT_THE_LAST, seconds)


def quantile(counts: Mapping[int, int], q: float) -> timedelta | None:
    """The duration below which the share ``q`` lies, interpolated within its bucket."""
    total = sum(counts.values())
    if not total:
        return None
    wanted, seen = q * total, 0
    for step in sorted(counts):
        if seen + counts[step] >= wanted:
            low = BOUNDS_S[step - 1] if step else 0
            share = (wanted - seen) / counts[step]
            return timedelta(seconds=low + (BOUNDS_S[step] - low) * share)
        seen += counts[step]
    return timedelta(seconds=BOUNDS_S[-1])


class MeasuredIn(StrEnum):
    """What a duration is measured in: hours of the office, or hours of the wall clock."""

    WORKING = "working_hours"
    ELAPSED = "elapsed_hours"


@dataclass(frozen=True, slots=True)
class Duration:
    """One histogram. ``measures`` are the names of its buckets among the figures."""

    name: str
    hours: MeasuredIn
    measures: Sequence[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        names = tuple(f"{self.name}:{step}" for step in range(len(BOUNDS_S)))
        object.__setattr__(self, "measures", names)

    def of(self, seconds: float) -> str:
        """The name of the bucket that so long a time counts in."""
        return self.measures[bucket(seconds)]

    def between(self, start: datetime, end: datetime) -> str:
        """The same in elapsed time."""
        return self.of((end - start).total_seconds())


HANDLE: Final = Duration("handle", MeasuredIn.WORKING)
PRODUCTION: Final = Duration("production", MeasuredIn.ELAPSED)
HANDOVER: Final = Duration("handover", MeasuredIn.ELAPSED)
TRANSIT: Final = Duration("transit", MeasuredIn.ELAPSED)
TURNAROUND: Final = Duration("turnaround", MeasuredIn.ELAPSED)
GREEN_TIME: Final = Duration("green_time", MeasuredIn.ELAPSED)
