"""``cheguan workers``: what they have tried in vain, and what an operator does about it."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer
from rich.console import Console
from rich.table import Table

from cheguan.projections_cli import known, opened

if TYPE_CHECKING:
    from domain.event_store.transaction import Connection

app = typer.Typer(no_args_is_help=True, help="What the workers have set aside.")

out = Console(width=None if sys.stdout.isatty() else 130)

Names = Annotated[list[str], typer.Argument(help="As `workers status` shows them, or all.")]
_Found = TypeVar("_Found")


@app.command("status")
def workers_status() -> None:
    """What was tried in vain, why, how often, and when it is tried again; exit code 1 for any."""
    from domain.event_store import set_aside

    found = _asked(set_aside.listed)
    table = Table("worker")
    for name in ("stream", "why", "tries", "since, UTC", "again, UTC"):
        table.add_column(name, no_wrap=True)
    for each in found:
        times = (f"{at:%m-%d %H:%M:%S}" for at in (each.since, each.again_at))
        table.add_row(each.worker, str(each.stream), each.why, str(each.tries), *times)
    out.print(table if found else "nothing is set aside")
    sys.exit(1 if found else 0)


@app.command("retry")
def workers_retry(names: Names) -> None:
    """Try again now what was set aside, after what was in its way is gone.

    `clock` lets deadlines go on that stood still after a jump of the clock. `all` leaves it out.
    """
    from domain.event_store import clock_halt, set_aside
    from workers import checker, timekeeper

    of_streams = (checker.NAME, timekeeper.NAME)
    chosen = known("worker", (*of_streams, clock_halt.WORKER), names)
    if list(names) == ["all"]:
        chosen = of_streams
    tried = _asked(lambda connection: set_aside.retry(connection, chosen))
    out.print(f"{tried} are tried again.")


def _asked(question: "Callable[[Connection], Awaitable[_Found]]") -> _Found:
    from domain.event_store.connection import connect

    async def ask(url: str) -> _Found:
        connection = await connect(url)
        try:
            return await question(connection)
        finally:
            await connection.close()

    with opened() as (url, _):
        return asyncio.run(ask(url))
