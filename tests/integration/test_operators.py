"""What operators are told, on a listener of their own: always, and never with a fault."""

import asyncio
from pathlib import Path

import httpx
import pytest

from api.operators import last_figures
from cheguan.token import demo_token
from domain.event_store.transaction import APPEND_LOCK, Connection
from domain.people import Role
from tests.kit.locks import someone_waits_for_the_lock
from tests.kit.own_server import own_server
from tests.kit.served import Service, served
from tests.kit.serving import serving
from tests.kit.waiting import until

BEHIND = 'cheguan_reaction_behind_events{reaction="order_paid"} 3.0'


async def test_they_are_told_how_far_behind_the_reactions_are(service: Service) -> None:
    await service.submit(await service.example("plate_reissue"), "lag")
    await service.gather()
    ready = (await service.operators.get("/health/ready")).json()
    assert (ready["status"], ready["cause"]) == ("ready", None)
    assert ready["projections"]["tracking"] == {"position": 0, "behind": 3, "parked": 0}
    assert ready["reactions"]["order_paid"] == {
        "position": 0,
        "behind": 3,
        "postponed": 0,
        "given_up": 0,
        "stopped": None,
    }
    metrics = (await service.operators.get("/metrics")).text
    assert BEHIND in metrics
    assert 'cheguan_reaction_stopped{reaction="order_paid"} 0.0' in metrics


async def test_many_at_once_are_told_without_a_question_to_the_database(service: Service) -> None:
    await service.gather()
    async with service.desk.health.connection():
        answers = await asyncio.gather(
            *(service.operators.get(path) for path in ("/metrics", "/health/ready") * 24)
        )
    assert {answer.status_code for answer in answers} == {200}


async def test_without_its_database_the_last_figures_stay_and_say_how_old_they_are(
    tmp_path: Path,
) -> None:
    with own_server() as server:
        async with served(server.url, tmp_path) as service:
            await service.submit(await service.example("plate_reissue"), "lag")
            await service.gather()
            assert "cheguan_up 1.0" in await _metrics(service)
            server.postgres.stop()

            async def noticed() -> bool:
                await service.gather()
                return "cheguan_ready 0.0" in await _metrics(service)

            await until(noticed)
            answers = await asyncio.gather(*(service.operators.get("/metrics") for _ in range(24)))
            assert {answer.status_code for answer in answers} == {200}
            for line in (BEHIND, "cheguan_up 0.0"):
                assert line in answers[0].text
            (first, later) = [_age(await _metrics(service)) for _ in range(2)]
            assert 0 < first < later
            told = await service.operators.get("/health/ready")
            assert told.status_code == 503
            assert told.json()["reactions"]["order_paid"]["behind"] == 3
            assert told.json()["figures_age_s"] >= 0
            server.postgres.start()


async def test_figures_are_gathered_by_themselves(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(last_figures, "EVERY_S", 0.01)
    await service.submit(await service.example("plate_reissue"), "lag")
    async with service.told.of(service.desk):

        async def shown() -> bool:
            return BEHIND in await _metrics(service)

        await until(shown)


async def test_what_the_public_asks_refuses_no_operator(
    database_url: str, connection: Connection, tmp_path: Path
) -> None:
    """One command is under way, and no other request is let in."""
    async with (
        serving(database_url, tmp_path, limit_concurrency=1) as (port, operators),
        httpx.AsyncClient() as http,
    ):
        public, told = f"http://127.0.0.1:{port}", f"http://127.0.0.1:{operators}"
        example = (await http.get(f"{public}/services/plate_reissue/example.json")).content
        token = demo_token(tmp_path / "secrets", Role.APPLICANT, None, "reader")
        headers = {
            "authorization": f"Bearer {token}",
            "content-type": "application/json",
            "idempotency-key": "one",
        }
        async with connection.transaction():
            await connection.execute("SELECT pg_advisory_xact_lock(%s)", (APPEND_LOCK,))
            submitting = asyncio.create_task(
                http.post(f"{public}/api/v1/applications", content=example, headers=headers)
            )
            await until(lambda: someone_waits_for_the_lock(connection))
            assert (await http.get(f"{public}/")).status_code == 503
            for path in ("/health/live", "/metrics"):
                assert (await http.get(told + path)).status_code == 200
            assert "cause" in (await http.get(f"{told}/health/ready")).json()
        await submitting


async def _metrics(service: Service) -> str:
    return (await service.operators.get("/metrics")).text


def _age(metrics: str) -> float:
    (line,) = (line for line in metrics.splitlines() if line.startswith("cheguan_figures_age_"))
    return float(line.split()[1])
