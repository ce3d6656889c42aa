"""An officer enters what came in over a page, and everybody of the office sees what runs out."""

import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final

import httpx
import pytest

from api.pages.kit.officer import COOKIE
from domain.people import Role
from tests.kit.served import Service, served

PATH: Final = "/desk/blanks"
RUN: Final = {"act": "receive", "kind": "plate", "first": "ZZ00000001", "last": "ZZ00000010"}


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with served(database_url, tmp_path) as made:
        yield made


def cookie(service: Service, role: Role, office: str | None) -> dict[str, str]:
    token = service.bearer(role, "keeper", office).removeprefix("Bearer ")
    return {"cookie": f"{COOKIE}={token}", "origin": str(service.http.base_url).rstrip("/")}


async def sent(
    service: Service, role: Role = Role.CLERK, office: str | None = "410100", /, **form: str
) -> httpx.Response:
    return await service.http.post(
        f"{PATH}?lang=zh", data=form, headers=cookie(service, role, office)
    )


async def shown(service: Service, role: Role = Role.CLERK, office: str | None = "410100") -> str:
    await service.fold()
    answer = await service.http.get(f"{PATH}?lang=zh", headers=cookie(service, role, office))
    assert answer.status_code == 200, answer.text
    return " ".join(re.sub(r"<[^>]*>", " ", answer.text).split())


async def test_what_came_in_was_counted_and_is_spoilt_stands_in_the_book(
    service: Service,
) -> None:
    assert "尚未建账" in await shown(service)
    assert (await sent(service, **RUN)).headers["location"] == f"{PATH}?done=receive"
    spoil = {"act": "spoil", "kind": "plate", "serial": "ZZ00000002", "reason": "damaged"}
    assert (await sent(service, **spoil)).status_code == 303
    assert (await sent(service, act="count", kind="plate", counted="7")).status_code == 303
    page = await shown(service)
    assert "郑州市车辆管理所 号牌 7 — 近30日未用 10 0 0 1 2" in page
    assert "短 2" in page
    assert "账目差额 0" in page
    assert "号牌 7" in await shown(service, Role.HQ, None)
    assert "尚未建账" in await shown(service, Role.CLERK, "410300")


async def test_what_does_not_fit_is_said_and_kept_in_the_form(service: Service) -> None:
    twice = [await sent(service, **RUN) for _ in range(2)]
    assert [each.status_code for each in twice] == [303, 409]
    assert "号段已入库" in twice[1].text
    assert 'value="ZZ00000001"' in twice[1].text
    wrong = await sent(service, **{**RUN, "last": "ZZ0001"})
    assert (wrong.status_code, "号段不正确" in wrong.text) == (422, True)
    many = await sent(service, act="count", kind="plate", counted="many")
    assert many.status_code == 422
    assert (await sent(service, act="count", kind="paper", counted="1")).status_code == 422
    assert (await sent(service, act="burn", kind="plate")).status_code == 400
    unkept = await sent(service, act="count", kind="driving_licence", counted="1")
    assert (unkept.status_code, "请先登记入库" in unkept.text) == (404, True)


async def test_who_has_no_office_reads_and_enters_nothing(service: Service) -> None:
    assert "登记入库" in await shown(service)
    assert "登记入库" not in await shown(service, Role.AUDITOR, None)
    assert (await sent(service, Role.AUDITOR, None, **RUN)).status_code == 403
    assert (await service.http.get(PATH)).status_code == 401


async def test_a_count_that_agrees_with_the_one_before_changes_no_row(service: Service) -> None:
    await sent(service, **RUN)
    for _ in range(3):
        assert (await sent(service, act="count", kind="plate", counted="8")).status_code == 303
        page = await shown(service)
        assert "郑州市车辆管理所 号牌 8" in page
