"""What a chart says, before anybody draws it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

_MOST: Final = 5

Value = int | float | None
"""A figure of a chart. Where there is none, a line has a gap."""


class ChartKind(StrEnum):
    """How a chart is drawn: upright columns beside or on each other, lines, or bars that lie."""

    COLUMNS = "columns"
    STACKED = "stacked"
    LINES = "lines"
    BARS = "bars"


class Series(NamedTuple):
    """A row of figures, one for each label."""

    title: str
    values: Sequence[Value]


class ChartLimit(NamedTuple):
    """A line that should not be crossed, such as a term."""

    title: str
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart with its words. No more than five series can be told apart.

    ``says`` is the sentence for whoever does not see it; ``head`` is over the labels in the
    table of its figures. ``unit`` stands beside the caption.
    """

    kind: ChartKind
    caption: str
    says: str
    head: str
    labels: Sequence[str]
    series: Sequence[Series]
    unit: str
    limit: ChartLimit | None = None

    def __post_init__(self) -> None:
        if any(len(each.values) != len(self.labels) for each in self.series):
            raise ValueError("a series needs one figure for each label")
        if not 1 <= len(self.series) <= _MOST:
            raise ValueError("a chart has one to five series")
