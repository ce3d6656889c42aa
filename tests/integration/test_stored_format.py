"""What an earlier build stored is refused in plain words, and left as it is."""

import os
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from cheguan.embedded import embedded_postgres
from cheguan.migrate import migrate_all
from cheguan.registry import REGISTRY
from domain.event_store.migrations import migrate
from domain.event_store.stored_format import FORMAT, EarlierFormat

_EVENT = "INSERT INTO stored_events VALUES (%s, 1, 'CaseSubmitted', '{}', DEFAULT)"
_FILES = "SELECT name, number FROM cheguan_migrations ORDER BY 1, 2"


def earlier_build(url: str, folder: Path, *, events: int) -> None:
    """The store as the build before the first format number left it."""
    schema = folder / "schema"
    schema.mkdir()
    for file in (files("domain.event_store") / "schema").iterdir():
        if file.name < "0005":
            (schema / file.name).write_bytes(file.read_bytes())
    migrate(url, schema, "store")
    shutil.rmtree(schema)
    with psycopg.connect(url) as connection:
        for _ in range(events):
            connection.execute(_EVENT, (uuid4(),))


def applied(url: str) -> list[tuple[str, int]]:
    with psycopg.connect(url) as connection:
        return [(name, number) for name, number in connection.execute(_FILES).fetchall()]


def cheguan_migrate(**environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(
        [sys.executable, "-m", "cheguan", "migrate"],
        env={**kept, "NO_COLOR": "1", **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_store_says_in_which_format_its_events_are(database_url: str) -> None:
    with psycopg.connect(database_url) as connection:
        assert connection.execute("TABLE stored_format").fetchall() == [(FORMAT,)]
        connection.execute(_EVENT, (uuid4(),))
    assert migrate_all(database_url, database_url, REGISTRY.projections) == []


def test_a_store_of_an_earlier_format_is_not_touched(
    empty_database_url: str, tmp_path: Path
) -> None:
    earlier_build(empty_database_url, tmp_path, events=1)
    with pytest.raises(EarlierFormat):
        migrate_all(empty_database_url, empty_database_url, REGISTRY.projections)
    assert applied(empty_database_url) == [("store", number) for number in range(1, 5)]


def test_a_store_whose_format_was_followed_by_another_is_of_an_earlier_build(
    database_url: str,
) -> None:
    with psycopg.connect(database_url) as connection:
        connection.execute("UPDATE stored_format SET format = %s", (FORMAT - 1,))
        connection.execute(_EVENT, (uuid4(),))
    with pytest.raises(EarlierFormat):
        migrate_all(database_url, database_url, REGISTRY.projections)


def test_a_store_that_holds_no_event_is_brought_up_to_date(
    empty_database_url: str, tmp_path: Path
) -> None:
    earlier_build(empty_database_url, tmp_path, events=0)
    assert "store/0005_stored_format.sql" in migrate_all(
        empty_database_url, empty_database_url, REGISTRY.projections
    )


def test_the_command_says_so_of_a_database(empty_database_url: str, tmp_path: Path) -> None:
    earlier_build(empty_database_url, tmp_path, events=1)
    ended = cheguan_migrate(DATABASE_URL=empty_database_url, CHEGUAN_DATA=str(tmp_path))
    name = psycopg.conninfo.conninfo_to_dict(empty_database_url)["dbname"]
    assert ended.returncode == 2
    assert ended.stderr.strip() == (
        f"cheguan: The database {name} was made by an earlier build; "
        "move it away or name another with DATABASE_URL."
    )


def test_the_command_says_so_of_a_data_folder(tmp_path: Path) -> None:
    data = tmp_path / "data"
    with embedded_postgres(data) as url:
        earlier_build(url, tmp_path, events=1)
    ended = cheguan_migrate(CHEGUAN_DATA=str(data))
    assert ended.returncode == 2
    assert ended.stderr.strip() == (
        f"cheguan: {data} was made by an earlier build; "
        "move it away or name another with CHEGUAN_DATA."
    )
