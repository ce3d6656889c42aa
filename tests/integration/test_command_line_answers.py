"""What the command line says of what a store does not have."""

from uuid import uuid4

import pytest
from typer.testing import CliRunner

from cheguan.cli import app
from tests.kit.served import Service


@pytest.fixture
def told(service: Service, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.setenv("DATABASE_URL", service.url)
    return CliRunner()


def test_the_history_of_an_unknown_stream_is_an_error(told: CliRunner) -> None:
    stream = str(uuid4())
    answer = told.invoke(app, ["audit", "history", stream])
    assert answer.exit_code == 1
    assert answer.stdout == ""
    assert f"no stream {stream}" in answer.stderr
    assert "not the reference" in answer.stderr


def test_a_stream_that_is_not_parked_was_named_by_mistake(told: CliRunner) -> None:
    answer = told.invoke(app, ["projections", "replay", "tracking", str(uuid4())])
    assert (answer.exit_code, answer.stdout) == (1, "no such stream is parked\n")
    answer = told.invoke(app, ["projections", "replay", "tracking"])
    assert (answer.exit_code, answer.stdout) == (0, "no stream is parked\n")
