"""``cheguan backup`` and ``cheguan restore-drill``."""

import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from cheguan.projections_cli import opened, registered

if TYPE_CHECKING:
    from cheguan.restore_drill import Found

out = Console(width=None if sys.stdout.isatty() else 110)

Folder = Annotated[Path, typer.Argument(help="The folder of the backup.", metavar="FOLDER")]


def backup(folder: Folder) -> None:
    """Back the store and the vault up while everything runs. The keys are NOT in it.

    It is one moment of the store, in PostgreSQL's own dump format. Keep the keys elsewhere: a
    backup with them opens everything, and one without any copy of them opens nothing.
    """
    from cheguan.backup import back_up
    from cheguan.settings import Settings

    if folder.exists():
        raise typer.BadParameter(f"{folder} is there already: name a new one")
    begun, settings = monotonic(), Settings()
    with opened() as (url, _):
        apart = settings.vault_database_url
        made = back_up(url, None if apart == url else apart, folder)
    size = sum(path.stat().st_size for path in folder.iterdir())
    out.print(
        f"{folder}: up to position {made.position:,}, {size / 1_000_000:,.1f} MB, "
        f"{monotonic() - begun:,.1f} s.",
        soft_wrap=True,
    )
    needed = ", ".join(made.secrets) or "none yet"
    out.print(f"Needed and not in it: {needed}. They belong in the escrow.", soft_wrap=True)
    out.print(f"See whether it gives everything back: cheguan restore-drill {folder}")


def restore_drill(folder: Folder) -> None:
    """Restore a backup beside everything, into a server of its own, and compare.

    The keys are read from CHEGUAN_SECRETS_DIR: name the folder of the escrowed ones to try
    those. Exit code 1 if anything is missing or different.
    """
    from cheguan.restore_drill import drill
    from cheguan.settings import Settings

    begun = monotonic()

    def tell(found: "Found") -> None:
        sign = "[green]ok[/green]" if found.is_well else "[red]NO[/red]"
        out.print(f"{sign}  {found.what:<14} {found.told:<60} {found.seconds:8.2f} s")

    is_well = drill(folder, Settings().secrets_dir, registered(), tell)
    verdict = "gives everything back" if is_well else "does NOT give everything back"
    out.print(f"The backup {verdict}; {monotonic() - begun:,.1f} s in all.")
    sys.exit(0 if is_well else 1)
