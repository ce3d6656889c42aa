"""A case of which a deadline is near or over stands in a queue of its own, with what to do."""

from datetime import timedelta
from pathlib import Path

import httpx

from domain.people import Role
from tests.integration.test_desk import cookie, look, send
from tests.kit.served import NOW, Service, served
from workers import deadline_warnings

CHOSEN = {"act": "answer-deadline-warning", "measure": "taken_up", "done_by": "2020-02-27"}
TITLE = "处置期限预警"


async def look_as_leader(service: Service, path: str) -> str:
    headers = cookie(service, "leader", Role.SUPERVISOR)
    answer: httpx.Response = await service.http.get(path, headers=headers)
    assert answer.status_code == 200
    return answer.text


async def test_an_overdue_case_leaves_its_queue_until_somebody_says_what_is_done(
    database_url: str, tmp_path: Path
) -> None:
    """It was to be accepted on the day after its submission, and two days go by."""
    now = NOW
    async with served(database_url, tmp_path, clock=lambda: now) as service:
        case = (await service.submitted("renewal_deferral"))["id"]
        await service.fold()
        now = NOW + timedelta(days=2)
        async with service.desk.reading.connection() as reading:
            assert await deadline_warnings.warn(reading, service.desk.door, now) == 1
        await service.fold()
        address = f"/desk/case/{case}"
        assert address not in (await look(service, "/desk?queue=intake")).text
        for queue in ("warned", "late", "all"):
            assert address in (await look(service, f"/desk?queue={queue}")).text, queue
        clerk = (await look(service, address)).text
        assert "已逾期，报市级车辆管理所" in clerk
        assert "由上一级负责人处置" in clerk
        assert TITLE not in clerk
        leader = await look_as_leader(service, address)
        assert TITLE in leader
        assert "现在处置" in leader
        sent = {**CHOSEN, "version": "2"}
        refused = await send(service, address, sent)
        assert refused.status_code in (403, 404, 409), "a clerk was told nothing of it"
        done = await send(service, address, sent, "leader", Role.SUPERVISOR)
        assert done.status_code == 303, done.text
        await service.fold()
        assert address in (await look(service, "/desk?queue=intake")).text
        assert address not in (await look(service, "/desk?queue=warned")).text
        assert "期限预警已处置" in (await look(service, address)).text


async def test_a_warning_stands_among_the_notices_of_whoever_has_to_answer(
    database_url: str, tmp_path: Path
) -> None:
    """On its day it is the head of the office, afterwards the city, and after an answer nobody."""
    now = NOW
    async with served(database_url, tmp_path, clock=lambda: now) as service:
        case = (await service.submitted("renewal_deferral"))["id"]
        button = f'href="/desk/case/{case}#tasks"'

        async def seen_by(role: Role, office: str = "410100") -> bool:
            headers = cookie(service, "leader", role, office)
            return button in (await service.http.get("/notices", headers=headers)).text

        async def warned(days: int) -> None:
            nonlocal now
            now = NOW + timedelta(days=days)
            await service.fold()
            async with service.desk.reading.connection() as reading:
                await deadline_warnings.warn(reading, service.desk.door, now)
            await service.fold()

        await service.fold()
        assert not await seen_by(Role.SUPERVISOR)
        await warned(1)
        assert await seen_by(Role.SUPERVISOR)
        assert not await seen_by(Role.CLERK)
        assert not await seen_by(Role.SUPERVISOR, "410300")
        await warned(2)
        assert await seen_by(Role.SUPERVISOR, "410100-det")
        assert not await seen_by(Role.SUPERVISOR, "410100.br1")
        sent = {**CHOSEN, "version": "3"}
        done = await send(service, f"/desk/case/{case}", sent, "leader", Role.SUPERVISOR)
        assert done.status_code == 303, done.text
        await service.fold()
        assert not await seen_by(Role.SUPERVISOR)
