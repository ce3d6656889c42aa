"""``cheguan audit``: replay from the command line."""

import asyncio
import json
from typing import Annotated
from uuid import UUID

import typer

from cheguan import history
from cheguan.database import database
from cheguan.registry import imported
from cheguan.settings import Settings

app = typer.Typer(no_args_is_help=True, help="Audit replay.")


@app.callback()
def audit() -> None:
    """Audit replay: what happened, by whom, under which rules."""


@app.command("history")
def audit_history(
    stream: Annotated[UUID, typer.Argument(help="The id of a case, or of any other stream.")],
    at: Annotated[str | None, typer.Option(help="A position, or an instant with zone.")] = None,
) -> None:
    """The events of a stream as JSON lines, up to a moment."""
    settings = Settings()
    registry = imported(settings.registry)
    with database(settings, registry) as url:
        for line in asyncio.run(history.lines(url, registry.codec, stream, at)):
            typer.echo(json.dumps(line, ensure_ascii=False))
