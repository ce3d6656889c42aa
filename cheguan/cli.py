"""The command line: each line of work has one verb.

A verb imports what it works with when it works, so that help and complaints come at once.
"""

import json
import sys
from datetime import datetime
from typing import Annotated

import typer
from rich.console import Console

from cheguan import (
    audit_cli,
    backup_cli,
    bank_cli,
    calls_cli,
    carrier_cli,
    carriers_cli,
    clocks_cli,
    draws_cli,
    kafka_cli,
    keys_cli,
    orders_cli,
    projections_cli,
    reactions_cli,
    services_cli,
    store_cli,
    token_cli,
    whatif_cli,
    workers_cli,
)
from cheguan.bench import cli as bench_cli
from cheguan.mendable import first_of, mendable, said
from cheguan.town.instants import beijing_time
from cheguan.wall_clock import wall_clock
from cheguan.worker_kinds import COMMANDING, FeedKind, Worker

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="车管 Cheguan: case processing for the vehicle-and-driver offices of Henan.",
)
app.add_typer(projections_cli.app, name="projections")
app.add_typer(reactions_cli.app, name="reactions")
app.add_typer(workers_cli.app, name="workers")
app.add_typer(kafka_cli.app, name="kafka")
app.add_typer(store_cli.app, name="store")
app.add_typer(audit_cli.app, name="audit")
app.add_typer(draws_cli.app, name="draws")
app.add_typer(keys_cli.app, name="keys")
app.add_typer(orders_cli.app, name="orders")
app.add_typer(clocks_cli.app, name="clocks")
app.add_typer(calls_cli.app, name="calls")
app.add_typer(carriers_cli.app, name="carriers")
app.add_typer(bench_cli.bench_app, name="bench")


@app.command()
def demo(
    once: Annotated[
        bool, typer.Option("--once", help="Load, run until nothing is due, print a table, exit.")
    ] = False,
    cases: Annotated[int, typer.Option(min=1, max=100_000, help="Applications to load.")] = 2000,
    scale: Annotated[
        float | None,
        typer.Option(
            min=0.0001,
            max=1.0,
            help="Load instead so much of Zhengzhou's February 2020, which had nearly 100,000.",
        ),
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="The same seed tells the same story.")] = 7,
    feed: Annotated[
        FeedKind, typer.Option(help="With kafka: a broker, a relay, and read models fed by them.")
    ] = FeedKind.STORE,
    at: Annotated[
        datetime | None,
        typer.Option(
            parser=beijing_time, metavar="INSTANT", help="When the town goes on: 2026-12-25T09:00."
        ),
    ] = None,
    speed: Annotated[
        float | None,
        typer.Option(min=0, max=86_400, help="How many times as fast its clock runs."),
    ] = None,
    chaos: Annotated[
        int, typer.Option(min=0, help="A seed by which the carriers' callbacks come to grief.")
    ] = 0,
) -> None:
    """Run everything on this machine: database, API, pages, workers, a simulated town."""
    from cheguan.demo import Demo

    out = Console(width=None if sys.stdout.isatty() else 110)
    if once and (at is not None or speed is not None or chaos):
        raise typer.BadParameter(
            "--at, --speed and --chaos are for a town that stays, without --once"
        )
    story = Demo(cases, seed, out, scale, feed, at, speed, chaos)
    sys.exit(story.once() if once else story.stay())


@app.command()
def serve(
    processes: Annotated[
        int, typer.Option(min=1, max=64, help="How many; one a core leaves PostgreSQL its share.")
    ] = 1,
    demo_identities: Annotated[
        bool,
        typer.Option(
            "--demo-identities", help="Everybody on this machine may take any role, to try it out."
        ),
    ] = False,
    listening: Annotated[str | None, typer.Option(hidden=True)] = None,
) -> None:
    """Serve the API and the pages; the settings come from the environment."""
    from cheguan.serve import serve as serve_with
    from cheguan.settings import Settings

    settings = Settings()
    if demo_identities:
        settings = settings.model_copy(update={"demo": True})
    serve_with(settings, processes, listening)


@app.command()
def work(
    which: Annotated[Worker, typer.Argument(help="Which worker.")] = Worker.ALL,
    names: Annotated[
        list[str] | None, typer.Argument(help="For a projector: read models, else all.")
    ] = None,
    feed: Annotated[
        FeedKind, typer.Option(help="Where a projector takes events from.")
    ] = FeedKind.STORE,
    every: Annotated[
        float, typer.Option(min=0, help="A projector's rest, so that it folds more at once.")
    ] = 0.0,
    with_parent: Annotated[
        bool, typer.Option(help="Stop when the process that started this one is gone.")
    ] = False,
) -> None:
    """Run workers: projections, deadlines, reactions, the relay to Kafka."""
    from cheguan.database import database
    from cheguan.event_loop import run
    from cheguan.service_clock import clock_of
    from cheguan.settings import Settings
    from cheguan.surroundings import check_folders
    from cheguan.worker import Work, kafka_servers
    from cheguan.worker import work as run_workers

    if names and which not in {Worker.PROJECTOR, Worker.PROJECT}:
        raise typer.BadParameter(
            f"only a projector has read models, and {which} has none: leave them out",
            param_hint="'names'",
        )
    settings = Settings()
    registry = projections_cli.registered()
    what = Work(which, feed, projections_cli.known_read_models(registry, names or []), every)
    if feed is FeedKind.KAFKA or which is Worker.RELAY:
        kafka_servers(settings)
    if which in COMMANDING:
        check_folders(settings)
    with database(settings, registry) as url:
        clock = clock_of(url, settings) if which in COMMANDING else wall_clock
        run(run_workers(settings, url, what, registry, clock, with_parent=with_parent))


app.command()(services_cli.services)
app.command()(token_cli.token)
app.command()(bank_cli.bank)
app.command()(carrier_cli.carrier)
app.command(epilog=whatif_cli.EPILOG)(whatif_cli.whatif)
app.command()(backup_cli.backup)
app.command("restore-drill")(backup_cli.restore_drill)


@app.command()
def migrate() -> None:
    """Bring every table up to date and end; every other verb does so too before it starts."""
    with projections_cli.opened():
        pass


@app.command()
def catalogue(
    on: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Rules in force on.")] = (
        datetime(2020, 2, 24)  # noqa: DTZ001 - a day
    ),
) -> None:
    """Print the services, commands and events as Markdown, from the code."""
    from cheguan.catalogue_document import document, first_day

    if on.date() < first_day():
        raise typer.BadParameter(
            f"no rule is known before {first_day()}: give that day or a later one",
            param_hint="'--on'",
        )
    typer.echo(document(on.date()), nl=False)


@app.command()
def asyncapi() -> None:
    """Print the topic as an AsyncAPI 3 document, from the event classes."""
    from cheguan import asyncapi_document
    from cheguan.settings import Settings

    made = asyncapi_document.document(Settings().kafka_topic)
    typer.echo(json.dumps(made, ensure_ascii=False, indent=2))


@app.command()
def version() -> None:
    """Print the build that stands in every envelope."""
    from cheguan.compose import BUILD

    typer.echo(BUILD)


def main() -> None:
    """The installed command. What a user can mend is said in one line, without a traceback."""
    try:
        app()
    except Exception as raised:
        wrong = first_of(raised)
        if not isinstance(wrong, mendable()):
            raise
        Console(stderr=True).print(
            f"cheguan: {said(wrong)}", style="red", soft_wrap=True, markup=False, highlight=False
        )
        sys.exit(2)
