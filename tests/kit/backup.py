"""Backs a database up, and goes back to a backup."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
from psycopg.sql import SQL, Identifier

from tests.conftest import fresh_database

_SESSIONS = """
SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = %s"""


@contextmanager
def backup(server: str, url: str) -> Iterator[str]:
    """Copies the database's files as they are, and returns the URL of the copy.

    Its sessions are cut off.
    """
    _cut_off(server, name(url))
    with fresh_database(server, name(url)) as copy:
        yield copy


def restore(server: str, url: str, copy: str) -> None:
    """Puts the copy in the place of the database, under whoever works on it."""
    drop = SQL("DROP DATABASE {} WITH (FORCE)").format(Identifier(name(url)))
    create = SQL("CREATE DATABASE {} TEMPLATE {}").format(
        Identifier(name(url)), Identifier(name(copy))
    )
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(drop)
        connection.execute(create)


def name(url: str) -> str:
    return urlsplit(url).path.removeprefix("/")


def _cut_off(server: str, database: str) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(_SESSIONS, (database,))
