"""What the files for Docker and for checking name exists."""

import json
import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import typer
import yaml

from cheguan import cli
from cheguan.settings import Settings

ROOT = Path(__file__).parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PACKAGES: list[str] = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
OURS = {name: service for name, service in COMPOSE["services"].items() if "build" in service}


def verbs() -> set[str]:
    (app,) = (value for value in vars(cli).values() if isinstance(value, typer.Typer))
    command = typer.main.get_command(app)
    return set(getattr(command, "commands", {}))


def variables() -> set[str]:
    """What an operator may set: the fields of the settings under their names outside."""
    return {
        str(field.validation_alias or f"CHEGUAN_{name.upper()}")
        for name, field in Settings.model_fields.items()
    }


def instructions() -> list[tuple[str, str]]:
    """The Dockerfile as pairs of instruction and argument, continued lines joined."""
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", " ")
    lines = (line.partition(" ") for line in text.splitlines() if line and line[0] != "#")
    return [(word, rest.strip()) for word, _, rest in lines]


@pytest.mark.parametrize("service", OURS)
def test_compose_starts_verbs_that_exist_with_variables_that_are_read(service: str) -> None:
    verb, *_ = OURS[service]["command"]
    assert verb in verbs()
    assert OURS[service]["environment"].keys() <= variables()
    assert (ROOT / OURS[service]["build"] / "Dockerfile").is_file()


@pytest.mark.parametrize("service", ["relay", "projector"])
def test_compose_asks_those_that_follow_the_log_by_a_verb_that_exists(service: str) -> None:
    program, *words = OURS[service]["healthcheck"]["test"][1:]
    assert program in PROJECT["project"]["scripts"]
    (app,) = (value for value in vars(cli).values() if isinstance(value, typer.Typer))
    command = typer.main.get_command(app)
    for verb in words[:2]:
        command = getattr(command, "commands")[verb]  # noqa: B009 - of a group only
    options = {name for parameter in command.params for name in parameter.opts}
    assert options >= {word for word in words[2:] if word.startswith("--")}


def test_compose_asks_the_api_where_operators_are_told() -> None:
    api = COMPOSE["services"]["api"]
    port = api["environment"]["CHEGUAN_OPERATORS_PORT"]
    assert f"http://127.0.0.1:{port}/health/ready" in api["healthcheck"]["test"][-1]
    assert all(not published.endswith(f":{port}") for published in api["ports"])


def test_compose_refers_to_services_and_volumes_it_declares() -> None:
    for service in COMPOSE["services"].values():
        assert service.get("depends_on", {}).keys() <= COMPOSE["services"].keys()
        for volume in service.get("volumes", ()):
            assert volume.partition(":")[0] in COMPOSE["volumes"]


def test_compose_takes_every_password_from_a_file_that_it_declares() -> None:
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    assert not re.search(r"PASSWORD: |DATABASE_URL: ", text)
    for service in COMPOSE["services"].values():
        files = {v for k, v in service.get("environment", {}).items() if k.endswith("_FILE")}
        assert files == {f"/run/secrets/{name}" for name in service.get("secrets", ())}
        assert set(service.get("secrets", ())) <= COMPOSE["secrets"].keys()


def test_compose_publishes_nothing_beyond_this_machine() -> None:
    for service in COMPOSE["services"].values():
        for port in service.get("ports", ()):
            assert port.startswith("127.0.0.1:")


def test_compose_runs_the_kafka_that_the_tests_run() -> None:
    pom = (ROOT / "tests" / "kafka" / "pom.xml").read_text(encoding="utf-8")
    (version,) = re.findall(r"kafka_2\.13</artifactId>\s*<version>(.+)</version>", pom)
    assert COMPOSE["services"]["kafka"]["image"] == f"apache/kafka:{version}"


def test_compose_reaches_kafka_where_it_says_it_is() -> None:
    kafka = COMPOSE["services"]["kafka"]["environment"]
    for service in OURS.values():
        servers = service["environment"]["KAFKA_BOOTSTRAP_SERVERS"]
        assert kafka["KAFKA_ADVERTISED_LISTENERS"] == f"PLAINTEXT://{servers}"


@pytest.mark.parametrize("volume", ["secrets", "known"])
def test_compose_keeps_what_lasts_where_the_image_looks_for_it(volume: str) -> None:
    (setting,) = re.findall(
        rf"CHEGUAN_{volume.upper()}_DIR=(\S+)", (ROOT / "Dockerfile").read_text()
    )
    for service in OURS.values():
        assert f"{volume}:{setting}" in service["volumes"]


def test_compose_logs_no_value_either() -> None:
    embedded = (ROOT / "cheguan" / "postgresql.conf").read_text(encoding="utf-8")
    options = COMPOSE["services"]["postgres"]["command"]
    chosen = {option for flag, option in pairwise(options) if flag == "-c"}
    for setting in re.findall(r"^(log_(?:parameter|error|min_error)\w+) = (\w+)", embedded, re.M):
        assert "=".join(setting) in chosen


def test_the_image_copies_files_that_exist_and_every_package() -> None:
    sources = [
        source for word, rest in instructions() if word == "COPY" for source in rest.split()[:-1]
    ]
    assert [source for source in sources if not (ROOT / source).exists()] == []
    assert set(PACKAGES) <= {source.rstrip("/") for source in sources}
    kept = (ROOT / ".dockerignore").read_text().splitlines()
    assert {f"!{source.rstrip('/')}" for source in sources} <= set(kept)


def test_the_image_starts_a_verb_that_exists_with_variables_that_are_read() -> None:
    found = dict(instructions())
    (program,) = json.loads(found["ENTRYPOINT"])
    assert program in PROJECT["project"]["scripts"]
    assert set(json.loads(found["CMD"])) <= verbs()
    assert set(re.findall(r"CHEGUAN_\w+", found["ENV"])) <= variables()


def test_the_checks_of_the_repository_are_the_checks_of_everyone() -> None:
    run = ROOT / ".ci" / "run"
    assert run.stat().st_mode & 0o111
    assert "make test" in run.read_text()
