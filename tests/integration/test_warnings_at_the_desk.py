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
