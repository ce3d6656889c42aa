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
        Path, typer.Argument(exists=True, dir_okay=False, help="What `draws export` has printed.")
    ],
    commitments: Annotated[
        Path | None,
        typer.Option(
            exists=True, dir_okay=False, help="Such a file that you saved before the first day."
        ),
    ] = None,
    passed_over: Annotated[
        bool, typer.Option("--passed-over", help="Print each number that was told not to be free.")
    ] = False,
) -> None:
    """Draw everything again, and name every difference. Needs no database. Exit code 1 for any."""
    from cheguan.verified_draws import verdict

    found = verdict(file, commitments, passed_over=passed_over)
    for line in found.lines:
        typer.echo(line)
    sys.exit(0 if found.sound else 1)
