"""Tells whether a reader is close enough behind the log."""

from typing import Annotated

import typer

Within = Annotated[
    int | None,
    typer.Option(min=0, metavar="EVENTS", help="Exit code 1 if more events behind than this."),
]


def exit_code(behind: int, within: int | None) -> int:
    """1 if a limit is given and passed, otherwise 0."""
    return int(within is not None and behind > within)
