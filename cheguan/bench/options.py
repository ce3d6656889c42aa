"""What the commands of the bench have in common: their options, and where they write."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Final

import psutil
import typer
from rich.console import Console

from cheguan.bench.client_kind import ClientKind


def _in_a_folder(path: Path | None) -> Path | None:
    """Checks before the run, and not after it, that a file can be written."""
    if path and not path.absolute().parent.is_dir():
        raise typer.BadParameter("there is no such folder")
    return path


Json = Annotated[
    Path | None,
    typer.Option(
        "--json", help="Write the figures to this file.", dir_okay=False, callback=_in_a_folder
    ),
]
Svg = Annotated[
    Path | None,
    typer.Option(help="Draw the curves into this file.", dir_okay=False, callback=_in_a_folder),
]
Seconds = Annotated[float, typer.Option(min=1, max=60, help="A window of each contender.")]
Rounds = Annotated[int, typer.Option(min=1, max=20, help="Windows of each; the median counts.")]
Connections = Annotated[int, typer.Option(min=1, max=512, help="Of the client, kept alive.")]
Processes = Annotated[
    int, typer.Option(min=1, max=64, help="Of each server; as many as there are cores.")
]
CORES: Final = len(psutil.Process().cpu_affinity())
UsedClient = Annotated[ClientKind, typer.Option(help="wrk where it is installed, or our own.")]
Events = Annotated[int, typer.Option(min=5000, max=1_000_000, help="Of ours.")]
LibraryEvents = Annotated[int, typer.Option(min=500, max=100_000, help="Of the library's runner.")]
WithEmmett = Annotated[
    bool, typer.Option(help="Also emmett on Node, installed from npm for this run.")
]

_WIDE: Final = 140
"""How many columns there are if no terminal says so."""


def console() -> Console:
    """A console on the standard output."""
    terminal = Console()
    return terminal if terminal.is_terminal else Console(width=_WIDE)


def teller(figure: str) -> Callable[[str], None]:
    """A function that tells progress on the standard error, a line for each step."""
    started, progress = time.monotonic(), Console(stderr=True)

    def tell(text: str) -> None:
        line = f"{figure} {time.monotonic() - started:4.0f} s  {text}"
        progress.print(line, style="dim", highlight=False, soft_wrap=True)

    return tell
