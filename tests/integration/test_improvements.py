"""The register of improvements over HTTP: entered, overdue once, moved, closed, and listed."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import httpx
import pytest

from api.pages.kit.officer import COOKIE
from domain.calendar import start_of_day
from domain.event_store.connection import connect
from domain.event_store.transaction import Connection
from domain.people import Role
from projections.improvements.queries import (
    ImprovementsStand,
    improvements_by_region,
    improvements_of,
)
from tests.kit.served import NOW, Service, served
from workers.timekeeper import pass_deadlines

LUOYANG: Final = "410300"
DETACHMENT: Final = "410300-det"
PATH: Final = "/api/v1/improvements"
PAGE: Final = "/prefecture/improvements"
_DAY: Final = timedelta(days=1)


@pytest.fixture
async def hours(database_url: str, tmp_path: Path) -> AsyncIterator[tuple[Service, list[datetime]]]:
    now = [NOW]
    async with served(database_url, tmp_path, clock=lambda: now[0]) as made:
        yield made, now


def bearer(service: Service, office: str = DETACHMENT) -> str:
    return service.bearer(Role.SUPERVISOR, "head", office)


async def enter(service: Service, office: str = DETACHMENT, **other: Any) -> httpx.Response:
    body = {
        "region": LUOYANG,
        "area": "telephone",
        "problem": "上午九时至十时咨询电话无人接听较多",
        "action": "增加一名接线人员，九时前到岗",
        "responsible": LUOYANG,
        "due_on": (service.desk.today + 10 * _DAY).isoformat(),
        **other,
    }
    return await service.http.post(
        f"{PATH}/enter-improvement",
        json=body,
        headers={"authorization": bearer(service, office), "idempotency-key": str(uuid4())},
    )


async def give(
    service: Service, address: str, command: str, version: int, **body: str
) -> httpx.Response:
    return await service.http.post(
        f"{address}/{command}",
        json=body,
        headers={"authorization": bearer(service), "if-match": f'"v{version}"'},
    )


async def shown(service: Service, path: str, office: str = DETACHMENT) -> str:
    token = bearer(service, office).removeprefix("Bearer ")
    answer = await service.http.get(path, headers={"cookie": f"{COOKIE}={token}"})
    assert answer.status_code == 200, answer.text
    return answer.text


async def pass_time(service: Service, now: datetime) -> int:
    """Folds, and lets pass what is due by now; how much was."""
    await service.fold()
    connection = await connect(service.url)
    try:
        return await pass_deadlines(connection, service.desk.codec, service.desk.door, now)
    finally:
        await connection.close()


@pytest.mark.requirement("R16")
async def test_a_problem_is_overdue_once_is_moved_for_a_reason_and_closed_with_a_lesson(
    hours: tuple[Service, list[datetime]], connection: Connection
) -> None:
    service, now = hours
    due = service.desk.today + 10 * _DAY
    begun = await enter(service)
    assert begun.status_code == 201, begun.text
    address = begun.headers["location"]
    now[0] = start_of_day(due + _DAY) - timedelta(seconds=1)
    assert await pass_time(service, now[0]) == 0
    now[0] = start_of_day(due + _DAY)
    assert await pass_time(service, now[0]) == 1
    assert await pass_time(service, now[0]) == 0
    await service.fold()
    assert await improvements_by_region(connection) == {LUOYANG: ImprovementsStand(1, 1, 0)}
    later = due + 7 * _DAY
    moved = await give(
        service, address, "move-improvement-due", 2, due_on=later.isoformat(), reason="话机尚未到货"
    )
    assert moved.is_success, moved.text
    await service.fold()
    (row,) = await improvements_of(connection, LUOYANG)
    assert (row.stage, row.due_on, row.moved, row.reason) == ("open", later, 1, "话机尚未到货")
    assert (await give(service, address, "close-improvement", 3, learned="排班随来电")).is_success
    await service.fold()
    (row,) = await improvements_of(connection, LUOYANG)
    assert (row.stage, row.late, row.learned) == ("closed", False, "排班随来电")
    assert await improvements_by_region(connection) == {LUOYANG: ImprovementsStand(0, 0, 1)}


async def test_others_read_the_register_and_do_not_keep_it(
    hours: tuple[Service, list[datetime]],
) -> None:
    service, _ = hours
    assert (await enter(service, LUOYANG)).status_code == 403
    named = await enter(service, problem="群众反映 13912345678 无人答复")
    assert named.status_code == 422
    assert named.json()["type"].endswith("improvement-names-somebody")
    assert (await enter(service)).status_code == 201
    await service.fold()
    page = await shown(service, f"{PAGE}?region={LUOYANG}&lang=zh", LUOYANG)
    assert "上午九时至十时咨询电话无人接听较多" in page
    assert 'name="problem"' not in page
    listed = await service.http.get(PATH, headers={"authorization": bearer(service)})
    assert [each["stage"] for each in listed.json()["improvements"]] == ["open"]


@pytest.mark.requirement("R16")
async def test_the_page_of_the_prefecture_says_what_is_open_and_overdue(
    hours: tuple[Service, list[datetime]],
) -> None:
    service, now = hours
    await enter(service)
    await enter(service, due_on=service.desk.today.isoformat(), area="hygiene")
    now[0] += _DAY
    assert await pass_time(service, now[0]) == 1
    await service.fold()
    page = "".join((await shown(service, f"/prefecture?region={LUOYANG}&lang=zh")).split())
    assert "未整改2项，其中逾期1项" in page


async def test_the_board_tells_officials_by_city_what_is_open_and_overdue(
    hours: tuple[Service, list[datetime]],
) -> None:
    service, _ = hours
    await enter(service)
    await service.fold()
    told = (await service.http.get("/api/v1/statistics/improvements")).json()
    figures = {"improvements_open": 1, "improvements_overdue": 0}
    assert told["all"] == figures
    assert told["regions"] == [{"region": LUOYANG, "figures": figures}]
    board = "".join((await shown(service, "/dashboard?lang=zh&paused=1&region=all")).split())
    assert "各市整改台账" in board
    public = await service.http.get("/dashboard?lang=zh&paused=1")
    assert "整改台账" in public.text
