"""``cheguan audit``: replay from the command line."""

import asyncio
import json
import sys
from typing import Annotated
from uuid import UUID

import typer

from cheguan.projections_cli import opened

app = typer.Typer(no_args_is_help=True, help="Audit replay.")


@app.callback()
def audit() -> None:
    """Audit replay: what happened, by whom, under which rules."""


@app.command("history")
def audit_history(
    stream: Annotated[UUID, typer.Argument(help="The id of a case, or of any other stream.")],
    at: Annotated[str | None, typer.Option(help="A position, or an instant with zone.")] = None,
) -> None:
    """The events of a stream as JSON lines, up to a moment. Exit code 1 for an unknown stream."""
    from api.problems import Problem
    from cheguan import history

    with opened() as (url, registry):
        try:
            lines = asyncio.run(history.lines(url, registry.codec, stream, at))
        except LookupError:
            typer.echo(
                f"There is no stream {stream}. Give the id that the submission was answered with, "
                "and not the reference of the case.",
                err=True,
            )
            sys.exit(1)
        except Problem:
            raise typer.BadParameter(
                "give a position of the log, such as 1200, or an instant with its zone, such as "
                "2020-02-24T09:00:00+08:00",
                param_hint="'--at'",
            ) from None
    if not lines:
        typer.echo("Nothing had happened by then: the stream begins later than --at.", err=True)
    for line in lines:
        typer.echo(json.dumps(line, ensure_ascii=False))
