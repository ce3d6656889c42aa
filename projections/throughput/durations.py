"""Durations as fixed log-spaced buckets: mergeable, exact to rebuild (design.md R6).

Bucket ``n`` holds what is longer than bound ``n - 1`` and not longer than bound
``n``. The bounds grow by a half power of two from one minute to about four years,
so a quantile read off them is wrong by at most 41 %, and half of that on average.
"""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

BOUNDS_S: Final = tuple(round(60 * 2 ** (step / 2)) for step in range(43))
"""Upper bounds in seconds, whole numbers so that a rebuild meets the same bucket."""


def bucket(duration: timedelta) -> int:
    """Negative durations, from clocks that were set back, count as the shortest."""
    return min(bisect_left(BOUNDS_S, duration.total_seconds()), len(BOUNDS_S) - 1)


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
