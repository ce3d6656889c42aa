"""Reports as tables for people and as JSON for programs."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from cheguan.bench.report import Machine, Report, Series
from cheguan.bench.summary import Line, lines

_VERDICTS = {"MISSED": "[red]MISSED[/red]", "VOID": "[red]VOID[/red]", "met": "[green]met[/green]"}


def show(report: Report, out: Console) -> None:
    """Prints what was measured, the checks, the method and the machine."""
    out.print(f"\n[bold]{report.figure}[/bold]")
    if report.series:
        unit = report.series[0].unit
        rates = Table("measured", f"{unit}/s", "from", "to", "p50", "p99", "failed")
        for series in report.series:
            rates.add_row(*_rates(series))
        out.print(rates)
    for limit in report.limits:
        out.print(f"{limit.name}: {limit.value:,.1f} {limit.unit}")
    for check in report.checks:
        style = None if check.held else "red"
        out.print(f"{check.verdict}: {check.text}", style=style, soft_wrap=True)
    for line in report.method:
        out.print(f"· {line}", style="dim", soft_wrap=True)
    out.print(f"· {machine_line(report.machine)}", style="dim", soft_wrap=True)


def show_lines(reports: Sequence[Report], out: Console) -> None:
    """Prints one table of every figure: ours, its peer, the ratio, the bar."""
    table = Table("figure", "ours", "peer", "ratio", "from – to", "bar", "")
    for report in reports:
        for line in lines(report):
            table.add_row(*_cells(line))
        table.add_section()
    out.print()
    out.print(table)


def write(reports: Sequence[Report], path: Path) -> None:
    """Writes everything, with medians and verdicts beside the values from which they come."""
    content = {
        "figures": [msgspec.to_builtins(line) for report in reports for line in lines(report)],
        "reports": [
            msgspec.to_builtins(report)
            | {
                "valid": report.is_valid,
                "passed": report.passed,
                "medians": {series.name: series.rate for series in report.series},
            }
            for report in reports
        ],
    }
    path.write_bytes(msgspec.json.format(msgspec.json.encode(content)) + b"\n")


def machine_line(machine: Machine) -> str:
    """The machine and the versions in one line."""
    return (
        f"{machine.cores} cores of {machine.processor}, {machine.system}, {machine.python}, "
        f"PostgreSQL {machine.postgresql}, fsync {machine.fsync_ms} ms, "
        + ", ".join(f"{name} {number}" for name, number in machine.libraries.items())
    )


def _rates(series: Series) -> tuple[str, ...]:
    ordered = sorted(series.rates)
    return (
        series.name,
        f"{series.rate:,.0f}",
        f"{ordered[0]:,.0f}",
        f"{ordered[-1]:,.0f}",
        "" if series.p50_ms is None else f"{series.p50_ms:.1f} ms",
        "" if series.p99_ms is None else f"{series.p99_ms:.1f} ms",
        str(series.failed) if series.failed else "",
    )


def _cells(line: Line) -> tuple[str, ...]:
    return (
        line.figure,
        f"{line.ours} [dim]{line.ours_name}[/dim]".strip(),
        f"{line.peer} [dim]{line.peer_name}[/dim]" if line.peer else "",
        "" if line.ratio is None else f"{line.ratio:.2f} ×",
        "" if line.ratio is None else f"{line.lowest:.2f} – {line.highest:.2f}",
        line.bar,
        _VERDICTS.get(line.verdict, ""),
    )
