"""A sweep is shown as a row a place, and one failed request spoils it."""

import pytest
from msgspec.structs import replace
from rich.console import Console

from cheguan.bench.load import Window
from cheguan.bench.report import Check, Machine
from cheguan.bench.sweep import Sweep, panels, table

MACHINE = Machine(
    cores=2, processor="p", system="s", python="3", postgresql="18", libraries={}, fsync_ms=0.1
)
SWEEP = Sweep(
    title="Appends",
    unit="events",
    varied="callers",
    places=(1, 16),
    windows={
        "ours": (
            Window(seconds=2, answered=100, p50_ms=1, p99_ms=4),
            Window(seconds=2, answered=4000, p50_ms=2, p99_ms=1234),
        ),
        "peer": (Window(seconds=1, answered=7), Window(seconds=1, answered=8)),
    },
    checks=(Check(text="c", held=True),),
    machine=MACHINE,
    method=(),
)


def test_the_table_has_a_row_a_place() -> None:
    out = Console(width=120)
    with out.capture() as captured:
        out.print(table(SWEEP))
    rows = [line.split("│")[1:-1] for line in captured.get().splitlines() if "│" in line]
    cells = [[cell.strip() for cell in row] for row in rows]
    assert cells == [["1", "50", "4.0 ms", "7", ""], ["16", "2,000", "1,234.0 ms", "8", ""]]


def test_the_panels_are_rates_and_p99_of_whoever_tells_it() -> None:
    rates, p99s = panels(SWEEP)
    assert [curve.values for curve in rates.curves] == [[50, 2000], [7, 8]]
    assert [(curve.name, curve.values) for curve in p99s.curves] == [("ours", [4, 1234])]
    assert p99s.logarithmic


@pytest.mark.parametrize(
    "spoilt",
    [
        replace(SWEEP, checks=(Check(text="c", held=False),)),
        replace(SWEEP, windows={"ours": (Window(seconds=1, answered=9, failed=1),)}),
    ],
    ids=["check", "failed"],
)
def test_a_broken_check_or_a_failed_request_spoils_a_sweep(spoilt: Sweep) -> None:
    assert SWEEP.held
    assert not spoilt.held
