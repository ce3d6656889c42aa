"""``cheguan projections``: the verbs about read models."""

import asyncio
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated
from uuid import UUID

import typer
from rich.console import Console

from cheguan.lag import Within, exit_code
from cheguan.worker_kinds import FeedKind

if TYPE_CHECKING:
    from cheguan.registry import Registry

app = typer.Typer(no_args_is_help=True, help="The read models.")

out = Console(width=None if sys.stdout.isatty() else 110)


def known_read_models(registry: "Registry", names: Sequence[str]) -> Sequence[str]:
    """The same names, or all for none. Raises ``BadParameter`` for one that is not there."""
    return known("read model", registry.names, names) or registry.names


def known(kind: str, all_names: Sequence[str], names: Sequence[str]) -> Sequence[str]:
    """The same names, and all for ``all``. Raises ``BadParameter`` for one that is not there."""
    if list(names) == ["all"]:
        return all_names
    if unknown := [name for name in names if name not in all_names]:
        choices = ", ".join(all_names)
        raise typer.BadParameter(
            f"there is no {kind} {', '.join(unknown)}: choose of {choices}, or all alone",
            param_hint="'names'",
        )
    return names


def registered() -> "Registry":
    """What is registered. Names are checked by it before a database is looked for."""
    from cheguan.registry import imported
    from cheguan.settings import Settings, UnsafeSettings

    path = Settings().registry
    try:
        return imported(path)
    except (AttributeError, ImportError, TypeError, ValueError) as wrong:
        raise UnsafeSettings(
            f"CHEGUAN_REGISTRY: {path} is no registry ({wrong}). Unset it, or write module:NAME."
        ) from wrong


@contextmanager
def opened() -> Iterator[tuple[str, "Registry"]]:
    """The store, and what is registered, while the context is open."""
    from cheguan.database import database
    from cheguan.settings import Settings

    registry = registered()
    with database(Settings(), registry) as url:
        yield url, registry


@app.command("status")
def projections_status(within: Within = None) -> None:
    """How far each read model has come."""
    from cheguan import read_models

    with opened() as (url, registry):
        behind = asyncio.run(read_models.status(url, registry.names, out))
    sys.exit(exit_code(behind, within))


@app.command("rebuild")
def projections_rebuild(
    names: Annotated[list[str], typer.Argument(help="As `projections status` shows them, or all.")],
    processes: Annotated[
        int | None, typer.Option(min=1, max=64, help="That fold at once; else one a core, up to 8.")
    ] = None,
    wait: Annotated[
        int,
        typer.Option(min=0, max=86_400, metavar="SECONDS", help="For another's rebuild to end."),
    ] = 0,
) -> None:
    """Fold read models again beside the live ones, compare, and swap."""
    from cheguan import read_models
    from cheguan.event_loop import run
    from cheguan.processes import PROCESSES

    wanted = known_read_models(registered(), names)
    with opened() as (url, registry):
        count = processes or PROCESSES
        same = run(read_models.rebuild_all(url, registry, wanted, count, out, wait=wait))
    sys.exit(0 if same else 1)


@app.command("feed")
def projections_feed(
    feed: Annotated[FeedKind, typer.Argument(help="Where they take their events from then on.")],
    names: Annotated[list[str] | None, typer.Argument(help="Read models, else all.")] = None,
) -> None:
    """Let read models go on where they stand, on another feed; stop their projectors before."""
    from cheguan.settings import Settings
    from projections.engine.partition_level import follow
    from projections.engine.position import STORE, kafka_feed

    chosen = STORE if feed is FeedKind.STORE else kafka_feed(Settings().kafka_topic)
    wanted = known_read_models(registered(), names or [])
    with opened() as (url, registry):
        for name in wanted:
            asyncio.run(follow(url, registry.projection(name), registry.codec, chosen))


@app.command("parked")
def projections_parked() -> None:
    """Streams with an event that a read model cannot fold; exit code 1 if there are any."""
    from cheguan import read_models

    with opened() as (url, registry):
        found = asyncio.run(read_models.show_parked(url, registry.names, out))
    sys.exit(1 if found else 0)


@app.command("replay")
def projections_replay(
    name: Annotated[str, typer.Argument(help="As `projections status` shows it.")],
    stream: Annotated[
        UUID | None, typer.Argument(help="One parked stream, such as a case; without it, each.")
    ] = None,
) -> None:
    """Fold parked streams again, after what stopped them was put right.

    Exit code 1 if one of them still cannot be folded, or the stream that was named is not parked.
    """
    from cheguan import read_models

    if name not in (names := registered().names):
        raise typer.BadParameter(
            f"there is no read model {name}: choose of {', '.join(names)}", param_hint="'name'"
        )
    with opened() as (url, registry):
        folded = asyncio.run(read_models.replay_parked(url, registry, name, stream, out))
    sys.exit(0 if folded else 1)


@app.command("prove")
def projections_prove() -> None:
    """Fold every figure again from the events and compare; exit code 1 if anything differs."""
    from cheguan.proof import prove_all

    with opened() as (url, registry):
        same = asyncio.run(prove_all(url, registry, out))
    sys.exit(0 if same else 1)


@app.command("digest")
def projections_digest() -> None:
    """A hash of each read model; equal hashes, equal content."""
    from cheguan import read_models

    with opened() as (url, registry):
        for name, value in asyncio.run(read_models.digests(url, registry.projections)).items():
            typer.echo(f"{name} {value}")
