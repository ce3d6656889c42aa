"""``/parked``: a duty leader sees what stands still in his offices, and lets it be tried again."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID

import httpx
import pytest

from api.pages.kit.officer import COOKIE
from domain.event_store import set_aside
from domain.event_store.reactions import postponed
from domain.event_store.transaction import Connection
from domain.people import Role
from tests.kit.page_reading import Page
from tests.kit.served import Service

LUOYANG = "410300"


def headers(service: Service, role: Role, office: str | None = None) -> dict[str, str]:
    token = service.bearer(role, "leader", office).removeprefix("Bearer ")
    return {
        "cookie": f"{COOKIE}={token}; __Host-cheguan-lang=zh",
        "content-type": "application/x-www-form-urlencoded",
        "origin": str(service.http.base_url).rstrip("/"),
    }


async def look(service: Service, role: Role = Role.SUPERVISOR, office: str | None = None) -> str:
    answer = await service.http.get("/parked", headers=headers(service, role, office))
    assert answer.status_code == 200, answer.text
    return answer.text


async def retry(
    service: Service, sent: Mapping[str, str], office: str | None = None
) -> httpx.Response:
    return await service.http.post(
        "/parked", content=urlencode(sent), headers=headers(service, Role.SUPERVISOR, office)
    )


def of(kind: str, name: str, stream: object) -> dict[str, str]:
    return {"kind": kind, "name": name, "stream": str(stream)}


@pytest.fixture
async def case(service: Service) -> UUID:
    told = await service.submitted("renewal_deferral")
    await service.fold()
    return UUID(told["id"])


async def test_a_parked_case_is_listed_and_folded_again_once_it_can_be_read(
    service: Service, connection: Connection, case: UUID
) -> None:
    assert "没有搁置的事项" in await look(service)
    answer = await service.command(str(case), "accept-case", 1)
    assert answer.status_code == 200, answer.text
    cursor = await connection.execute(
        "SELECT state FROM stored_events WHERE originator_id = %s AND originator_version = 2",
        (case,),
    )
    [(whole,)] = await cursor.fetchall()
    await put(connection, case, b"no json")
    await service.fold()
    page = await look(service)
    assert "记录无法读取（DecodeError）" in page
    assert str(case) in page
    asked = of("read-model", "caseload", case)
    assert (await retry(service, asked)).headers["location"] == "/parked?done=still"
    await put(connection, case, bytes(whole))
    assert (await retry(service, asked)).headers["location"] == "/parked?done=folded"
    left = {
        each["value"] for each in Page(await look(service)).all("input") if each["name"] == "name"
    }
    assert "caseload" not in left
    assert "tracking" in left
    assert (await retry(service, asked)).status_code == 404


async def put(connection: Connection, case: UUID, state: bytes) -> None:
    await connection.execute(
        "UPDATE stored_events SET state = %s WHERE originator_id = %s AND originator_version = 2",
        (state, case),
    )


async def test_what_a_worker_set_aside_is_tried_at_once(
    service: Service, connection: Connection, case: UUID
) -> None:
    await set_aside.put(connection, "checker", case, "task", "register-away")
    later = datetime.now(UTC) + timedelta(hours=1)
    await connection.execute("UPDATE set_aside SET again_at = %s", (later,))
    assert "登记系统没有应答" in await look(service)
    answer = await retry(service, of("worker", "checker", case))
    assert answer.headers["location"] == "/parked?done=asked"
    (aside,) = await set_aside.listed(connection)
    assert aside.again_at < later - timedelta(minutes=30)


async def test_what_a_reaction_gave_up_is_tried_at_once(
    service: Service, connection: Connection, case: UUID
) -> None:
    name = service.desk.reactions[0]
    await connection.execute(
        "INSERT INTO reaction_postponed (name, target, cause, refusal, tries, again_at)"
        " VALUES (%s, %s, 1, 'not-at-this-stage', 9, NULL)",
        (name, case),
    )
    page = await look(service)
    assert "当前环节不能办理" in page
    assert "不再自动重试" in page
    await retry(service, of("reaction", name, case))
    (again,) = await postponed.listed(connection, [name])
    assert again.tries == 0
    assert again.again_at is not None


async def test_another_city_sees_nothing_of_it_and_retries_nothing(
    service: Service, connection: Connection, case: UUID
) -> None:
    await set_aside.put(connection, "checker", case, "task", "register-away")
    assert str(case) not in await look(service, office=LUOYANG)
    asked = of("worker", "checker", case)
    assert (await retry(service, asked, LUOYANG)).status_code == 404
    assert str(case) in await look(service, Role.HQ)
    clerk = await service.http.get("/parked", headers=headers(service, Role.CLERK))
    assert clerk.status_code == 403
