"""The command line: each line of work has one verb."""

import json
import sys
from datetime import datetime
from typing import Annotated

import typer
from rich.console import Console

from cheguan import (
    asyncapi_document,
    audit_cli,
    kafka_cli,
    projections_cli,
    reactions_cli,
    store_cli,
    workers_cli,
)
from cheguan.bench import cli as bench_cli
from cheguan.catalogue_document import document
from cheguan.compose import BUILD, desk
from cheguan.database import EarlierBuild, database
from cheguan.demo import DEFAULT_CASES, Demo
from cheguan.embedded import PostgresDidNotStart
from cheguan.fleet import serve_in
from cheguan.kafka_node import KafkaDidNotStart
from cheguan.kafka_programs import NoKafka
from cheguan.looping import run
from cheguan.postgres_programs import NoEmbeddedPostgres
from cheguan.projections_cli import known_read_models
from cheguan.registry import imported
from cheguan.service_clock import clock_of
from cheguan.serving import serve_until, server
from cheguan.settings import Settings, UnsafeSettings, check_identities, is_loopback
from cheguan.signals import stop_on_signal
from cheguan.sole_owner import DataDirectoryInUse
from cheguan.token import demo_token
from cheguan.town.instants import beijing_time
from cheguan.unprivileged import NoUnprivilegedUser
from cheguan.working import FeedKind, Work, Worker, kafka_servers
from cheguan.working import work as run_workers
from domain.event_store.connection import DatabaseFunctionsEnabled
from domain.event_store.epoch import StoreReadOnly
from domain.event_store.known import KnownUnreadable, KnownUnwritable
from domain.event_store.migrations import DatabaseTooNew
from domain.event_store.reactions.places import ReactionEpochDiffers
from domain.event_store.service_clock import FASTEST, OtherClock, OutOfRange
from domain.people import Role
from projections.engine.position import EpochDiffers, FeedDiffers
from workers.kafka.topic import TopicUnusable

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
app.add_typer(bench_cli.bench_app, name="bench")

out = Console(width=None if sys.stdout.isatty() else 110)


@app.command()
def demo(
    once: Annotated[
        bool, typer.Option("--once", help="Load, run until nothing is due, print a table, exit.")
    ] = False,
    cases: Annotated[int, typer.Option(min=1, max=1_000_000, help="Applications to load.")] = (
        DEFAULT_CASES
    ),
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
        typer.Option(min=0, max=FASTEST, help="How many times as fast its clock runs."),
    ] = None,
) -> None:
    """Run everything on this machine: database, API, pages, workers, a simulated town."""
    if once and (at is not None or speed is not None):
        raise typer.BadParameter("--at and --speed are for a town that stays, without --once")
    story = Demo(cases=cases, seed=seed, out=out, feed=feed, at=at, speed=speed)
    sys.exit(story.once() if once else story.stay())


@app.command()
def serve(
    processes: Annotated[
        int, typer.Option(min=1, max=64, help="How many; one a core leaves PostgreSQL its share.")
    ] = 1,
    listening: Annotated[int | None, typer.Option(hidden=True)] = None,
) -> None:
    """Serve the API and the pages; the settings come from the environment."""
    settings = Settings()
    check_identities(settings)
    registry = imported(settings.registry)

    async def main(url: str) -> None:
        clock = clock_of(url, settings)
        serving = server(settings, registry, lambda: desk(settings, url, clock, registry))
        await serve_until(stop_on_signal(), serving, listening)

    with database(settings, registry) as url:
        run(main(url) if processes == 1 else serve_in(processes, settings, url, registry))


@app.command()
def work(
    which: Annotated[Worker, typer.Argument(help="Which worker.")] = Worker.ALL,
    names: Annotated[
        list[str] | None, typer.Argument(help="For a projector: read models, else all.")
    ] = None,
    feed: Annotated[
        FeedKind, typer.Option(help="Where a projector takes events from.")
    ] = FeedKind.STORE,
    with_parent: Annotated[
        bool, typer.Option(help="Stop when the process that started this one is gone.")
    ] = False,
) -> None:
    """Run workers: projections, deadlines, reactions, the relay to Kafka."""
    settings = Settings()
    registry = imported(settings.registry)
    what = Work(which, feed, known_read_models(registry, names or []))
    if feed is FeedKind.KAFKA or which is Worker.RELAY:
        kafka_servers(settings)
    with database(settings, registry) as url:
        run(run_workers(settings, url, what, registry, with_parent=with_parent))


@app.command()
def migrate() -> None:
    """Bring every table up to date and end; every other verb does so too before it starts."""
    settings = Settings()
    with database(settings, imported(settings.registry)):
        pass


@app.command()
def token(
    role: Annotated[Role, typer.Option(help="What the bearer is.")],
    office: Annotated[str | None, typer.Option(help="For clerks, such as 410100.")] = None,
    subject: Annotated[str, typer.Option(help="A pseudonym, never an ID number.")] = "demo",
    lifetime: Annotated[int, typer.Option(min=1, max=43_200, help="Seconds.")] = 3600,
) -> None:
    """Print a demo token; only a demo on this machine accepts it."""
    settings = Settings()
    if not is_loopback(settings.host) or settings.issuer:
        raise UnsafeSettings("Demo tokens are for a demo on a loopback address only.")
    if role is Role.SYSTEM or (role in {Role.CLERK, Role.SUPERVISOR} and office is None):
        raise typer.BadParameter("clerks and supervisors need --office; nobody may be the system")
    typer.echo(demo_token(settings.secrets_dir, role, office, subject, lifetime))


@app.command()
def catalogue(
    on: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Rules in force on.")] = (
        datetime(2020, 2, 24)  # noqa: DTZ001 - a day
    ),
) -> None:
    """Print the services, commands and events as Markdown, from the code."""
    typer.echo(document(on.date()), nl=False)


@app.command()
def asyncapi() -> None:
    """Print the topic as an AsyncAPI 3 document, from the event classes."""
    made = asyncapi_document.document(Settings().kafka_topic)
    typer.echo(json.dumps(made, ensure_ascii=False, indent=2))


@app.command()
def version() -> None:
    """Print the build that stands in every envelope."""
    typer.echo(BUILD)


def main() -> None:
    """The installed command. What a user can mend is said in one line, without a traceback."""
    try:
        app()
    except (
        DataDirectoryInUse,
        DatabaseFunctionsEnabled,
        DatabaseTooNew,
        EarlierBuild,
        EpochDiffers,
        FeedDiffers,
        KafkaDidNotStart,
        KnownUnreadable,
        KnownUnwritable,
        NoKafka,
        NoEmbeddedPostgres,
        NoUnprivilegedUser,
        OtherClock,
        OutOfRange,
        PostgresDidNotStart,
        ReactionEpochDiffers,
        StoreReadOnly,
        TopicUnusable,
        UnsafeSettings,
    ) as wrong:
        Console(stderr=True).print(f"cheguan: {wrong}", style="red", soft_wrap=True)
        sys.exit(2)
