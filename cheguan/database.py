"""Decides on which database a command works: the one set, the demo's, or one of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psutil

from api.settings import Settings
from cheguan.embedded import data_directory, embedded_postgres
from cheguan.migrate import migrate_all


@contextmanager
def database(settings: Settings, data: Path | None = None, *, join: bool = True) -> Iterator[str]:
    """Gives the URL of a migrated store, while the context is open.

    ``DATABASE_URL`` wins. Otherwise a server on the data directory is used if one runs, and
    started if none does. Without ``join``, a data directory on which another process works
    is refused with ``DataDirectoryInUse``.
    """
    folder = data or data_directory()
    running = settings.database_url or (running_server(folder) if join else None)
    if running:
        migrate_all(running, settings.vault_database_url or running)
        yield running
        return
    with embedded_postgres(folder) as url:
        migrate_all(url, settings.vault_database_url or url)
        yield url


def running_server(data: Path) -> str | None:
    """The URL of the embedded server that another process runs on ``data``."""
    try:
        lines = (data / "postgres" / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    if len(lines) < 8 or lines[7].strip() != "ready" or not psutil.pid_exists(int(lines[0])):
        return None
    return f"postgresql://cheguan@/cheguan?host={quote(lines[4], safe='')}&port={lines[3]}"
