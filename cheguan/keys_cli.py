"""``cheguan keys``: the service's own keys, and their replacement."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from cheguan.projections_cli import opened

if TYPE_CHECKING:
    from domain.secret_keys import SecretKind

app = typer.Typer(no_args_is_help=True, help="The service's own keys. None is ever printed.")

out = Console(width=None if sys.stdout.isatty() else 110)


class Which(StrEnum):
    """What is replaced."""

    ALL = "all"
    KEK = "kek"
    INDEX = "index"

    @property
    def kinds(self) -> "list[SecretKind]":
        from cheguan.key_rotation import REPLACEABLE
        from domain.secret_keys import SecretKind

        return list(REPLACEABLE) if self is Which.ALL else [SecretKind(self)]


@app.command("status")
def keys_status() -> None:
    """Which keys the data needs, whether they are at hand, and which file may be removed.

    Exit code 1 if one is missing or another, or if a replacement has not come to its end.
    """
    from cheguan.key_standing import key_standing
    from cheguan.settings import Settings

    settings = Settings()
    with opened() as (url, _):
        rows = key_standing(settings.vault_database_url or url, settings.secrets_dir)
    table = Table("file", "since", "state", "is", "data keys")
    for row in rows:
        table.add_row(row.file, f"{row.since:%F %R} UTC", row.at_hand, row.use, row.data_keys)
    out.print(table if rows else "The data has no keys yet: the first start makes them.")
    sys.exit(0 if all(row.is_well for row in rows) else 1)


@app.command("rotate")
def keys_rotate(
    which: Annotated[Which, typer.Argument(help="Which keys are replaced.")] = Which.ALL,
    prepare: Annotated[
        bool,
        typer.Option("--prepare", help="Only make the files, to copy them to every machine first."),
    ] = False,
) -> None:
    """Let new keys take the place of the current ones, while everything runs.

    Data keys are wrapped anew, a thousand at a time. If it is broken off, run it again: it goes
    on where it was. Exit code 1 if a data key cannot be opened; it is named and left as it is.
    """
    from cheguan import key_rotation
    from cheguan.secrets import file_of
    from cheguan.settings import Settings

    folder = Settings().secrets_dir
    columns = (TextColumn("data keys wrapped anew"), BarColumn(), MofNCompleteColumn())
    with opened() as (url, _):
        place = (url, Settings().vault_database_url or url, folder)
        if prepare:
            files = ", ".join(map(file_of, key_rotation.prepare(*place, which.kinds)))
            out.print(f"Made {files} in {folder}. Copy them to that folder of every machine and")
            out.print("to the escrow; then: cheguan keys rotate")
            return
        begun = key_rotation.begin(*place, which.kinds)
        files = ", ".join(map(file_of, begun))
        out.print(f"Current from now on: {files}" if begun else "Going on with what was begun.")
        with Progress(*columns, console=out, transient=True) as progress:
            task = progress.add_task("", total=None)

            def tell(done: int, of: int) -> None:
                progress.update(task, completed=done, total=of)

            broken = key_rotation.finish(*place, tell)
    for key_id in broken:
        out.print(f"data key {key_id} cannot be opened, and is left as it is")
    if begun:
        out.print(f"Put {files} into the escrow now. Running processes take them in by themselves")
        out.print("within ten seconds, if they find them in their folder.")
    out.print("Which file may be removed: cheguan keys status")
    sys.exit(1 if broken else 0)


@app.command("give-up")
def keys_give_up(
    file: Annotated[str, typer.Argument(help="As `keys status` shows it.")],
    approved_by: Annotated[
        list[str], typer.Option(help="Pseudonym of who approves; give it twice, two people.")
    ],
) -> None:
    """Go on WITHOUT a key of which no copy is left anywhere.

    What a lost kek has wrapped stays closed, as if it were erased. Cases from the time of a lost
    index-key are found by their id and reference only. Without the name-key a vehicle that has
    an open case can have a second one until that ends: look it up before you accept. A key that
    is found again is put back into the folder.
    """
    from cheguan.key_loss import give_up
    from cheguan.settings import Settings

    if len({who.strip() for who in approved_by} - {""}) < 2:
        raise typer.BadParameter("two different people approve: --approved-by A --approved-by B")
    settings = Settings()
    with opened() as (url, _):
        place = settings.vault_database_url or url
        made = give_up(place, settings.secrets_dir, file, approved_by)
    out.print(f"{file} is given up.")
    if made:
        out.print(f"Made in its place: {made}. Put it into the escrow now.")
