"""The ways in which a figure is made of what a line counts.

``measures`` are the names, or their part before the colon, that a figure is made of.
Hours are rounded to the hundredth.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Protocol

from projections.throughput.durations import Duration, quantile
from projections.throughput.lines import Line

Told = int | float | None | Mapping[str, int] | Mapping[str, float | None]
"""A figure as an answer tells it. None means that there is nothing of which to tell it."""

_HOUR: Final = timedelta(hours=1)
QUANTILES: Final[Mapping[str, float]] = {"p50": 0.5, "p90": 0.9, "p99": 0.99}


class Making(Protocol):
    """Makes a figure."""

    @property
    def measures(self) -> tuple[str, ...]: ...

    def of(self, line: Line) -> Told: ...


@dataclass(frozen=True, slots=True)
class Count:
    """The sum of its measures."""

    measures: tuple[str, ...]

    def of(self, line: Line) -> int:
        return line.sum(self.measures)


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money, in fen."""

    measures: tuple[str, ...]

    def of(self, line: Line) -> int:
        return line.sum(self.measures)


@dataclass(frozen=True, slots=True)
class CountByKind:
    """The counts of one measure by kind."""

    measure: str

    @property
    def measures(self) -> tuple[str, ...]:
        return (self.measure,)

    def of(self, line: Line) -> Mapping[str, int]:
        return line.by_kind(self.measure)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole. Whoever is in the part is in the whole, so that it is never above 1.

    ``pending`` counts those of the whole who may still come to be in the part.
    """

    part: tuple[str, ...]
    whole: tuple[str, ...]
    pending: str | None = None

    @property
    def measures(self) -> tuple[str, ...]:
        return (*self.part, *self.whole, *((self.pending,) if self.pending else ()))

    def of(self, line: Line) -> float | None:
        whole = line.sum(self.whole)
        return line.sum(self.part) / whole if whole else None

    def unknown(self, line: Line) -> int:
        """Of how many it is not known yet. The share is open until there is none."""
        return line.counts.get(self.pending, 0) if self.pending else 0


@dataclass(frozen=True, slots=True)
class ShareByKind:
    """The part of each kind in the whole of a measure."""

    measure: str

    @property
    def measures(self) -> tuple[str, ...]:
        return (self.measure,)

    def of(self, line: Line) -> Mapping[str, float | None]:
        whole = line.sum(self.measures)
        return {kind: count / whole for kind, count in line.by_kind(self.measure).items()}


@dataclass(frozen=True, slots=True)
class PartByKind:
    """The part of each kind in the whole of that kind."""

    part: str
    whole: str

    @property
    def measures(self) -> tuple[str, ...]:
        return (self.part, self.whole)

    def of(self, line: Line) -> Mapping[str, float | None]:
        part = line.by_kind(self.part)
        return {kind: part.get(kind, 0) / count for kind, count in line.by_kind(self.whole).items()}


@dataclass(frozen=True, slots=True)
class Average:
    """The seconds of all cases, divided by the number of those that were timed."""

    seconds: str
    timed: Duration

    @property
    def measures(self) -> tuple[str, ...]:
        return (self.seconds, self.timed.name)

    def of(self, line: Line) -> float | None:
        timed = sum(line.histogram(self.timed).values())
        seconds = line.counts.get(self.seconds, 0)
        return _hours(timedelta(seconds=seconds / timed)) if timed else None


@dataclass(frozen=True, slots=True)
class Mean:
    """The seconds of all, divided by how many they are, in whole seconds."""

    seconds: str
    count: str

    @property
    def measures(self) -> tuple[str, ...]:
        return (self.seconds, self.count)

    def of(self, line: Line) -> int | None:
        count = line.counts.get(self.count, 0)
        return round(line.counts.get(self.seconds, 0) / count) if count else None


@dataclass(frozen=True, slots=True)
class Quantile:
    """The time that the share ``q`` of the cases did not exceed."""

    duration: Duration
    q: float

    @property
    def measures(self) -> tuple[str, ...]:
        return (self.duration.name,)

    def exact(self, line: Line) -> timedelta | None:
        return quantile(line.histogram(self.duration), self.q)

    def of(self, line: Line) -> float | None:
        return _hours(self.exact(line))


@dataclass(frozen=True, slots=True)
class Spread:
    """How many cases were timed, and the quantiles of their times."""

    duration: Duration

    @property
    def measures(self) -> tuple[str, ...]:
        return (self.duration.name,)

    def of(self, line: Line) -> Mapping[str, float | None]:
        counted = sum(line.histogram(self.duration).values())
        quantiles = {name: Quantile(self.duration, q).of(line) for name, q in QUANTILES.items()}
        return {"count": counted, **quantiles}


def _hours(took: timedelta | None) -> float | None:
    return None if took is None else round(took / _HOUR, 2)
