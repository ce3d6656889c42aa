"""A database that is away, busy or stuck is answered with 503 and nothing else."""

import asyncio
import logging
from collections.abc import Container
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from api.command_request import command_id
from api.demo_issuer import ISSUER
from api.identity import principal
from domain.event_store import supervisor
from domain.event_store.transaction import APPEND_LOCK, Connection
from domain.people import Actor, Role
from tests.kit.locks import someone_waits_for_the_lock
from tests.kit.own_server import own_server
from tests.kit.served import Service, served
from tests.kit.waiting import until


def _is_503(status: int, headers: Container[str], body: dict[str, object], problem: str) -> None:
    assert status == 503
    assert "retry-after" in headers
    assert body["type"] == f"/problems/{problem}"


async def test_a_held_append_lock_is_503_and_the_command_is_settled_afterwards(
    service: Service, connection: Connection
) -> None:
    body = await service.example("plate_reissue")
    mine = command_id(principal(ISSUER, Actor(Role.APPLICANT, "reader")), "key")
    asking = {"authorization": service.bearer(Role.APPLICANT), "idempotency-key": "key"}
    path = f"/api/v1/commands/{mine}"
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", (APPEND_LOCK,))
        refused = await service.submit(body, "key")
        _is_503(refused.status_code, refused.headers, refused.json(), "store-unavailable")
        assert refused.json()["command_id"] == str(mine)
        unsettled = await service.http.get(path, headers=asking)
        assert unsettled.json() == {"command_id": str(mine), "state": "pending"}
        assert unsettled.headers["retry-after"] == "1"
    settled = await service.http.get(path, headers=asking)
    assert settled.json() == {"command_id": str(mine), "state": "not_applied"}
    assert (await service.submit(body, "key")).status_code == 201
    applied = (await service.http.get(path, headers=asking)).json()
    assert applied["state"] == "applied"
    assert UUID(applied["answer"]["id"])


async def test_when_all_read_connections_are_taken_readers_get_503_and_health_answers(
    service: Service,
) -> None:
    clerk = {"authorization": service.bearer(Role.CLERK)}
    async with AsyncExitStack() as held:
        for _ in range(service.desk.reading.max_size):
            await held.enter_async_context(service.desk.reading.connection())
        refused = await service.http.get("/api/v1/cases", headers=clerk)
        _is_503(refused.status_code, refused.headers, refused.json(), "store-unavailable")
        assert (await service.http.get("/health/ready")).status_code == 200
        assert (await service.operators.get("/health/ready")).status_code == 200
    assert (await service.http.get("/api/v1/cases", headers=clerk)).status_code == 200


async def test_a_dead_appender_is_said_so(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "RESTART_AFTER_S", 3600)
    (appender,) = (task for task in asyncio.all_tasks() if task.get_name() == "appender")
    appender.cancel()

    async def unready() -> bool:
        return (await service.http.get("/health/ready")).status_code == 503

    await until(unready)
    assert (await service.http.get("/health/ready")).json() == {"status": "unready"}
    answer = await service.operators.get("/health/ready")
    assert answer.status_code == 503
    assert answer.json()["cause"] == "the appender has stopped"


async def test_a_dead_appender_is_run_again(
    service: Service, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(supervisor, "RESTART_AFTER_S", 0.01)
    body = await service.example("plate_reissue")
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", (APPEND_LOCK,))
        under_way = asyncio.create_task(service.submit(body, "key"))
        await until(lambda: someone_waits_for_the_lock(connection))
        (appender,) = (task for task in asyncio.all_tasks() if task.get_name() == "appender")
        appender.cancel()
        unsure = await under_way
        _is_503(unsure.status_code, unsure.headers, unsure.json(), "outcome-unknown")
    assert (await service.submit(body, "key")).status_code == 201


async def _asked(service: Service, told: dict[str, Any], body: dict[str, Any]) -> dict[str, int]:
    """The status of each kind of route."""
    clerk = {"authorization": service.bearer(Role.CLERK)}
    get, post = service.http.get, service.http.post
    case = told["id"]
    tracked = {"reference": told["reference"], "last_four": body["applicant"]["id_no"][-4:]}
    answers = {
        "submit": await service.submit(body, "key"),
        "command": await service.command(case, "accept-case", 1),
        "open": await get(f"/api/v1/cases/{case}", headers=clerk),
        "queue": await get("/api/v1/cases", headers=clerk),
        "settle": await get(f"/api/v1/commands/{case}", headers=clerk),
        "track": await post("/api/v1/tracking", json=tracked),
        "figures": await get("/api/v1/statistics/now"),
        "ready": await get("/health/ready"),
    }
    for answer in answers.values():
        assert answer.status_code < 500 or "retry-after" in answer.headers
    return {name: answer.status_code for name, answer in answers.items()}


async def test_without_its_database_every_route_says_503_and_comes_back_by_itself(
    tmp_path: Path,
) -> None:
    with own_server() as server:
        async with served(server.url, tmp_path) as service:
            body = await service.example("plate_reissue")
            case = (await service.submit(body, "key")).json()
            await service.fold()
            well = await _asked(service, case, body)
            assert well["submit"] == 201
            assert max(well.values()) < 500
            server.postgres.stop()
            away = await _asked(service, case, body)
            assert set(away.values()) == {503}
            assert (await service.http.get("/health/live")).status_code == 200
            server.postgres.start()

            async def back() -> bool:
                return await _asked(service, case, body) == well

            await until(back, 60)


async def test_readers_who_went_on_asking_are_served_when_the_database_is_back(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The library of the event store silences the pool as soon as anybody imports it."""
    caplog.set_level(logging.WARNING, "psycopg.pool")
    with own_server() as server:
        async with served(server.url, tmp_path) as service:
            clerk = {"authorization": service.bearer(Role.CLERK)}

            async def read() -> int:
                return (await service.http.get("/api/v1/cases", headers=clerk)).status_code

            async def back() -> bool:
                return await read() == 200

            async def given_up() -> bool:
                readers = (read() for _ in range(5 * service.desk.reading.max_size))
                assert set(await asyncio.gather(*readers)) == {503}
                return caplog.text.count("reconnection attempt") >= 2

            assert await back()
            server.postgres.stop()
            await until(given_up, 40)
            server.postgres.start()
            await until(back, 20)
