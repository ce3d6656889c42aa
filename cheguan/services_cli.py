"""``cheguan services``: the catalogue as a table."""

import json
import sys
from datetime import datetime
from typing import Annotated

import typer
from rich.console import Console


def services(
    on: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="Rules in force on.")] = (
        datetime(2020, 2, 24)  # noqa: DTZ001 - a day
    ),
    windows: Annotated[
        bool, typer.Option("--windows", help="The services of the windows instead of the 24.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for a program.")] = False,
) -> None:
    """List the services: number, names, group, archetype, term, fee, and which are open."""
    from cheguan.catalogue_document import first_day
    from cheguan.services_table import service_rows, services_table
    from cheguan.windows_table import window_rows, windows_table

    if on.date() < first_day():
        raise typer.BadParameter(
            f"no rule is known before {first_day()}: give that day or a later one",
            param_hint="'--on'",
        )
    console = Console(width=None if sys.stdout.isatty() else 160)
    rows = window_rows(on.date()) if windows else service_rows(on.date())
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif windows:
        console.print(windows_table(window_rows(on.date())))
    else:
        console.print(services_table(service_rows(on.date())))
