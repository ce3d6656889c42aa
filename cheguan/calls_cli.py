"""``cheguan calls``: the telephone logs of the offices."""

import asyncio
import sys
from pathlib import Path
from typing import Annotated

import typer

from cheguan.projections_cli import opened

app = typer.Typer(no_args_is_help=True, help="Calls to the offices.")


@app.callback()
def calls() -> None:
    """Calls: the log of the telephone exchange."""


@app.command("import")
def calls_import(
    file: Annotated[
        Path,
        typer.Argument(
            exists=True,
            dir_okay=False,
            help="The log of a prefecture's exchange, of whole days, as CSV with the columns "
            "call_id,office,called_at,answered_at,ended_at.",
        ),
    ],
) -> None:
    """Take over the calls of a file: all of them, or none. Twice is once.

    Every line that is wrong is named, and then nothing is taken over; exit code 1.
    """
    from cheguan.call_import import imported
    from cheguan.settings import Settings

    with opened() as (url, registry):
        told = asyncio.run(imported(Settings(), url, registry, file))
    for line in told.lines:
        typer.echo(line, err=not told.taken_over)
    sys.exit(0 if told.taken_over else 1)
