"""A real PostgreSQL for the tests: one server for a session, and a database for each test."""

import gc
import os
import secrets
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn
from urllib.parse import parse_qsl, urlencode, urlsplit

import psycopg
import pytest
from hypothesis import settings
from psycopg.sql import SQL, Identifier

from cheguan.embedded import embedded_postgres
from cheguan.kafka_broker import private_kafka
from cheguan.migrate import migrate_all
from cheguan.registry import REGISTRY
from tests.kit.quick_place import quick_folder
from workers.kafka.topic import admin, create

# How long an example takes says how busy the machine is, and nothing about the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_configure() -> None:
    """Loading the tests makes many objects and hardly any garbage, so nothing is collected.

    asyncio puts a handler of its own in the place of the usual one of Ctrl-C, and to take it away
    Python writes out the task that ended. If that made a fixture, the text is of all of the office.
    """
    gc.disable()
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupted)


def _interrupted(*_: object) -> NoReturn:
    """As Ctrl-C usually does. It is not the usual one, so asyncio leaves it where it is."""
    raise KeyboardInterrupt


def pytest_collection_finish() -> None:
    """What was loaded stays to the end, and is not looked at again."""
    gc.freeze()
    gc.enable()


def with_database(url: str, name: str) -> str:
    """The URL of another database on the same server. A socket's directory in the query stays."""
    parts = urlsplit(url)
    query = urlencode([item for item in parse_qsl(parts.query) if item[0] != "dbname"])
    return f"{parts.scheme}://{parts.netloc}/{name}" + (f"?{query}" if query else "")


@contextmanager
def fresh_database(server: str, template: str = "template0") -> Iterator[str]:
    """Makes a copy of the template under a name of its own, which is gone afterwards."""
    name = f"cheguan_test_{secrets.token_hex(6)}"
    create = SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
        Identifier(name), Identifier(template)
    )
    drop = SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(Identifier(name))
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(create)
    try:
        yield with_database(server, name)
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(drop)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """``DATABASE_URL``, whose role must be allowed to create databases, or a server of our own.

    It does not lie below pytest's own folder. The next run of pytest closes that to every
    other user, and as root the server is another user.
    """
    if url := os.environ.get("DATABASE_URL"):
        yield url
    else:
        with (
            quick_folder() as folder,
            embedded_postgres(folder) as url,
        ):
            _forget_on_power_failure(url)
            yield url


def _forget_on_power_failure(server: str) -> None:
    """Nothing is written through to the disk. Only a machine that fails would tell the difference.

    Most of the time of a small test went into the making of its database. The tests that kill a
    server, or look at how it is set, have one of their own.
    """
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")
        connection.execute("ALTER SYSTEM SET full_page_writes = off")
        connection.execute("SELECT pg_reload_conf()")


@pytest.fixture(scope="session")
def migrated_template(postgres_server: str) -> Iterator[str]:
    """The name of a database with every table and no row, to copy."""
    with fresh_database(postgres_server) as url:
        migrate_all(url, url, REGISTRY.projections)
        yield urlsplit(url).path.removeprefix("/")


@pytest.fixture
def database_url(postgres_server: str, migrated_template: str) -> Iterator[str]:
    """A database of this test alone, with the store, the vault and the read tables."""
    with fresh_database(postgres_server, migrated_template) as url:
        yield url


@pytest.fixture
def empty_database_url(postgres_server: str) -> Iterator[str]:
    """A database of this test alone, with nothing in it."""
    with fresh_database(postgres_server) as url:
        yield url


@pytest.fixture(scope="session")
def kafka_servers() -> Iterator[str]:
    """``KAFKA_BOOTSTRAP_SERVERS``, or a broker of our own."""
    if servers := os.environ.get("KAFKA_BOOTSTRAP_SERVERS"):
        yield servers
    else:
        with (
            quick_folder() as folder,
            private_kafka(folder) as cluster,
        ):
            yield cluster.bootstrap_servers


@pytest.fixture
def kafka_topic(kafka_servers: str) -> Iterator[str]:
    """A topic of this test alone, with our partitions and settings."""
    topic = f"cheguan.test.{secrets.token_hex(6)}"
    create(kafka_servers, topic)
    yield topic
    client = admin(kafka_servers)
    client.delete_topics([topic], raise_errors=False)
    client.close()
