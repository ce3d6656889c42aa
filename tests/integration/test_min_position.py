"""Whoever waits for the read models keeps no other reader waiting."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from starlette.types import Message, Receive, Scope, Send

from domain.event_store.connection import connector
from domain.event_store.transaction import APPEND_LOCK, Connection
from domain.people import Role
from projections.engine.waiting_room import WaitingRoom
from tests.kit.locks import someone_waits_for_the_lock
from tests.kit.served import Service, served
from tests.kit.waiting import until

FIGURES = "/api/v1/statistics/now"
WAITS_S = 30.0


@pytest.fixture
async def patient(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    """Whoever waits there waits long, so whatever is answered before is answered at once."""
    room = WaitingRoom(connector(database_url), within_s=WAITS_S)
    async with served(database_url, tmp_path, lambda made: replace(made, waiting_room=room)) as at:
        yield at
    await room.close()


Asking = asyncio.Task[httpx.Response]


def strangers(service: Service, position: int, count: int) -> list[Asking]:
    """So many who ask for a position, all at once."""
    path = f"{FIGURES}?min_position={position}"
    return [asyncio.create_task(service.http.get(path)) for _ in range(count)]


async def answered(asking: list[Asking], count: int) -> list[httpx.Response]:
    """Returns as soon as so many were answered, which nobody who waits long is by then."""

    async def enough() -> bool:
        return sum(task.done() for task in asking) >= count

    await until(enough, within_s=WAITS_S / 3)
    return [task.result() for task in asking if task.done()]


async def test_many_who_wait_hold_no_connection(patient: Service) -> None:
    case = await patient.submitted()
    waiting = strangers(patient, case["position"], 36)
    await answered(waiting, 28)
    for _ in range(3):
        looked = await asyncio.gather(*(patient.http.get(FIGURES) for _ in range(12)))
        assert {answer.status_code for answer in looked} == {200}
    await patient.fold()
    answers = await asyncio.gather(*waiting)
    assert {answer.status_code for answer in answers} == {200, 503}


async def test_there_are_few_places_and_the_rest_is_told_at_once(patient: Service) -> None:
    case = await patient.submitted()
    waiting = strangers(patient, case["position"], 20)
    refused = await answered(waiting, 12)
    assert len(refused) == 12
    assert {answer.json()["type"] for answer in refused} == {"/problems/not-folded-yet"}
    assert {answer.headers["retry-after"] for answer in refused} == {"2"}
    await patient.fold()
    answers = await asyncio.gather(*waiting)
    assert sum(answer.status_code == 200 for answer in answers) == 8


async def test_a_position_beyond_the_log_is_no_reason_to_wait(patient: Service) -> None:
    answers = await answered(strangers(patient, 999_999, 40), 40)
    assert {answer.status_code for answer in answers} == {422}


async def test_nobody_waits_longer_than_he_is_told(database_url: str, tmp_path: Path) -> None:
    room = WaitingRoom(connector(database_url), within_s=0.05)
    async with served(database_url, tmp_path, lambda made: replace(made, waiting_room=room)) as at:
        case = await at.submitted()
        answer = await at.http.get(f"{FIGURES}?min_position={case['position']}")
    await room.close()
    assert (answer.status_code, answer.json()["type"]) == (503, "/problems/not-folded-yet")


async def test_what_was_seen_a_moment_ago_is_not_looked_up_again(service: Service) -> None:
    case = await service.submitted()
    await service.fold()
    path = f"{FIGURES}?min_position={case['position']}"
    assert (await service.http.get(path)).status_code == 200
    await service.desk.waiting_room.close()
    room = service.desk.waiting_room
    await room.reached(case["position"], "somebody")


async def test_a_clerk_who_takes_a_case_holds_no_connection_while_it_is_stored(
    service: Service, connection: Connection
) -> None:
    case = await service.submitted("renewal_deferral")
    await service.command(case["id"], "accept-case", 1)
    await service.fold()
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", (APPEND_LOCK,))
        taking = asyncio.create_task(
            service.http.post(
                "/api/v1/cases/next",
                json={"queue": "review"},
                headers={"authorization": service.bearer(Role.CLERK, "clerk-2")},
            )
        )
        await until(lambda: someone_waits_for_the_lock(connection))
        stats = service.desk.reading.get_stats()
        assert stats["pool_available"] == stats["pool_size"]
    assert (await taking).status_code == 200


async def test_a_client_who_takes_his_answer_slowly_holds_no_connection(service: Service) -> None:
    begun, may_go_on = asyncio.Event(), asyncio.Event()

    async def slowly(scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            begun.set()
            await may_go_on.wait()
            await send(message)

        await service.app(scope, receive, sending)

    transport = httpx.ASGITransport(slowly)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as slow:
        looking = asyncio.create_task(slow.get(FIGURES))
        await begun.wait()
        stats = service.desk.reading.get_stats()
        assert stats["pool_available"] == stats["pool_size"]
        may_go_on.set()
        assert (await looking).status_code == 200


async def test_few_ask_at_once_what_became_of_a_command(
    service: Service, connection: Connection
) -> None:
    asking = {"authorization": service.bearer(Role.CLERK)}
    path = "/api/v1/commands/0197e1a2-5b3c-7d4e-8f60-718293a4b5c6"
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", (APPEND_LOCK,))
        tasks = [asyncio.create_task(service.http.get(path, headers=asking)) for _ in range(12)]
        early = await answered(tasks, 4)
    assert {answer.json()["state"] for answer in early} == {"pending"}
    late = await asyncio.gather(*tasks)
    assert {answer.json()["state"] for answer in late} == {"pending", "not_applied"}
