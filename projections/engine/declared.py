"""Makes the tables of the read models again when they are not as their files declare them.

What a read model has folded may be thrown away at will: the log still has it.
"""

import hashlib
from collections.abc import Iterable
from typing import Any, Final

import psycopg
from psycopg.rows import TupleRow
from psycopg.sql import SQL, Identifier

from domain.event_store.migrations import LOCK
from projections.engine.projection import Projection
from projections.engine.session import REBUILD_LOCK

_FOUND: Final = "SELECT sha256, tables FROM projections.declared WHERE name = %s"
_NOT_REBUILT: Final = f"SELECT pg_advisory_xact_lock({REBUILD_LOCK}, hashtext(%s))"
_FORGET: Final = (
    "DELETE FROM projections.position WHERE name = %s",
    "DELETE FROM projections.parked WHERE projection = %s",
    "INSERT INTO projections.repairs AS r (name, times) VALUES (%s, 1)"
    " ON CONFLICT (name) DO UPDATE SET times = r.times + 1",
)
_TABLES: Final = "SELECT tablename FROM pg_tables WHERE schemaname = 'projections'"
_DECLARE: Final = """
INSERT INTO projections.declared (name, sha256, tables) VALUES (%s, %s, %s)
ON CONFLICT (name) DO UPDATE SET sha256 = excluded.sha256, tables = excluded.tables"""

_Connection = psycopg.Connection[TupleRow]


def make_tables(url: str, projections: Iterable[Projection[Any]]) -> list[str]:
    """Makes the tables of each read model that has none, or has others than its file declares.

    The latter folds the log again, from the first event. Returns the names of these read
    models. Several processes may call this at once: one makes tables, the others wait.
    A rebuild of a read model whose tables change is waited for.
    """
    with psycopg.connect(url, autocommit=True) as connection:
        return [each.name for each in projections if _made(connection, each)]


def _made(connection: _Connection, projection: Projection[Any]) -> bool:
    name, declared = projection.name, projection.tables.read_bytes()
    sha256 = hashlib.sha256(declared).hexdigest()
    with connection.transaction():
        connection.execute(LOCK)
        found = connection.execute(_FOUND, (name,)).fetchone()
        if found and found[0] == sha256:
            return False
        if found:
            _throw_away(connection, name, found[1])
        before = _tables(connection)
        try:
            connection.execute(declared)
        except psycopg.Error as error:
            error.add_note(f"in {projection.tables}")
            raise
        made = sorted(_tables(connection) - before)
        connection.execute(_DECLARE, (name, sha256, made))
    return True


def _throw_away(connection: _Connection, name: str, tables: list[str]) -> None:
    connection.execute(_NOT_REBUILT, (name,))
    for forget in _FORGET:
        connection.execute(forget, (name,))
    for table in tables:
        connection.execute(SQL("DROP TABLE IF EXISTS {}").format(Identifier("projections", table)))


def _tables(connection: _Connection) -> set[str]:
    return {table for (table,) in connection.execute(_TABLES).fetchall()}
