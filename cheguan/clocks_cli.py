"""``cheguan clocks``: which deadlines are due."""

import asyncio
import json
import sys
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from cheguan.projections_cli import opened

if TYPE_CHECKING:
    from projections.timers.due import DueCount

app = typer.Typer(no_args_is_help=True)
_OVERDUE, _TODAY, _AHEAD = "overdue", "today", "ahead"


@app.callback()
def clocks() -> None:
    """The deadlines of cases and of the register."""


@app.command("due")
def clocks_due(
    days: Annotated[int, typer.Option(min=0, max=3660, help="So many days ahead as well.")] = 7,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for a program.")] = False,
) -> None:
    """List what is due, by clock and day, by the clock of the store; exit code 1 if a deadline
    that passes by itself lies behind and has not passed.
    """
    today, found = _found(days)
    if as_json:
        lines = [
            {
                "clock": each.clock,
                "on": each.on.isoformat(),
                "standing": _standing(each.on, today),
                "by_itself": each.by_itself,
                "streams": each.streams,
            }
            for each in found
        ]
        typer.echo(json.dumps({"today": today.isoformat(), "due": lines}, indent=2))
    else:
        _print(today, found)
    sys.exit(int(any(each.by_itself and each.on < today for each in found)))


_DAY = typer.Option(formats=["%Y-%m-%d"], metavar="DAY")


@app.command("kept")
def clocks_kept(
    first: Annotated[datetime, _DAY],
    last: Annotated[datetime, _DAY],
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for a program.")] = False,
) -> None:
    """Of the days told at submission, by which nine of ten have their result, how many were kept.

    By service, of what was submitted from --first to --last.
    """
    from cheguan.kept_dates import found, lines, table

    if last < first:
        raise typer.BadParameter("--last is a day before --first", param_hint="'--last'")
    with opened() as (url, _):
        kept = asyncio.run(found(url, first.date(), last.date()))
    if as_json:
        typer.echo(json.dumps(lines(kept), indent=2))
    else:
        Console(width=None if sys.stdout.isatty() else 130).print(table(kept))


@app.command("reminders")
def clocks_reminders(
    days: Annotated[int, typer.Option(min=0, max=366, help="So many days ahead and back.")] = 30,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for a program.")] = False,
) -> None:
    """How many owners and holders will be reminded before they lose a right, and how many were.

    By what they are reminded of, and without any name.
    """
    from cheguan.reminders_table import found, lines, table

    with opened() as (url, _):
        stand = asyncio.run(found(url, days))
    if as_json:
        typer.echo(json.dumps(lines(stand), indent=2, ensure_ascii=False))
    else:
        Console(width=None if sys.stdout.isatty() else 130).print(table(stand, days))


def _standing(on: date, today: date) -> str:
    return _OVERDUE if on < today else _TODAY if on == today else _AHEAD


def _print(today: date, found: "list[DueCount]") -> None:
    from domain.case.wording import CLOCKS

    out = Console(width=None if sys.stdout.isatty() else 130)
    if not found:
        out.print(f"Nothing is due, {today} or before, or in the days asked for.")
        return
    table = Table(title=f"Due, as of {today}")
    for name in ("day", "", "clock", "期限事项", "who acts"):
        table.add_column(name, no_wrap=True)
    table.add_column("streams", justify="right")
    for each in found:
        title = CLOCKS.get(each.clock)
        table.add_row(
            each.on.isoformat(),
            _standing(each.on, today),
            each.clock,
            title.zh if title else "",
            "passes by itself" if each.by_itself else "the office",
            f"{each.streams:,}",
        )
    out.print(table)


def _found(days: int) -> "tuple[date, list[DueCount]]":
    from cheguan.service_clock import today_of
    from domain.event_store.connection import connect
    from projections.timers.due import due_until

    async def ask(url: str) -> "tuple[date, list[DueCount]]":
        connection = await connect(url)
        try:
            today = await today_of(connection)
            return today, await due_until(connection, today + timedelta(days=days))
        finally:
            await connection.close()

    with opened() as (url, _):
        return asyncio.run(ask(url))
