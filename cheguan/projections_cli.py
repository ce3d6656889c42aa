"""``cheguan projections``: the verbs about read models."""

import asyncio
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated
from uuid import UUID

import typer
from rich.console import Console

from cheguan import read_models
from cheguan.database import database
from cheguan.lag import Within, exit_code
from cheguan.looping import run
from cheguan.processes import PROCESSES
from cheguan.registry import REGISTRY, Registry, imported
from cheguan.settings import Settings
from cheguan.working import FeedKind
from projections.engine.levelling import follow
from projections.engine.position import STORE, kafka_feed

app = typer.Typer(no_args_is_help=True, help="The read models.")

out = Console(width=None if sys.stdout.isatty() else 110)


def known_read_models(registry: Registry, names: Sequence[str]) -> Sequence[str]:
    """The same names, or all for none. Raises ``BadParameter`` for one that is not there."""
    if unknown := [name for name in names if name not in registry.names]:
        raise typer.BadParameter(f"no read model {', '.join(unknown)}")
    return names or registry.names


@contextmanager
def opened() -> Iterator[tuple[str, Registry]]:
    """The store, and what is registered, while the context is open."""
    settings = Settings()
    registry = imported(settings.registry)
    with database(settings, registry) as url:
        yield url, registry


@app.command("status")
def projections_status(within: Within = None) -> None:
    """How far each read model has come."""
    with opened() as (url, registry):
        behind = asyncio.run(read_models.status(url, registry.names, out))
    sys.exit(exit_code(behind, within))


@app.command("rebuild")
def projections_rebuild(
    names: Annotated[list[str], typer.Argument(help=f"Of {', '.join(REGISTRY.names)}, or all.")],
    processes: Annotated[int, typer.Option(min=1, max=64, help="That fold at once.")] = PROCESSES,
    wait: Annotated[
        int,
        typer.Option(min=0, max=86_400, metavar="SECONDS", help="For another's rebuild to end."),
    ] = 0,
) -> None:
    """Fold read models again beside the live ones, compare, and swap."""
    with opened() as (url, registry):
        wanted = known_read_models(registry, [] if names == ["all"] else names)
        same = run(read_models.rebuild_all(url, registry, wanted, processes, out, wait=wait))
    sys.exit(0 if same else 1)


@app.command("feed")
def projections_feed(
    feed: Annotated[FeedKind, typer.Argument(help="Where they take their events from then on.")],
    names: Annotated[list[str] | None, typer.Argument(help="Read models, else all.")] = None,
) -> None:
    """Let read models go on where they stand, on another feed; stop their projectors before."""
    chosen = STORE if feed is FeedKind.STORE else kafka_feed(Settings().kafka_topic)
    with opened() as (url, registry):
        for name in known_read_models(registry, names or []):
            asyncio.run(follow(url, registry.projection(name), registry.codec, chosen))


@app.command("parked")
def projections_parked() -> None:
    """Streams with an event that a read model cannot fold; exit code 1 if there are any."""
    with opened() as (url, registry):
        found = asyncio.run(read_models.show_parked(url, registry.names, out))
    sys.exit(1 if found else 0)


@app.command("replay")
def projections_replay(
    name: Annotated[str, typer.Argument(help=f"One of {', '.join(REGISTRY.names)}.")],
    stream: Annotated[
        UUID | None, typer.Argument(help="One parked stream, such as a case; without it, each.")
    ] = None,
) -> None:
    """Fold parked streams again, after what stopped them was put right."""
    with opened() as (url, registry):
        (known,) = known_read_models(registry, [name])
        folded = asyncio.run(read_models.replay_parked(url, registry, known, stream, out))
    sys.exit(0 if folded else 1)


@app.command("digest")
def projections_digest() -> None:
    """A hash of each read model; equal hashes, equal content."""
    with opened() as (url, registry):
        for name, value in asyncio.run(read_models.digests(url, registry.projections)).items():
            typer.echo(f"{name} {value}")
