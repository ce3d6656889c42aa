"""A chart as lines, bars and words, for the template that writes them as SVG."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from api.pages.kit.charts.chart import Chart, ChartKind, Series
from api.pages.kit.charts.scale import TEXT, every, figure, fitting, length, ticks

WIDE: Final = (720, 260)
NARROW: Final = (340, 230)
"""A figure of a page, and of a telephone: each is drawn so that its letters keep their size."""

_TOP, _BOTTOM, _GAP, _ROW, _BAR, _BETWEEN = 20, 26, 8, 44, 14, 4


class Straight(NamedTuple):
    """A straight line; ``look`` is its class."""

    x1: float
    y1: float
    x2: float
    y2: float
    look: str


class Bar(NamedTuple):
    """A rectangle of a series, counted from 1; 0 is the ground on which a bar lies."""

    x: float
    y: float
    width: float
    height: float
    series: int
    says: str = ""


class Stroke(NamedTuple):
    """A line of a series, as the path of SVG."""

    path: str
    series: int


class Word(NamedTuple):
    """A text; ``look`` are its classes."""

    x: float
    y: float
    text: str
    look: str


class Drawing(NamedTuple):
    """All there is to draw, from back to front."""

    width: int
    height: int
    rules: Sequence[Straight]
    bars: Sequence[Bar]
    strokes: Sequence[Stroke]
    words: Sequence[Word]


class _Plot(NamedTuple):
    """The room between the axes, and what its upper edge stands for."""

    left: float
    right: float
    floor: float
    most: float

    def up(self, value: float) -> float:
        """The height at which a value is drawn."""
        return round(self.floor - value / self.most * (self.floor - _TOP), 1)


def drawing(chart: Chart, size: tuple[int, int]) -> Drawing:
    """Draws a chart in this size. One whose bars lie is as high as its bars need."""
    return _lying(chart, size[0]) if chart.kind is ChartKind.BARS else _upright(chart, *size)


def spark(values: Sequence[float]) -> str:
    """A row of values as the path of a line in a box of 100 by 24."""
    most, least = max(values, default=0), min(values, default=0)
    span, step = (most - least) or 1, 96 / max(len(values) - 1, 1)
    return _path((2 + n * step, 21 - (v - least) / span * 18) for n, v in enumerate(values))


def _upright(chart: Chart, width: int, height: int) -> Drawing:
    columns = list(zip(*(each.values for each in chart.series), strict=True))
    tops = [sum(v or 0 for v in c) if chart.kind is ChartKind.STACKED else 0 for c in columns]
    values = [*tops, *(v for c in columns for v in c if v is not None)]
    marks = ticks([*values, chart.limit.at] if chart.limit else values)
    left = max(length(figure(mark)) for mark in marks) + _GAP
    plot = _Plot(left, width - _GAP, height - _BOTTOM, marks[-1])
    slot = (plot.right - left) / max(len(chart.labels), 1)
    rules = [
        Straight(left, plot.up(m), plot.right, plot.up(m), "grid" if m else "axis") for m in marks
    ]
    words = [Word(left - 6, plot.up(m) + 4, figure(m), "end") for m in marks]
    apart = every(chart.labels, slot)
    for n in range(0, len(chart.labels), apart):
        words.append(Word(_at(left, slot, n), height - 7, chart.labels[n], "mid"))
    if chart.limit:
        y = plot.up(chart.limit.at)
        rules.append(Straight(left, y, plot.right, y, "limit"))
        words.append(Word(plot.right, y - 5, chart.limit.title, "end limit"))
    bars: list[Bar] = []
    strokes: list[Stroke] = []
    if chart.kind is ChartKind.LINES:
        for number, each in enumerate(chart.series, 1):
            strokes += [Stroke(path, number) for path in _lines(each, plot, slot)]
    else:
        bars = list(_columns(chart, plot, slot))
    return Drawing(width, height, rules, bars, strokes, [_rounded(word) for word in words])


def _columns(chart: Chart, plot: _Plot, slot: float) -> Iterator[Bar]:
    """Columns on each other, or side by side in the room of their label."""
    stacked = chart.kind is ChartKind.STACKED
    wide = min(slot * 0.72, 56)
    one = wide if stacked else wide / len(chart.series)
    for n, label in enumerate(chart.labels):
        below, start = 0.0, plot.left + n * slot + (slot - wide) / 2
        for number, each in enumerate(chart.series):
            value = each.values[n] or 0
            top = plot.up(below + value)
            says = f"{label} {each.title} {figure(value)} {chart.unit}"
            x = start if stacked else start + number * one
            yield Bar(
                round(x, 1), top, round(one, 1), round(plot.up(below) - top, 1), number + 1, says
            )
            below += value if stacked else 0


def _lines(series: Series, plot: _Plot, slot: float) -> Iterator[str]:
    """The stretches of a line between its gaps. One value alone is a dot."""
    whole = enumerate(series.values)
    for there, run in groupby(whole, key=lambda each: each[1] is not None):
        if there:
            points = [(_at(plot.left, slot, n), plot.up(v or 0)) for n, v in run]
            yield _path(points if len(points) > 1 else points * 2)


def _lying(chart: Chart, width: int) -> Drawing:
    """The bars of a label under its name, which may be long, each with its figure at its end."""
    every = [value or 0 for each in chart.series for value in each.values]
    most, high = max(every, default=0) or 1, _ROW + (len(chart.series) - 1) * (_BAR + _BETWEEN)
    room = width - max((length(figure(value)) for value in every), default=0) - _GAP
    bars: list[Bar] = []
    words: list[Word] = []
    for n, label in enumerate(chart.labels):
        y = n * high + TEXT
        words.append(Word(0, y + 2, fitting(label, width), "name"))
        for number, each in enumerate(chart.series, 1):
            known, value = each.values[n] is not None, each.values[n] or 0
            long = round(max(value / most * room, 1 if value else 0), 1)
            says = f"{label} {each.title} {figure(value)} {chart.unit}"
            bars.append(Bar(0, y + 9, long, _BAR, number, says))
            words.append(Word(long + 6, y + TEXT + 7, figure(value) if known else "—", "figure"))
            y += _BAR + _BETWEEN
    height = len(chart.labels) * high
    return Drawing(width, height, (), bars, (), [_rounded(word) for word in words])


def _at(left: float, slot: float, n: int) -> float:
    """The middle of the room of a label."""
    return left + (n + 0.5) * slot


def _path(points: Iterator[tuple[float, float]] | Sequence[tuple[float, float]]) -> str:
    return "M" + " ".join(f"{round(x, 1):g},{round(y, 1):g}" for x, y in points)


def _rounded(word: Word) -> Word:
    return word._replace(x=round(word.x, 1), y=round(word.y, 1))
