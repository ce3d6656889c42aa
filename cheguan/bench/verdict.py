"""How a command of the bench ends: its tables, its file, its exit code."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from cheguan.bench.options import console

if TYPE_CHECKING:
    from cheguan.bench.report import Report


def finish(report: "Report", json: Path | None) -> NoReturn:
    """Shows one figure, and ends."""
    from cheguan.bench.report_tables import show

    show(report, console())
    end([report], json)


def end(reports: "Sequence[Report]", json: Path | None) -> NoReturn:
    """Shows the ratios of all, writes them to a file if one is named, and ends.

    Exit code 1: a bar was missed or a check broken.
    """
    from cheguan.bench.report_tables import show_lines, write

    show_lines(reports, console())
    if json:
        write(reports, json)
    sys.exit(0 if all(report.passed for report in reports) else 1)
