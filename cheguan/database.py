"""Decides on which database a command works: the one set, the demo's, or one of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psutil
from psycopg.conninfo import conninfo_to_dict

from cheguan.embedded import data_directory, embedded_postgres
from cheguan.holiday_notices import adopt
from cheguan.migrate import migrate_all
from cheguan.registry import Registry
from cheguan.settings import Settings
from cheguan.surroundings import check_addresses, check_folder
from domain.event_store.stored_format import EarlierFormat


class EarlierBuild(Exception):
    """What an earlier build stored cannot be read, and is never read by halves."""

    def __init__(self, place: str, variable: str) -> None:
        super().__init__(
            f"{place} was made by an earlier build; move it away or name another with {variable}."
        )


@contextmanager
def database(
    settings: Settings, registry: Registry, data: Path | None = None, *, join: bool = True
) -> Iterator[str]:
    """Gives the URL of a migrated store with the tables of a registry, while it is open.

    ``DATABASE_URL`` wins. Otherwise a server on the data directory is used if one runs, and
    started if none does. Without ``join``, a data directory on which another process works
    is refused with ``DataDirectoryInUse``. A store of an earlier build is
    refused with ``EarlierBuild``.
    """
    adopt(settings.holidays_file)
    check_addresses(settings)
    folder = data or data_directory()
    running = settings.database_url or (running_server(folder) if join else None)
    if running:
        _migrate(running, settings, folder, registry)
        yield running
        return
    check_folder("CHEGUAN_DATA", folder)
    with embedded_postgres(folder) as url:
        _migrate(url, settings, folder, registry)
        yield url


def _migrate(url: str, settings: Settings, folder: Path, registry: Registry) -> None:
    try:
        migrate_all(url, settings.vault_database_url or url, registry.projections)
    except EarlierFormat:
        if settings.database_url:
            name = conninfo_to_dict(settings.database_url).get("dbname", "")
            raise EarlierBuild(f"The database {name}", "DATABASE_URL") from None
        raise EarlierBuild(str(folder), "CHEGUAN_DATA") from None


def running_server(data: Path) -> str | None:
    """The URL of the embedded server that another process runs on ``data``."""
    try:
        lines = (data / "postgres" / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    if len(lines) < 8 or lines[7].strip() != "ready" or not psutil.pid_exists(int(lines[0])):
        return None
    return f"postgresql://cheguan@/cheguan?host={quote(lines[4], safe='')}&port={lines[3]}"
