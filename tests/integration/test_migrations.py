"""Migrations run once, in order, whole or not at all, and notice another history."""

import threading
from pathlib import Path

import psycopg
import pytest

from cheguan.migrate import migrate_all
from cheguan.registry import REGISTRY
from domain.event_store.migrations import (
    DatabaseTooNew,
    MigrationChanged,
    MigrationsMisnumbered,
    MigrationsMissing,
    migrate,
    read,
)

FIRST = "CREATE TABLE offices (code text PRIMARY KEY); INSERT INTO offices VALUES ('4101');"
SECOND = "ALTER TABLE offices ADD COLUMN share text DEFAULT '100 %s'"


def folder(place: Path, *files: str) -> Path:
    place.mkdir(exist_ok=True)
    for number, sql in enumerate(files, start=1):
        (place / f"{number:04}_step.sql").write_text(sql, encoding="utf-8")
    return place


def tables(url: str) -> set[str]:
    with psycopg.connect(url) as connection:
        found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        return {name for (name,) in found}


def test_each_file_is_applied_once_and_in_order(empty_database_url: str, tmp_path: Path) -> None:
    files = folder(tmp_path / "schema", FIRST, SECOND)
    applied = migrate(empty_database_url, files, "store")
    assert applied == ["0001_step.sql", "0002_step.sql"]
    assert migrate(empty_database_url, files, "store") == []
    with psycopg.connect(empty_database_url) as connection:
        assert connection.execute("TABLE offices").fetchall() == [("4101", "100 %s")]


def test_only_what_is_missing_is_applied(empty_database_url: str, tmp_path: Path) -> None:
    migrate(empty_database_url, folder(tmp_path / "schema", FIRST), "store")
    files = folder(tmp_path / "schema", FIRST, SECOND)
    assert migrate(empty_database_url, files, "store") == ["0002_step.sql"]


def test_sets_of_different_names_do_not_count_for_each_other(
    empty_database_url: str, tmp_path: Path
) -> None:
    migrate(empty_database_url, folder(tmp_path / "store", FIRST), "store")
    vault = folder(tmp_path / "vault", "CREATE TABLE keys (id integer)")
    assert migrate(empty_database_url, vault, "vault") == ["0001_step.sql"]


def test_a_file_that_fails_leaves_nothing_of_itself(
    empty_database_url: str, tmp_path: Path
) -> None:
    files = folder(tmp_path / "schema", FIRST, "CREATE TABLE half (id integer); SELECT 1 / 0")
    with pytest.raises(psycopg.errors.DivisionByZero) as failure:
        migrate(empty_database_url, files, "store")
    assert failure.value.__notes__ == ["in migration 0002_step.sql of store"]
    assert tables(empty_database_url) == {"cheguan_migrations", "offices"}
    folder(files, FIRST, SECOND)
    assert migrate(empty_database_url, files, "store") == ["0002_step.sql"]


def test_an_applied_file_may_not_change(empty_database_url: str, tmp_path: Path) -> None:
    files = folder(tmp_path / "schema", FIRST, SECOND)
    migrate(empty_database_url, files, "store")
    folder(files, FIRST + " -- better")
    with pytest.raises(MigrationChanged) as changed:
        migrate(empty_database_url, files, "store")
    assert changed.value.file == "0001_step.sql"


def test_earlier_code_refuses_a_later_database(empty_database_url: str, tmp_path: Path) -> None:
    migrate(empty_database_url, folder(tmp_path / "later", FIRST, SECOND), "store")
    with pytest.raises(DatabaseTooNew, match="migration 2 is applied, 1 are known"):
        migrate(empty_database_url, folder(tmp_path / "earlier", FIRST), "store")


def test_processes_that_start_together_migrate_once(
    empty_database_url: str, tmp_path: Path
) -> None:
    files = folder(tmp_path / "schema", FIRST, SECOND)
    applied: list[str] = []
    starters = [
        threading.Thread(target=lambda: applied.extend(migrate(empty_database_url, files, "store")))
        for _ in range(6)
    ]
    for starter in starters:
        starter.start()
    for starter in starters:
        starter.join()
    assert sorted(applied) == ["0001_step.sql", "0002_step.sql"]


def test_a_role_without_rights_on_the_schema_may_find_everything_done(
    empty_database_url: str, tmp_path: Path
) -> None:
    files = folder(tmp_path / "schema", FIRST)
    migrate(empty_database_url, files, "store")
    with psycopg.connect(empty_database_url, autocommit=True) as connection:
        connection.execute("GRANT SELECT ON cheguan_migrations TO pg_monitor")
    as_another = f"{empty_database_url}&options=-crole%3Dpg_monitor"
    assert migrate(as_another, files, "store") == []


@pytest.mark.parametrize("missing", ["nowhere", "domain.event_store.nowhere"])
def test_a_missing_folder_is_an_error(missing: str, tmp_path: Path) -> None:
    with pytest.raises(MigrationsMissing):
        read(missing)
    with pytest.raises(MigrationsMissing):
        read(tmp_path / missing)


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "README").write_text("no SQL here")
    with pytest.raises(MigrationsMissing):
        read(tmp_path)


@pytest.mark.parametrize("numbers", [[2], [1, 3], [0, 1]])
def test_a_gap_in_the_numbers_is_an_error(numbers: list[int], tmp_path: Path) -> None:
    for number in numbers:
        (tmp_path / f"{number:04}_step.sql").write_text("SELECT 1")
    with pytest.raises(MigrationsMisnumbered):
        read(tmp_path)


def test_a_number_used_twice_is_an_error(tmp_path: Path) -> None:
    for name in ("0001_cases.sql", "0001_offices.sql"):
        (tmp_path / name).write_text("SELECT 1")
    with pytest.raises(MigrationsMisnumbered, match=r"0001_cases\.sql, 0001_offices\.sql"):
        read(tmp_path)


def test_the_products_own_tables_are_made_once(empty_database_url: str) -> None:
    applied = migrate_all(empty_database_url, empty_database_url, REGISTRY.projections)
    read_models = {projection.name for projection in REGISTRY.projections}
    assert {file.split("/")[0] for file in applied} == {"store", "vault", "engine", *read_models}
    assert migrate_all(empty_database_url, empty_database_url, REGISTRY.projections) == []


def test_every_test_has_a_migrated_database_of_its_own(
    database_url: str, empty_database_url: str
) -> None:
    assert migrate_all(database_url, database_url, REGISTRY.projections) == []
    assert tables(empty_database_url) == set()
