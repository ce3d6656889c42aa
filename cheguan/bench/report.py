"""What a figure comes to: rates of ours and of its peers, their ratios, the bars."""

from collections.abc import Sequence
from math import ceil
from statistics import median

import msgspec


class Machine(msgspec.Struct, frozen=True, kw_only=True):
    """Where it was measured. ``fsync_ms`` is the median time of one durable write of 8 kB."""

    cores: int
    processor: str
    system: str
    python: str
    postgresql: str
    libraries: dict[str, str]
    fsync_ms: float


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was measured once in each round. ``rates`` are ``unit`` a second."""

    name: str
    unit: str
    rates: tuple[float, ...]
    p50_ms: float | None = None
    p99_ms: float | None = None
    failed: int = 0

    @property
    def rate(self) -> float:
        return median(self.rates)


class Ratio(msgspec.Struct, frozen=True, kw_only=True):
    """The ratio of one series to another, round by round.

    ``bar`` is the least that is asked. Without one the ratio is there for comparison.
    """

    ours: Series
    peer: Series
    bar: float | None
    values: tuple[float, ...]

    @property
    def value(self) -> float:
        return median(self.values)

    @property
    def met(self) -> bool:
        return self.bar is None or self.value >= self.bar


class Limit(msgspec.Struct, frozen=True, kw_only=True):
    """A figure without a peer. ``bar`` is the most that is allowed, or the least that is asked."""

    name: str
    value: float
    unit: str
    bar: float
    at_least: bool = False

    @property
    def met(self) -> bool:
        return self.value >= self.bar if self.at_least else self.value <= self.bar


class Check(msgspec.Struct, frozen=True, kw_only=True):
    """What must hold if the figure is to mean anything."""

    text: str
    held: bool

    @property
    def verdict(self) -> str:
        return "held" if self.held else "BROKEN"


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One figure. ``method`` is told with it, a sentence in each line."""

    figure: str
    method: tuple[str, ...]
    machine: Machine
    series: tuple[Series, ...]
    ratios: tuple[Ratio, ...]
    limits: tuple[Limit, ...] = ()
    checks: tuple[Check, ...]

    @property
    def is_valid(self) -> bool:
        """Whether nothing failed and every check held. Otherwise the ratios say nothing."""
        return all(check.held for check in self.checks) and not any(s.failed for s in self.series)

    @property
    def passed(self) -> bool:
        met = (*(ratio.met for ratio in self.ratios), *(limit.met for limit in self.limits))
        return self.is_valid and all(met)


def ratio(ours: Series, peer: Series, bar: float | None) -> Ratio:
    """Compares round by round, so that what slows the machine down for a while slows both."""
    pairs = zip(ours.rates, peer.rates, strict=True)
    return Ratio(ours=ours, peer=peer, bar=bar, values=tuple(a / b for a, b in pairs))


def percentile(ordered: Sequence[float], of: float) -> float:
    """The nearest-rank percentile of values in rising order, or 0 if there are none."""
    if not ordered:
        return 0.0
    return ordered[max(0, ceil(of / 100 * len(ordered)) - 1)]
