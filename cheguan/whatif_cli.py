"""``cheguan whatif``: the demand of the store under other decisions about windows and reliefs."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from cheguan.projections_cli import opened
from cheguan.whatif.example import EXAMPLE

if TYPE_CHECKING:
    from cheguan.whatif.outcome import Outlook

_COLUMNS: Final = (
    TextColumn("Telling it again"),
    BarColumn(),
    MofNCompleteColumn(),
    TimeElapsedColumn(),
)
EPILOG: Final = "An example of FILE:\n\n\b\n" + escape(EXAMPLE).replace("\n\n", "\n \n")


def whatif(
    decision: Annotated[
        Path | None,
        typer.Option("--decision", metavar="FILE", help="The other decisions, in TOML."),
    ] = None,
    print_decisions: Annotated[
        bool, typer.Option("--print-decisions", help="Print those that were taken, as such a file.")
    ] = False,
    until: Annotated[
        datetime | None,
        typer.Option(
            formats=["%Y-%m-%d"], help="Count up to the end of this day, else to the last."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="As JSON, for a program.")] = False,
) -> None:
    """Compare what was with what other opening decisions or reliefs would have made of it.

    Nothing is written. A prefecture that FILE names has taken the decisions of the file and no
    others; every other one decided as it did. If FILE has any relief, or says `relief = []`, those
    are all reliefs; otherwise they are as they were. An entry has the name and the fields of its
    command in the API; `taken_on` is the day on which it is given, by default that of its effect.
    Begin with --print-decisions, and edit. Exit code 2 if FILE cannot be used: every defect is
    named with its line, a pointer and the rule.
    """
    if (decision is None) is not print_decisions:
        raise typer.BadParameter("give either --decision FILE or --print-decisions")
    if print_decisions:
        _print_decisions()
    elif decision:
        _compare(decision, until, as_json=as_json)


def _print_decisions() -> None:
    from cheguan.event_loop import run
    from cheguan.whatif.decision_text import written
    from cheguan.whatif.outcome import were_taken

    with opened() as (url, registry):
        typer.echo(written(run(were_taken(url, registry.codec))), nl=False)


def _compare(file: Path, until: datetime | None, *, as_json: bool) -> None:
    from cheguan.event_loop import run
    from cheguan.whatif.decision_file import FileUnfit, read_decisions
    from cheguan.whatif.outcome import outlook

    text = _text_of(file)
    try:
        decisions = read_decisions(text)
        with opened() as (url, registry), Progress(*_COLUMNS, console=_terminal()) as progress:
            task = progress.add_task("", total=None)
            found = run(
                outlook(
                    url,
                    registry.codec,
                    decisions,
                    text,
                    until.date() if until else None,
                    lambda done, of: progress.update(task, completed=done, total=of),
                )
            )
    except FileUnfit as unfit:
        for defect in unfit.defects:
            typer.echo(f"cheguan: {file}:{defect}", err=True)
        sys.exit(2)
    _show(found, as_json=as_json)


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise typer.BadParameter(
            f"{file} is no text in UTF-8: save it as such", param_hint="'--decision'"
        ) from None


def _terminal() -> Console:
    """Progress is shown to whoever looks on, and never among what is printed."""
    return Console(stderr=True, quiet=not sys.stderr.isatty())


def _show(found: "Outlook", *, as_json: bool) -> None:
    from cheguan.whatif import table

    if as_json:
        made = table.comparison_json(found.comparison, changes=found.changes)
        typer.echo(json.dumps(made, ensure_ascii=False, indent=2))
        return
    out = Console(width=None if sys.stdout.isatty() else 160)
    out.print(table.comparison_table(found.comparison))
    for sentence in table.sentences(found.comparison, changes=found.changes):
        out.print(f"{sentence.zh} {sentence.en}")
