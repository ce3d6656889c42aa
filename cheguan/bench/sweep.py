"""Throughput and p99 at each place of something varied, as a table and as panels of a plot."""

from collections.abc import Mapping, Sequence

import msgspec
from rich.table import Table

from cheguan.bench.load import Window
from cheguan.bench.plot import Curve, Panel
from cheguan.bench.report import Check, Machine


class Sweep(msgspec.Struct, frozen=True, kw_only=True):
    """What was seen. The windows of each contender stand in the order of ``places``."""

    title: str
    unit: str
    varied: str
    places: Sequence[int]
    windows: Mapping[str, Sequence[Window]]
    checks: Sequence[Check]
    machine: Machine
    method: Sequence[str]

    @property
    def rates(self) -> dict[str, list[float]]:
        """The rates of each contender, in the order of the places."""
        return {name: [window.rate for window in each] for name, each in self.windows.items()}

    @property
    def held(self) -> bool:
        """Whether nothing failed, and what was acknowledged is stored."""
        return all(check.held for check in self.checks) and not any(
            window.failed for windows in self.windows.values() for window in windows
        )


def table(sweep: Sweep) -> Table:
    """A table with a row for each place and two columns for each contender."""
    title = f"{sweep.title}: {sweep.unit} a second, p99"
    made = Table(sweep.varied, title=title, title_justify="left")
    for name in sweep.windows:
        made.add_column(name, justify="right")
        made.add_column("p99", justify="right")
    for number, place in enumerate(sweep.places):
        row = [windows[number] for windows in sweep.windows.values()]
        cells = [cell for window in row for cell in (f"{window.rate:,.0f}", _p99(window))]
        made.add_row(str(place), *cells)
    return made


def panels(sweep: Sweep) -> tuple[Panel, Panel]:
    """Two panels: throughput, and p99 on a logarithmic axis."""
    rates = [Curve(name, values) for name, values in sweep.rates.items()]
    p99s = [
        Curve(name, told)
        for name, windows in sweep.windows.items()
        if len(told := [w.p99_ms for w in windows if w.p99_ms is not None]) == len(windows)
    ]
    return (
        Panel(f"{sweep.title}: {sweep.unit} a second", sweep.varied, sweep.places, rates),
        Panel(f"{sweep.title}: p99 in ms", sweep.varied, sweep.places, p99s, logarithmic=True),
    )


def _p99(window: Window) -> str:
    return "" if window.p99_ms is None else f"{window.p99_ms:,.1f} ms"
