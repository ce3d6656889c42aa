"""``cheguan reactions``: how far they are, and what an operator does about them."""

import asyncio
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from cheguan.lag import Within, exit_code
from cheguan.projections_cli import known, opened, registered

if TYPE_CHECKING:
    from cheguan.registry import Registry
    from domain.event_store.reactions.standing import ReactionStanding

app = typer.Typer(no_args_is_help=True, help="What follows from an event elsewhere.")

out = Console(width=None if sys.stdout.isatty() else 130)

Names = Annotated[list[str], typer.Argument(help="As `reactions status` shows them, or all.")]


@app.command("status")
def reactions_status(within: Within = None) -> None:
    """How far each has come, what it has postponed or given up, and why it stands still."""
    with opened() as (url, registry):
        stands = asyncio.run(_standing(url, _known(registry, ["all"])))
        waiting = asyncio.run(_waiting(url))
    table = Table("reaction", "epoch", "position", "behind", "at work", "postponed", "given up")
    table.add_column("stopped by")
    for each in stands:
        numbers = (each.epoch, each.position, each.behind)
        at_work = f"{each.done} of {each.targets}" if each.targets else ""
        halted = (str(each.postponed), str(each.given_up), each.stopped or "")
        table.add_row(each.name, *map(str, numbers), at_work, *halted)
    out.print(table)
    if waiting:
        out.print(
            "The register does not answer: cases wait, of which the checker has tried "
            f"{waiting} (`cheguan workers status`)."
        )
    sys.exit(exit_code(max((each.behind for each in stands), default=0), within))


@app.command("retry")
def reactions_retry(names: Names) -> None:
    """Try again now what was postponed or given up, after what was in its way is gone."""
    wanted = _known(registered(), names)
    with opened() as (url, _):
        tried = asyncio.run(_retry(url, wanted))
    out.print(f"{tried} are tried again.")


@app.command("anew")
def reactions_anew(names: Names) -> None:
    """Read the log from its beginning, in the present epoch; nothing is done twice."""
    wanted = _known(registered(), names)
    with opened() as (url, _):
        asyncio.run(anew(url, wanted))


async def anew(url: str, names: Sequence[str]) -> None:
    """Lets reactions begin with the first event again."""
    from domain.event_store.connection import connect
    from domain.event_store.log import current_epoch
    from domain.event_store.reactions.places import begin_anew

    connection = await connect(url)
    try:
        await begin_anew(connection, names, await current_epoch(connection))
    finally:
        await connection.close()


def _known(registry: "Registry", names: Sequence[str]) -> Sequence[str]:
    from cheguan.reaction_names import reaction_names
    from cheguan.settings import Settings

    return known("reaction", reaction_names(Settings(), registry.codec), names)


async def _standing(url: str, names: Sequence[str]) -> "Sequence[ReactionStanding]":
    from domain.event_store.connection import connect
    from domain.event_store.reactions.standing import standing

    connection = await connect(url)
    try:
        return await standing(connection, names)
    finally:
        await connection.close()


async def _waiting(url: str) -> int:
    """How many cases the checker has asked about in vain, because the register was away."""
    from domain.event_store import set_aside
    from domain.event_store.connection import connect
    from workers.checker import AWAY

    connection = await connect(url)
    try:
        counted = await set_aside.counted(connection)
    finally:
        await connection.close()
    return sum(count for _, why, count in counted if why == AWAY)


async def _retry(url: str, names: Sequence[str]) -> int:
    from domain.event_store.connection import connect
    from domain.event_store.reactions.postponed import retry

    connection = await connect(url)
    try:
        return await retry(connection, names)
    finally:
        await connection.close()
