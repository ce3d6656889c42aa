"""What a command lacks is told in one line before anything is done, and no password with it."""

from pathlib import Path
from typing import Final

import pytest
from psycopg import OperationalError
from psycopg.errors import DiskFull
from typer.testing import CliRunner

from cheguan.cli import app
from cheguan.mendable import mendable, said

FILE: Final = "<file>"
NO_ADDRESS: Final = "is no address of a database: write postgresql://"
BAD: Final = "postgresql://u:hidden@[db/cheguan"
OPENING: Final = (
    "migrate",
    "projections status",
    "projections parked",
    "projections digest",
    "projections rebuild all",
    "projections replay tracking",
    "projections feed store",
    "reactions status",
    "reactions retry all",
    "reactions anew all",
    "workers status",
    "workers retry all",
    "kafka status",
    "store status",
    "store reconcile",
    "store new-epoch --reason lost --approved-by A --approved-by B",
    "audit history 0198c0de-0000-7000-8000-000000000000",
    "work projector",
    "work all",
    "serve",
    "demo",
    "demo --once",
)


@pytest.fixture
def a_file(tmp_path: Path) -> Path:
    path = tmp_path / "a-file"
    path.write_bytes(b"\xff")
    return path


def told(arguments: str, **environment: str) -> str:
    variables = {"CHEGUAN_PORT": "0", "CHEGUAN_DEMO": "1", "DATABASE_URL": "", **environment}
    wrong = CliRunner(env=variables).invoke(app, arguments.split()).exception
    assert isinstance(wrong, mendable()), wrong
    line = said(wrong)
    assert "hidden" not in line
    assert "\n" not in line
    return line


@pytest.mark.parametrize("verb", OPENING)
@pytest.mark.parametrize("variable", ["DATABASE_URL", "VAULT_DATABASE_URL"])
def test_an_address_that_is_none_is_told_by_every_verb(
    verb: str, variable: str, tmp_path: Path
) -> None:
    line = told(verb, CHEGUAN_DATA=str(tmp_path), **{variable: BAD})
    assert line.startswith(f"{variable} {NO_ADDRESS}")
    assert not (tmp_path / "postgres").exists()


@pytest.mark.parametrize("verb", [verb for verb in OPENING if verb != "demo --once"])
def test_a_file_where_the_data_should_be_is_told_by_every_verb(verb: str, a_file: Path) -> None:
    line = told(verb, CHEGUAN_DATA=str(a_file))
    assert str(a_file) in line
    assert "must be a folder in which files can be made" in line
    assert "CHEGUAN_" in line


@pytest.mark.parametrize(
    ("verb", "environment", "parts"),
    [
        ("serve", {"CHEGUAN_SECRETS_DIR": FILE}, (FILE, "CHEGUAN_SECRETS_DIR")),
        ("serve", {"CHEGUAN_KNOWN_DIR": FILE}, (FILE, "CHEGUAN_KNOWN_DIR")),
        ("work timekeeper", {"CHEGUAN_KNOWN_DIR": FILE}, (FILE, "CHEGUAN_KNOWN_DIR")),
        ("demo", {"CHEGUAN_SECRETS_DIR": FILE}, (FILE, "CHEGUAN_SECRETS_DIR")),
        ("token --role auditor", {"CHEGUAN_SECRETS_DIR": FILE}, (FILE, "CHEGUAN_SECRETS_DIR")),
        ("kafka start", {"CHEGUAN_DATA": FILE}, (FILE, "CHEGUAN_DATA")),
        ("serve", {"DATABASE_URL_FILE": FILE}, (FILE, "DATABASE_URL_FILE", "it is no text")),
        ("serve", {"VAULT_DATABASE_URL_FILE": "/"}, ("VAULT_DATABASE_URL_FILE", "directory")),
        ("kafka init", {"KAFKA_BOOTSTRAP_SERVERS": "here:x"}, ("KAFKA_BOOTSTRAP_SERVERS", "HOST:")),
        ("kafka start", {"KAFKA_BOOTSTRAP_SERVERS": "here"}, ("KAFKA_BOOTSTRAP_SERVERS", "HOST:")),
        ("work relay", {"KAFKA_BOOTSTRAP_SERVERS": "here:0"}, ("KAFKA_BOOTSTRAP_SERVERS",)),
        ("store reconcile --from " + BAD, {}, (f"--from {NO_ADDRESS}",)),
        ("serve", {"CHEGUAN_HOST": "nowhere.invalid."}, ("CHEGUAN_ISSUER",)),
        ("serve", {"CHEGUAN_OPERATORS_PORT": "70000"}, ("CHEGUAN_OPERATORS_PORT", "65535")),
    ],
)
def test_what_cannot_be_used_is_named_with_the_variable_that_changes_it(
    verb: str, environment: dict[str, str], parts: tuple[str, ...], a_file: Path, tmp_path: Path
) -> None:
    given = {name: text.replace(FILE, str(a_file)) for name, text in environment.items()}
    line = told(verb, **{"CHEGUAN_DATA": str(tmp_path / "data"), **given})
    assert [part for part in parts if part.replace(FILE, str(a_file)) not in line] == [], line
    assert not (tmp_path / "data" / "postgres").exists()


@pytest.mark.parametrize("verb", ["serve", "work timekeeper", "demo"])
def test_a_key_that_others_can_read_is_told_before_a_database_is_made(
    verb: str, tmp_path: Path
) -> None:
    key = tmp_path / "secrets" / "kek"
    key.parent.mkdir()
    key.write_bytes(bytes(32))
    key.chmod(0o644)
    line = told(verb, CHEGUAN_DATA=str(tmp_path))
    assert str(key) in line
    assert "0600" in line
    assert not (tmp_path / "postgres").exists()


def test_a_database_that_is_away_is_no_database_that_refuses() -> None:
    assert "DATABASE_URL" in said(OperationalError("postgresql://u:hidden@db/cheguan"))
    full = said(DiskFull("could not extend file"))
    assert "DiskFull (53100)" in full
    assert "DATABASE_URL" not in full
