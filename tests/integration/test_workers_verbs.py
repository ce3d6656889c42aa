"""``cheguan workers`` and ``/metrics``: the operator sees what steps aside, and why."""

import asyncio
from uuid import uuid4

import pytest
from typer.testing import CliRunner

from cheguan import workers_cli
from domain.event_store import set_aside
from domain.event_store.connection import connect
from domain.event_store.transaction import Connection
from tests.kit.served import Service

STREAM = uuid4()


def told(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(workers_cli.app, words)
    return result.exit_code, result.output


async def fail(url: str) -> None:
    connection = await connect(url)
    await set_aside.put(connection, "timekeeper", STREAM, "PAY_HOLD 1", "history-unreadable")
    await connection.close()


def test_what_is_set_aside_is_listed_and_tried_again_when_told(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    asyncio.run(fail(database_url))
    code, words = told("status")
    assert code == 1
    for shown in ("timekeeper", str(STREAM), "history-unreadable"):
        assert shown in words
    assert told("retry", "checker") == (0, "0 are tried again.\n")
    assert told("retry", "all") == (0, "1 are tried again.\n")
    assert told("retry", "gardener")[0] == 2


def test_nothing_is_set_aside(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    assert told("status") == (0, "nothing is set aside\n")


async def test_the_metrics_count_it_by_worker_and_reason(
    service: Service, connection: Connection
) -> None:
    for _ in range(2):
        await set_aside.put(connection, "checker", uuid4(), "1", "check-failed")
    line = 'cheguan_set_aside{why="check-failed",worker="checker"} 2.0'
    await service.gather()
    assert line in (await service.operators.get("/metrics")).text
    await connection.execute("DELETE FROM set_aside")
    await service.gather()
    assert line not in (await service.operators.get("/metrics")).text
