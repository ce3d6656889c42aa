"""Whoever goes by another clock than the store is refused in one line, before he does anything."""

from pathlib import Path
from typing import Final

import psycopg
import pytest
from typer.testing import CliRunner

from cheguan.cli import app
from cheguan.mendable import mendable, said
from cheguan.service_clock import clock_of, name_town
from cheguan.settings import Settings

ISSUER: Final = {"CHEGUAN_ISSUER": "https://id.example", "CHEGUAN_JWKS_URL": "https://id.example/k"}
EMPTY: Final = "SELECT count(*) FROM stored_events"


def refused(arguments: str, url: str, data: Path, **environment: str) -> str:
    variables = {"DATABASE_URL": url, "CHEGUAN_DATA": str(data), "CHEGUAN_PORT": "0"}
    wrong = CliRunner(env=variables | environment).invoke(app, arguments.split()).exception
    assert isinstance(wrong, mendable()), wrong
    return said(wrong)


@pytest.mark.parametrize(
    "verb", ["work timekeeper", "work reactor", "work all", "serve", "serve --processes 2"]
)
def test_the_wall_clock_is_kept_from_the_data_of_a_town(
    verb: str, database_url: str, tmp_path: Path
) -> None:
    name_town(database_url)
    line = refused(verb, database_url, tmp_path, **ISSUER)
    assert line.startswith("The store goes by the clock of a demo's town.")
    assert not (tmp_path / "secrets" / "kek").exists()


@pytest.mark.parametrize("verb", ["demo", "demo --once"])
def test_a_town_is_kept_from_data_in_earnest(verb: str, database_url: str, tmp_path: Path) -> None:
    clock_of(database_url, Settings())
    line = refused(verb, database_url, tmp_path)
    assert line.startswith("The store goes by the wall clock, so it is no demo's.")
    with psycopg.connect(database_url) as connection:
        assert connection.execute(EMPTY).fetchone() == (0,)
