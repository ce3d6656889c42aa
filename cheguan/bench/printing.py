"""A report as a table for people and as JSON for programs."""

from collections.abc import Sequence
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from cheguan.bench.report import Ratio, Report, Series


def show(report: Report, out: Console) -> None:
    """Rates, ratios with their bars, checks, method, machine."""
    out.print(f"\n[bold]{report.figure}[/bold]")
    unit = report.series[0].unit
    rates = Table("measured", f"{unit}/s", "from", "to", "p50", "p99", "failed")
    for series in report.series:
        rates.add_row(*_rates(series))
    out.print(rates)
    ratios = Table("ratio", "median", "from", "to", "bar", "")
    for ratio in report.ratios:
        ratios.add_row(*_ratio(ratio, is_valid=report.is_valid))
    out.print(ratios)
    for check in report.checks:
        verdict = "held" if check.held else "[red]BROKEN[/red]"
        out.print(f"{verdict}: {check.text}", soft_wrap=True)
    for line in report.method:
        out.print(f"· {line}", style="dim", soft_wrap=True)
    machine = report.machine
    out.print(
        f"· {machine.cores} cores of {machine.processor}, {machine.system}, {machine.python}, "
        f"PostgreSQL {machine.postgresql}, fsync {machine.fsync_ms} ms, "
        + ", ".join(f"{name} {number}" for name, number in machine.libraries.items()),
        style="dim",
        soft_wrap=True,
    )


def write(reports: Sequence[Report], path: Path) -> None:
    """All of it, with medians and verdicts beside the values they come from."""
    content = [
        msgspec.to_builtins(report)
        | {
            "valid": report.is_valid,
            "passed": report.passed,
            "medians": {series.name: series.rate for series in report.series},
            "verdicts": {ratio.name: [ratio.value, ratio.met] for ratio in report.ratios},
        }
        for report in reports
    ]
    path.write_bytes(msgspec.json.format(msgspec.json.encode(content)) + b"\n")


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


def _ratio(ratio: Ratio, *, is_valid: bool) -> tuple[str, ...]:
    verdict = "[green]met[/green]" if ratio.met else "[red]MISSED[/red]"
    return (
        ratio.name,
        f"{ratio.value:.2f} ×",
        f"{min(ratio.values):.2f}",
        f"{max(ratio.values):.2f}",
        f"≥ {ratio.bar:g} ×",
        verdict if is_valid else "[red]VOID[/red]",
    )
