"""``cheguan bench``: the figures, with their peers, in one run each."""

import signal
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from cheguan.bench import kafka as measuring_kafka
from cheguan.bench import project as projecting
from cheguan.bench import rebuild as rebuilding
from cheguan.bench import submit as submitting
from cheguan.bench.printing import show, write
from cheguan.bench.report import Report
from cheguan.bench.submit import ClientKind

bench_app = typer.Typer(no_args_is_help=True)

Json = Annotated[Path | None, typer.Option("--json", help="Write the figures to this file.")]
Seconds = Annotated[float, typer.Option(min=1, max=60, help="A window of a server.")]
Rounds = Annotated[int, typer.Option(min=1, max=20, help="Windows of each; the median counts.")]
Connections = Annotated[int, typer.Option(min=1, max=512)]
Processes = Annotated[int, typer.Option(min=1, max=64, help="Of each server.")]
UsedClient = Annotated[ClientKind, typer.Option(help="wrk where it is installed, or our own.")]
Events = Annotated[int, typer.Option(min=5000, max=1_000_000, help="Of ours.")]
LibraryEvents = Annotated[int, typer.Option(min=500, max=100_000, help="Of the library's runner.")]

out = Console()


@bench_app.callback()
def leave_in_order() -> None:
    """Figures as ratios to their peers, measured in one run.

    Exit code 1: a bar was missed or a check broken.
    """
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))


@bench_app.command("submit")
def submit(
    seconds: Seconds = 4,
    rounds: Rounds = 3,
    connections: Connections = 64,
    processes: Processes = 1,
    client: UsedClient = ClientKind.AUTO,
    json: Json = None,
) -> None:
    """Durable submissions over HTTP, beside storing nothing and beside FastAPI with the library."""
    _finish([_submit(seconds, rounds, connections, processes, client)], json)


@bench_app.command("project")
def project(
    events: Events = 60_000,
    library_events: LibraryEvents = 3000,
    rounds: Rounds = 3,
    json: Json = None,
) -> None:
    """Events into all read models, beside the library's own runner."""
    _finish([_project(events, library_events, rounds)], json)


@bench_app.command("rebuild")
def rebuild(
    events: Events = 1_000_000,
    library_events: LibraryEvents = 3000,
    rounds: Rounds = 2,
    json: Json = None,
) -> None:
    """A long log folded again into each read model: how fast, and in how much memory."""
    _finish([_rebuild(events, library_events, rounds)], json)


@bench_app.command("kafka")
def kafka(
    events: Events = 60_000,
    seconds: Annotated[float, typer.Option(min=2, max=300, help="Of steady load.")] = 20,
    rounds: Rounds = 3,
    json: Json = None,
) -> None:
    """The way over Kafka, beside kafka-python alone; a broker is started for it."""
    with out.status("kafka") as status:
        report = measuring_kafka.measure(
            events=events, seconds=seconds, rounds=rounds, tell=status.update
        )
    _finish([report], json)


@bench_app.command("all")
def everything(json: Json = None) -> None:
    """Every figure, with the settings each has by itself."""
    reports = [
        _submit(4, 3, 64, 1, ClientKind.AUTO),
        _project(60_000, 3000, 3),
        _rebuild(1_000_000, 3000, 2),
    ]
    _finish(reports, json)


def _submit(
    seconds: float, rounds: int, connections: int, processes: int, client: ClientKind
) -> Report:
    with out.status("submit") as status:
        return submitting.measure(
            seconds=seconds,
            rounds=rounds,
            connections=connections,
            processes=processes,
            client=client,
            tell=status.update,
        )


def _project(events: int, library_events: int, rounds: int) -> Report:
    with out.status("project") as status:
        return projecting.measure(
            events=events, library_events=library_events, rounds=rounds, tell=status.update
        )


def _rebuild(events: int, library_events: int, rounds: int) -> Report:
    with out.status("rebuild") as status:
        return rebuilding.measure(
            events=events, library_events=library_events, rounds=rounds, tell=status.update
        )


def _finish(reports: list[Report], json: Path | None) -> None:
    for report in reports:
        show(report, out)
    if json:
        write(reports, json)
    sys.exit(0 if all(report.passed for report in reports) else 1)
