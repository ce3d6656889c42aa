"""``cheguan draws``: what is published of draws, and whether it is what was committed to."""

import asyncio
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from cheguan.projections_cli import opened

app = typer.Typer(no_args_is_help=True, help="Draws of plate numbers.")
_DAY = typer.Option(formats=["%Y-%m-%d"], metavar="DAY")


@app.command("export")
def draws_export(
    first: Annotated[datetime, _DAY],
    last: Annotated[datetime, _DAY],
    region: Annotated[
        list[str] | None, typer.Option(help="The code of a prefecture, such as 410100; else all.")
    ] = None,
) -> None:
    """Print the public file of the days from --first to --last: commitments, seeds, sessions."""
    from cheguan.published_draws import export
    from cheguan.settings import Settings
    from domain.offices.tree import REGIONS

    if unknown := [each for each in region or [] if each not in REGIONS]:
        raise typer.BadParameter(
            f"there is no prefecture {', '.join(unknown)}: choose of {', '.join(REGIONS)}",
            param_hint="'--region'",
        )
    if last < first:
        raise typer.BadParameter("--last is a day before --first", param_hint="'--last'")
    wanted = [each for each in REGIONS if not region or each in region]
    with opened() as (url, _):
        made = asyncio.run(export(Settings(), url, first.date(), last.date(), wanted))
    sys.stdout.buffer.write(made)


@app.command("verify")
def draws_verify(
    file: Annotated[
        Path,
        typer.Argument(
            exists=True,
            dir_okay=False,
            help="The public file of the days that are over, as /api/v1/published-draws gives it "
            "to everybody, or as `draws export` prints it.",
        ),
    ],
    commitments: Annotated[
        Path | None,
        typer.Option(
            exists=True,
            dir_okay=False,
            help="The public file of the same days that you saved before the first of them.",
        ),
    ] = None,
    passed_over: Annotated[
        bool, typer.Option("--passed-over", help="Print each number that was told not to be free.")
    ] = False,
) -> None:
    """Draw everything again, and name every difference.

    It needs no database, no keys and no running service, so anybody can do it. docs/draws.md
    says how to get the two files. Exit code 1: there is a difference.
    """
    from cheguan.verified_draws import verdict

    found = verdict(file, commitments, passed_over=passed_over)
    for line in found.lines:
        typer.echo(line)
    sys.exit(0 if found.sound else 1)
