"""The command line answers at once, and tells whoever mistypes what to type."""

import json
import socket
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest
from typer.core import TyperGroup
from typer.main import get_command
from typer.testing import CliRunner

from cheguan.cli import app
from cheguan.mendable import mendable, said
from cheguan.settings import Settings
from domain.offices.tree import REGIONS

HEAVY: Final = (
    "cheguan.registry",
    "eventsourcing",
    "fastapi",
    "kafka",
    "psycopg",
    "pydantic_settings",
)
EVERY_HELP: Final = """
import json, sys
from cheguan.cli import app
for path in json.loads(sys.argv[1]):
    try:
        app([*path, "--help"])
    except SystemExit as end:
        assert not end.code, path
print("loaded:", *(name for name in sys.argv[2:] if name in sys.modules))
"""


def _paths(group: TyperGroup, before: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found = [before]
    for name, command in group.commands.items():
        path = (*before, name)
        found += _paths(command, path) if isinstance(command, TyperGroup) else [path]
    return found


def _every_command() -> list[tuple[str, ...]]:
    whole = get_command(app)
    assert isinstance(whole, TyperGroup)
    return _paths(whole)


def told(data: Path, *arguments: str, **environment: str) -> tuple[int, str]:
    """The exit code, and what is said, without the frame around it."""
    variables = {"CHEGUAN_DATA": str(data), "COLUMNS": "600", "NO_COLOR": "1", "TERM": "dumb"}
    result = CliRunner(env={**variables, **environment}).invoke(app, arguments)
    return result.exit_code, " ".join(result.output.replace("│", " ").split())


def test_help_loads_nothing_that_only_work_needs() -> None:
    """One process tells the help of every command, and is asked at its end what it has loaded."""
    paths = _every_command()
    done = subprocess.run(
        [sys.executable, "-c", EVERY_HELP, json.dumps(paths), *HEAVY],
        capture_output=True,
        text=True,
        check=True,
    )
    assert len(paths) > 30
    assert done.stdout.splitlines()[-1] == "loaded:"


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        ("whatif", ("--decision FILE", "--print-decisions")),
        ("whatif --print-decisions --decision x", ("either",)),
        ("whatif --decision x --until today", ("--until", "%Y-%m-%d")),
        ("token --role clerk --office 999999", ("--office", "no office 999999", *REGIONS)),
        ("token --role clerk", ("--office", "such as 410100")),
        ("token --role auditor --office 410100", ("--office", "only clerks and supervisors")),
        ("token --role system", ("--role", "nobody may be the system")),
        ("token --role clerk --office 410100 --channel online_app", ("--channel", "window")),
        ("token --role auditor --channel window", ("--channel", "none")),
        ("token --role judge", ("--role", "'applicant'", "'auditor'")),
        ("token --role hq --subject 410102199202291236", ("--subject", "pseudonym")),
        ("token --role hq --subject=", ("--subject", "pseudonym")),
        ("token --role hq --lifetime 0", ("--lifetime", "not in the range")),
        ("token", ("--role", "Missing option")),
        ("catalogue --on 1999-01-01", ("--on", "give that day or a later one")),
        ("catalogue --on yesterday", ("--on", "%Y-%m-%d")),
        ("audit history abc", ("stream", "valid UUID")),
        ("draws verify /nowhere", ("file", "does not exist")),
        ("draws export --first 2020-02-24", ("--last", "Missing option")),
        ("draws export --first 2020-02-24 --last 2020-02-23", ("--last", "before --first")),
        ("draws export --first 2020-02-24 --last 2020-02-24 --region 999", ("--region", *REGIONS)),
        ("demo --cases 0", ("--cases", "not in the range")),
        ("demo --at yesterday", ("--at", "yesterday")),
        ("demo --once --speed 2", ("--speed", "without --once")),
        ("serve --processes 0", ("--processes", "not in the range")),
        ("work nobody", ("which", "'projector'")),
        ("work timekeeper tracking", ("names", "only a projector has read models")),
        ("work projector foo", ("names", "no read model foo", "throughput")),
        ("kafka status --within -1", ("--within", "not in the range")),
        ("projections feed carrier-pigeon", ("feed", "'store'", "'kafka'")),
        ("projections rebuild", ("names", "Missing argument")),
        ("projections rebuild foo", ("names", "no read model foo", "tracking", "throughput")),
        ("projections rebuild all foo", ("names", "no read model all, foo", "all alone")),
        ("projections feed store foo", ("names", "no read model foo", "throughput")),
        ("projections replay foo", ("name", "no read model foo", "throughput")),
        ("reactions retry foo", ("names", "no reaction foo", "order_paid")),
        ("workers retry foo", ("names", "no worker foo", "timekeeper")),
        ("reactions anew foo", ("names", "no reaction foo", "order_paid")),
        ("bench append --rounds 0", ("--rounds", "not in the range")),
        ("bench append --json /nowhere/at/all.json", ("--json", "there is no such folder")),
        (
            "store new-epoch --reason lost --approved-by A --approved-by A",
            ("--approved-by", "two different people"),
        ),
        ("store new-epoch --reason= --approved-by A --approved-by B", ("--reason", "say why")),
    ],
)
def test_a_mistake_is_named_with_the_rule_and_what_to_do(
    arguments: str, parts: tuple[str, ...], tmp_path: Path
) -> None:
    code, words = told(tmp_path, *arguments.split())
    assert code == 2, words
    assert [part for part in parts if part not in words] == [], words
    assert "Traceback" not in words


def test_an_office_is_read_as_it_was_typed(tmp_path: Path) -> None:
    assert told(tmp_path, "token", "--role", "clerk", "--office", " ４１０１００ ")[0] == 0


def test_a_wrong_setting_is_named_without_its_value(tmp_path: Path) -> None:
    wrong = _raised(tmp_path, "asyncapi", CHEGUAN_PORT="eighty")
    assert said(wrong).startswith("CHEGUAN_PORT: ")
    assert "eighty" not in said(wrong)


def test_an_address_that_is_none_is_not_repeated(tmp_path: Path) -> None:
    wrong = _raised(tmp_path, "migrate", DATABASE_URL="postgres;secret")
    assert "DATABASE_URL" in said(wrong)
    assert "secret" not in said(wrong)


def test_a_registry_that_is_none_is_named(tmp_path: Path) -> None:
    wrong = _raised(tmp_path, "projections", "status", CHEGUAN_REGISTRY="nowhere:REGISTRY")
    assert "CHEGUAN_REGISTRY: nowhere:REGISTRY is no registry" in said(wrong)


@pytest.mark.parametrize("variable", ["CHEGUAN_PORT", "CHEGUAN_OPERATORS_PORT"])
@pytest.mark.parametrize("verb", ["serve", "demo"])
def test_a_port_that_is_taken_is_named(verb: str, variable: str, tmp_path: Path) -> None:
    ports = {"CHEGUAN_PORT": "0", "CHEGUAN_OPERATORS_PORT": "0", "CHEGUAN_DEMO": "1"}
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        wrong = _raised(tmp_path, verb, **ports | {variable: str(port)})
    assert f"port {port} (Address already in use)" in said(wrong)
    assert f"{variable} " in said(wrong)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    wrong = _raised(tmp_path, "migrate", DATABASE_URL_FILE=str(tmp_path / "none"))
    assert str(tmp_path / "none") in said(wrong)


def test_settings_are_read_when_they_are_needed(tmp_path: Path) -> None:
    assert told(tmp_path, "version", CHEGUAN_PORT="eighty")[0] == 0
    assert Settings().port == 8000


def _raised(data: Path, *arguments: str, **environment: str) -> Exception:
    variables = {"CHEGUAN_DATA": str(data), **environment}
    wrong = CliRunner(env=variables).invoke(app, arguments).exception
    assert isinstance(wrong, mendable())
    return wrong
