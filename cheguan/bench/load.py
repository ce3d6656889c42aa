"""What loads a server for a while, and what it has seen."""

from collections.abc import Sequence
from statistics import median
from typing import Protocol

import msgspec

from cheguan.bench.peers import Peer
from cheguan.bench.report import Series, percentile


class Window(msgspec.Struct, frozen=True, kw_only=True):
    """One measured while. ``answered`` requests had a 2xx, and ``failed`` are all others.

    ``unfinished`` is how many may have been under way when it ended. Those may be stored, but
    are not counted. Latencies are milliseconds, or None if the client does not tell them.
    """

    seconds: float
    answered: int
    failed: int = 0
    unfinished: int = 0
    p50_ms: float | None = None
    p99_ms: float | None = None

    @property
    def rate(self) -> float:
        """How many answers came a second."""
        return self.answered / self.seconds


class RowsUsedUp(Exception):
    """A server answered faster than rows had been prepared for."""


class Load(Protocol):
    """``connections`` clients that each send the next request when the last is answered."""

    name: str

    def run(self, peer: Peer, rows: range, seconds: float, connections: int) -> Window: ...


def window(seconds: float, latencies: list[float], failed: int = 0) -> Window:
    """Makes a window of the seconds that each answer took, those that failed included."""
    latencies.sort()
    return Window(
        seconds=seconds,
        answered=len(latencies) - failed,
        failed=failed,
        p50_ms=percentile(latencies, 50) * 1000,
        p99_ms=percentile(latencies, 99) * 1000,
    )


def series(name: str, unit: str, windows: Sequence[Window]) -> Series:
    """Makes a series. Of the first window, which was to warm up, only failures count."""
    measured = windows[1:]
    return Series(
        name=name,
        unit=unit,
        rates=tuple(window.rate for window in measured),
        p50_ms=_median([window.p50_ms for window in measured]),
        p99_ms=_median([window.p99_ms for window in measured]),
        failed=sum(window.failed for window in windows),
    )


def _median(values: Sequence[float | None]) -> float | None:
    told = [value for value in values if value is not None]
    return median(told) if told else None
