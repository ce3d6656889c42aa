"""Numbered SQL files, each applied once and in order.

A file that has run is history: it is never edited, only followed by another. A checksum
is kept of every applied file, so an edit shows itself at the next start, before two
databases of the same code differ.
"""

import hashlib
import re
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

import psycopg
from psycopg.rows import TupleRow

_NUMBERED = re.compile(r"(\d{4})_\w+\.sql", re.ASCII)

LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('cheguan_migrations', 0))"
"""Lets one process at a time make or change tables, until the end of its transaction."""

_EXISTS = "SELECT to_regclass('public.cheguan_migrations') IS NOT NULL"
_CREATE_TABLE = """
CREATE TABLE public.cheguan_migrations (
    name       text        NOT NULL,
    number     integer     NOT NULL,
    file       text        NOT NULL,
    sha256     text        NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (name, number)
)"""
_APPLIED = "SELECT number, sha256 FROM public.cheguan_migrations WHERE name = %s"
_RECORD = """
INSERT INTO public.cheguan_migrations (name, number, file, sha256) VALUES (%s, %s, %s, %s)"""

Connection = psycopg.Connection[TupleRow]


class MigrationsMissing(Exception):
    """The folder is absent or holds no SQL, as in a package built without its data."""


class MigrationsMisnumbered(Exception):
    """The files are not numbered 0001, 0002, … without a gap or a repetition."""


class MigrationChanged(Exception):
    """A file differs from what was applied to this database."""

    def __init__(self, file: str) -> None:
        super().__init__(f"{file} was changed after it had been applied")
        self.file = file


class DatabaseTooNew(Exception):
    """The database was migrated further than this code knows."""


@dataclass(frozen=True)
class Migration:
    number: int
    file: str
    sql: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.sql).hexdigest()


def migrate(url: str, folder: Traversable | str, name: str) -> list[str]:
    """Brings the database to the last file of ``folder``, and returns the files applied now.

    ``folder`` may be the dotted name of a package. ``name`` tells apart the sets of
    migrations that share a database. Each file runs in one transaction together with
    its row in ``cheguan_migrations``, under a lock that lets one process migrate at a
    time. A file that fails leaves those before it applied, and nothing of itself.
    """
    migrations = read(folder)
    with psycopg.connect(url, autocommit=True) as connection:
        return list(iter(lambda: _apply_next(connection, migrations, name), None))


def read(folder: Traversable | str) -> list[Migration]:
    """Reads the migrations of a folder in their order, and looks at no file of another kind."""
    place = _package(folder) if isinstance(folder, str) else folder
    entries = place.iterdir() if place.is_dir() else ()
    found = sorted(
        ((int(match[1]), entry) for entry in entries if (match := _NUMBERED.fullmatch(entry.name))),
        key=lambda numbered: (numbered[0], numbered[1].name),
    )
    if not found:
        raise MigrationsMissing(f"no numbered .sql file in {folder}")
    if [number for number, _ in found] != list(range(1, len(found) + 1)):
        raise MigrationsMisnumbered(", ".join(entry.name for _, entry in found))
    return [Migration(number, entry.name, entry.read_bytes()) for number, entry in found]


def _package(name: str) -> Traversable:
    try:
        return files(name)
    except ModuleNotFoundError as error:
        raise MigrationsMissing(f"no package {name}") from error


def _apply_next(connection: Connection, migrations: list[Migration], name: str) -> str | None:
    """Applies the next file and names it. None means that the database is at the last one."""
    with connection.transaction():
        connection.execute(LOCK)
        if not _exists(connection):
            connection.execute(_CREATE_TABLE)
        applied: dict[int, str] = dict(connection.execute(_APPLIED, (name,)).fetchall())
        _refuse_another_history(migrations, applied)
        if len(applied) == len(migrations):
            return None
        following = migrations[len(applied)]
        try:
            connection.execute(following.sql)
        except psycopg.Error as error:
            error.add_note(f"in migration {following.file} of {name}")
            raise
        connection.execute(_RECORD, (name, following.number, following.file, following.sha256))
        return following.file


def _exists(connection: Connection) -> bool:
    """Whether the table is there. To create it needs rights, even when it is there already."""
    return connection.execute(_EXISTS).fetchone() == (True,)


def _refuse_another_history(migrations: list[Migration], applied: dict[int, str]) -> None:
    for migration in migrations:
        if applied.get(migration.number, migration.sha256) != migration.sha256:
            raise MigrationChanged(migration.file)
    if len(applied) > len(migrations):
        raise DatabaseTooNew(f"migration {max(applied)} is applied, {len(migrations)} are known")
