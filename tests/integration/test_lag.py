"""Whether who follows the log is close enough behind it, as an exit code for a health check."""

import asyncio

import pytest
import typer
from typer.testing import CliRunner

from cheguan import kafka_cli, projections_cli
from tests.kit.projected import LIVES, filled, project
from workers.relay import Relay


def told(app: typer.Typer, *words: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, words)
    return result.exit_code, result.output


def test_read_models(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    status = ("status", "--within", "0")
    assert told(projections_cli.app, *status)[0] == 0
    asyncio.run(filled(database_url, LIVES))
    assert told(projections_cli.app, *status)[0] == 1, "a read model that has not begun"
    assert told(projections_cli.app, "status")[0] == 0
    asyncio.run(project(database_url))
    assert told(projections_cli.app, *status)[0] == 0


def test_the_topic(
    database_url: str, kafka_servers: str, kafka_topic: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("CHEGUAN_KAFKA_TOPIC", kafka_topic)
    code, words = told(kafka_cli.app, "status")
    assert code == 1
    assert "cheguan work relay" in words
    asyncio.run(Relay(database_url, kafka_servers, kafka_topic).catch_up())
    asyncio.run(filled(database_url, LIVES))
    assert told(kafka_cli.app, "status", "--within", "0")[0] == 1
    asyncio.run(Relay(database_url, kafka_servers, kafka_topic).catch_up())
    assert told(kafka_cli.app, "status", "--within", "0") == (
        0,
        f"{kafka_topic}: 0 events behind\n",
    )
