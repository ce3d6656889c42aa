"""``cheguan bench``: the figures, each measured with its peers in one run."""

import signal
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from cheguan.bench.client_kind import ClientKind
from cheguan.bench.closing_cli import closing
from cheguan.bench.curve_cli import curve
from cheguan.bench.numbers_cli import numbers
from cheguan.bench.options import (
    CORES,
    Connections,
    Events,
    Json,
    LibraryEvents,
    Processes,
    Rounds,
    Seconds,
    UsedClient,
    WithEmmett,
    console,
    teller,
)
from cheguan.bench.verdict import end, finish

if TYPE_CHECKING:
    from cheguan.bench.report import Report

bench_app = typer.Typer(no_args_is_help=True)

bench_app.command("curve")(curve)
bench_app.command("closing")(closing)
bench_app.command("numbers")(numbers)
out = console()


@bench_app.callback()
def leave_in_order() -> None:
    """Figures as ratios to their peers, measured in one run.

    Each command starts a PostgreSQL of its own below TMPDIR and leaves nothing behind.
    Exit code 1: a bar was missed or a check broken.
    """
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))


@bench_app.command("submit")
def submit(
    seconds: Seconds = 4,
    rounds: Rounds = 3,
    connections: Connections = 64,
    processes: Processes = CORES,
    client: UsedClient = ClientKind.AUTO,
    json: Json = None,
) -> None:
    """Durable submissions over HTTP, beside storing nothing and beside FastAPI with the library."""
    from cheguan.bench import submit as submitting

    report = submitting.measure(
        seconds=seconds,
        rounds=rounds,
        connections=connections,
        processes=processes,
        used=client,
        tell=teller("submit"),
    )
    finish(report, json)


@bench_app.command("append")
def append(
    seconds: Seconds = 3, rounds: Rounds = 3, emmett: WithEmmett = True, json: Json = None
) -> None:
    """Durable appends without HTTP, beside pgbench, raw COPY, the library and emmett."""
    from cheguan.bench import append as appending

    report = appending.measure(
        seconds=seconds, rounds=rounds, with_emmett=emmett, tell=teller("append")
    )
    finish(report, json)


@bench_app.command("project")
def project(
    events: Events = 60_000,
    library_events: LibraryEvents = 3000,
    rounds: Rounds = 3,
    json: Json = None,
) -> None:
    """Events into all read models, beside the library's own runner."""
    from cheguan.bench import project as projecting

    report = projecting.measure(
        events=events, library_events=library_events, rounds=rounds, tell=teller("project")
    )
    finish(report, json)


@bench_app.command("rebuild")
def rebuild(
    events: Events = 1_000_000,
    library_events: LibraryEvents = 3000,
    rounds: Rounds = 2,
    json: Json = None,
) -> None:
    """A long log folded again into each read model: how fast, and in how much memory."""
    from cheguan.bench import rebuild as rebuilding

    report = rebuilding.measure(
        events=events, library_events=library_events, rounds=rounds, tell=teller("rebuild")
    )
    finish(report, json)


@bench_app.command("kafka")
def kafka(
    events: Events = 60_000,
    seconds: Annotated[float, typer.Option(min=2, max=300, help="Of steady load.")] = 20,
    rounds: Rounds = 3,
    json: Json = None,
) -> None:
    """The way over Kafka, beside kafka-python alone; a broker is started for it."""
    from cheguan.bench import kafka as measuring_kafka

    report = measuring_kafka.measure(
        events=events, seconds=seconds, rounds=rounds, tell=teller("kafka")
    )
    finish(report, json)


@bench_app.command("dashboard")
def dashboard(json: Json = None) -> None:
    """The question of the dashboard with a million cases, beside that with ten thousand."""
    from cheguan.bench import dashboard as asking

    finish(asking.measure(tell=teller("dashboard")), json)


@bench_app.command("viewers")
def viewers(
    seconds: Seconds = 15,
    rounds: Rounds = 3,
    viewers: Annotated[int, typer.Option(min=1, max=240, help="Who look at once.")] = 200,
    json: Json = None,
) -> None:
    """What hundreds who look at the live dashboard cost, while people go on applying."""
    from cheguan.bench import viewers as watching

    report = watching.measure(
        viewers=viewers, seconds=seconds, rounds=rounds, tell=teller("viewers")
    )
    finish(report, json)


@bench_app.command("all")
def everything(
    seconds: Seconds = 3,
    rounds: Rounds = 3,
    connections: Connections = 64,
    processes: Processes = CORES,
    client: UsedClient = ClientKind.AUTO,
    events: Events = 1_000_000,
    emmett: WithEmmett = True,
    json: Json = None,
) -> None:
    """Every figure in one run, then one table: ours, peer, ratio, bar; within six minutes.

    EVENTS is the length of the log that is folded again.
    """
    from cheguan.bench import append as appending
    from cheguan.bench import numbers as reserving
    from cheguan.bench import project as projecting
    from cheguan.bench import rebuild as rebuilding
    from cheguan.bench import submit as submitting
    from cheguan.bench.report_tables import show

    measures: tuple[Callable[[], Report], ...] = (
        lambda: submitting.measure(
            seconds=seconds,
            rounds=rounds,
            connections=connections,
            processes=processes,
            used=client,
            tell=teller("submit"),
        ),
        lambda: reserving.measure(
            seconds=seconds,
            rounds=rounds,
            connections=connections,
            processes=processes,
            tell=teller("numbers"),
        ),
        lambda: appending.measure(
            seconds=seconds, rounds=rounds, with_emmett=emmett, tell=teller("append")
        ),
        lambda: projecting.measure(
            events=60_000, library_events=3000, rounds=rounds, tell=teller("project")
        ),
        lambda: rebuilding.measure(
            events=events, library_events=3000, rounds=1, tell=teller("rebuild")
        ),
    )
    reports = []
    for measure in measures:
        reports.append(measure())
        show(reports[-1], out)
    end(reports, json)
