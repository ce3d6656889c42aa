"""``cheguan bench curve``: how throughput and latency bend with the load."""

import sys
from typing import Annotated

import typer

from cheguan.bench.client_kind import ClientKind
from cheguan.bench.options import CORES, Json, Processes, Svg, UsedClient, console, teller

_TITLE = "Throughput and latency against load"


def curve(
    svg: Svg = None,
    seconds: Annotated[float, typer.Option(min=1, max=9, help="At each place.")] = 3,
    processes: Processes = CORES,
    client: UsedClient = ClientKind.AUTO,
    json: Json = None,
) -> None:
    """Throughput and p99 at 1, 4, 16, 64 and 256 connections, and in batches of as many appends.

    Exit code 1: something failed, or what was acknowledged is not what is stored.
    """
    import msgspec

    from cheguan.bench import curve as bending
    from cheguan.bench.plot import svg as drawing
    from cheguan.bench.report_tables import machine_line
    from cheguan.bench.sweep import panels, table

    sweeps = (
        bending.submissions(
            seconds=seconds, processes=processes, used=client, tell=teller("submissions")
        ),
        bending.appends(seconds=seconds, tell=teller("appends")),
    )
    out = console()
    for sweep in sweeps:
        out.print()
        out.print(table(sweep))
        for check in sweep.checks:
            out.print(f"{check.verdict}: {check.text}", soft_wrap=True)
        for line in sweep.method:
            out.print(f"· {line}", style="dim", soft_wrap=True)
    about = machine_line(sweeps[0].machine)
    out.print(f"· {about}", style="dim", soft_wrap=True)
    if svg:
        drawn = [panel for sweep in sweeps for panel in panels(sweep)]
        svg.write_text(drawing(_TITLE, about, drawn), encoding="utf-8")
    if json:
        content = [
            msgspec.to_builtins(sweep) | {"held": sweep.held, "rates": sweep.rates}
            for sweep in sweeps
        ]
        json.write_bytes(msgspec.json.format(msgspec.json.encode(content)) + b"\n")
    sys.exit(0 if all(sweep.held for sweep in sweeps) else 1)
