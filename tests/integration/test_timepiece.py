"""No deadline passes by a clock of the database server that cannot be right (ADR 97)."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner

from cheguan import workers_cli
from cheguan.service_clock import timepiece
from cheguan.town.clock import TownClock
from cheguan.wall_clock import wall_clock
from domain.aggregates import CODEC
from domain.event_store import set_aside
from domain.event_store.connection import connect
from domain.event_store.transaction import Connection
from tests.kit.offices import open_office
from workers.timepiece import ServerTime, Suspicion

FAR = 11 * 60.0


def seconds_that_pass(*readings: float) -> Callable[[], float]:
    """The seconds that nobody can set, as a test tells them."""
    told = iter(readings)
    return lambda: next(told)


async def halted_for(connection: Connection) -> list[str]:
    return [each.why for each in await set_aside.listed(connection)]


async def test_deadlines_go_by_the_clock_of_the_server(connection: Connection) -> None:
    server = ServerTime(CODEC, wall_clock)
    cursor = await connection.execute("SELECT clock_timestamp()")
    before = (await cursor.fetchall())[0][0]
    first, second = await server.now(connection), await server.now(connection)
    assert first is not None
    assert second is not None
    assert before <= first <= second
    assert await halted_for(connection) == []


@pytest.mark.parametrize("seconds", [-3.0, 3.0])
async def test_while_two_machines_are_apart_nothing_passes(
    connection: Connection, seconds: float
) -> None:
    shift = timedelta(seconds=seconds)
    server = ServerTime(CODEC, lambda: wall_clock() + shift)
    assert await server.now(connection) is None
    assert await halted_for(connection) == [Suspicion.APART]
    shift = timedelta()
    assert await server.now(connection) is not None
    assert await halted_for(connection) == []


@pytest.mark.parametrize(("passed", "why"), [(-FAR, Suspicion.FORWARD), (FAR, Suspicion.BACK)])
async def test_after_a_jump_only_an_operator_lets_deadlines_go_on(
    connection: Connection, passed: float, why: Suspicion
) -> None:
    """The server's clock is the true one here: what jumps against it is the time that passed."""
    server = ServerTime(CODEC, wall_clock, seconds_that_pass(0.0, passed, 0.0, 1.0))
    assert await server.now(connection) is not None
    assert await server.now(connection) is None
    assert await halted_for(connection) == [why]
    assert await server.now(connection) is None
    assert await ServerTime(CODEC, wall_clock).now(connection) is None
    assert await set_aside.retry(connection, ["clock"]) == 1
    assert await server.now(connection) is not None
    assert await server.now(connection) is not None
    assert await halted_for(connection) == []


async def test_a_clock_behind_the_log_is_seen_at_the_start(
    database_url: str, connection: Connection
) -> None:
    async with open_office(database_url) as office:
        office.now = wall_clock() + timedelta(days=1)
        await office.submit("vehicle_contact_change", 1)
    server = ServerTime(CODEC, wall_clock)
    assert await server.now(connection) is None
    assert await halted_for(connection) == [Suspicion.BEHIND_THE_LOG]
    await set_aside.retry(connection, ["clock"])
    assert await server.now(connection) is not None


async def test_the_clock_of_a_town_may_be_set_forward(connection: Connection) -> None:
    town = TownClock()
    town.act_at(datetime(2020, 2, 29, tzinfo=UTC))
    clock = timepiece(CODEC, town)
    assert await clock.now(connection) == datetime(2020, 2, 29, tzinfo=UTC)
    town.act_at(datetime(2021, 2, 28, tzinfo=UTC))
    assert await clock.now(connection) == datetime(2021, 2, 28, tzinfo=UTC)


def test_an_operator_is_told_and_says_that_they_go_on(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    server = ServerTime(CODEC, wall_clock, seconds_that_pass(0.0, FAR, 0.0))

    async def look(times: int) -> datetime | None:
        connection = await connect(database_url)
        try:
            found = [await server.now(connection) for _ in range(times)]
        finally:
            await connection.close()
        return found[-1]

    assert asyncio.run(look(2)) is None
    said = CliRunner().invoke(workers_cli.app, ["status"])
    assert said.exit_code == 1
    assert "clock-jumped-back" in said.output
    assert CliRunner().invoke(workers_cli.app, ["retry", "all"]).output == "0 are tried again.\n"
    assert CliRunner().invoke(workers_cli.app, ["retry", "clock"]).output == "1 are tried again.\n"
    assert asyncio.run(look(1)) is not None
