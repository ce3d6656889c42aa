"""``cheguan orders``: what the office does with the books of orders."""

import asyncio
import csv
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cheguan.projections_cli import opened

app = typer.Typer(no_args_is_help=True, help="Orders, and the money that they took.")


if TYPE_CHECKING:
    from domain.codec import Codec
    from domain.payments.books import Takings


@app.callback()
def orders() -> None:
    """Orders: the statements of bank and post against our books, and the day's takings."""


@app.command()
def reconcile(
    file: Annotated[Path, typer.Argument(help="The bank's statement of a day, as CSV.")],
    day: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="Its day, if nothing was booked on it."),
    ] = None,
) -> None:
    """Name every difference between a statement of the bank and our books; exit 1 if any."""
    from cheguan.order_books import bank_lines
    from domain.payments.statement import StatementUnreadable, differences, lines_of

    try:
        with file.open(encoding="utf-8-sig", newline="") as text:
            bank = lines_of(text)
    except (StatementUnreadable, UnicodeDecodeError) as wrong:
        raise typer.BadParameter(f"{file}: {wrong}", param_hint="'FILE'") from None
    days = {line.day for line in bank} | ({day.date()} if day else set())
    if len(days) != 1:
        raise typer.BadParameter(
            f"{file} tells of {len(days)} days: give the statement of one, or --day",
            param_hint="'FILE'",
        )
    with opened() as (url, registry):
        ours = asyncio.run(bank_lines(url, registry.codec))
    found = differences(bank, ours, of := days.pop())
    for each in found:
        sums = " / ".join(str(line.amount_fen) if line else "–" for line in (each.bank, each.ours))
        typer.echo(f"{each.bank_reference}  {each.kind.zh} ({each.kind.en})  {sums} fen")
    typer.echo(f"{of}: {len(bank)} lines of the bank, {len(found)} differences.", err=True)
    sys.exit(bool(found))


@app.command()
def settle(
    file: Annotated[Path, typer.Argument(help="The post's statement of a payment, as CSV.")],
) -> None:
    """Book what the post pays over of the money that it collected; exit 1 if books differ.

    A line that agrees is booked, once however often the file is read. Every difference is named.
    """
    from cheguan.post_settlement import book
    from domain.payments.settlement import settled_lines_of
    from domain.payments.statement import StatementUnreadable

    try:
        with file.open(encoding="utf-8-sig", newline="") as text:
            lines = settled_lines_of(text)
    except (StatementUnreadable, UnicodeDecodeError) as wrong:
        raise typer.BadParameter(f"{file}: {wrong}", param_hint="'FILE'") from None
    with opened() as (url, registry):
        done = asyncio.run(book(url, registry, lines))
    for each in done.differences:
        sums = " / ".join(str(one.amount_fen) if one else "–" for one in (each.line, each.ours))
        typer.echo(f"{each.item_no}  {each.kind.zh} ({each.kind.en})  {sums} fen")
    typer.echo(
        f"{lines[0].statement_no}: {len(lines)} lines of the post, {done.booked} booked, "
        f"{done.before} booked before, {len(done.differences)} differences.",
        err=True,
    )
    sys.exit(bool(done.differences))


@app.command()
def takings(
    first: Annotated[datetime, typer.Argument(formats=["%Y-%m-%d"], help="A day of the office.")],
    last: Annotated[
        datetime | None,
        typer.Argument(formats=["%Y-%m-%d"], help="The last day, if it is more than one."),
    ] = None,
) -> None:
    """Print what each office took and gave back in some days, for the treasury, as CSV."""
    from domain.payments.movement import TakingsKind

    end = (last or first).date()
    if end < first.date():
        raise typer.BadParameter("the last day lies before the first", param_hint="'LAST'")
    with opened() as (url, registry):
        found = asyncio.run(_takings(url, registry.codec, first.date(), end))
    lines = csv.writer(sys.stdout)
    kinds = list(TakingsKind)
    lines.writerow(
        ["first", "last", "office", "charge", *(f"{each}_fen" for each in kinds), "net_fen"]
    )
    for each in found:
        sums = (each.sums.get(kind, 0) for kind in kinds)
        lines.writerow([first.date(), end, each.office, each.charge, *sums, each.net_fen])


async def _takings(url: str, codec: "Codec", first: date, last: date) -> "Sequence[Takings]":
    from cheguan.order_books import money
    from domain.payments import books

    return books.takings([each async for each in money(url, codec)], first, last)
