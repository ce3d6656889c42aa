"""Everybody sees how well a carrier tells, which gets the next document, and where parcels are."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.kit.carriers import CarriersAndService, carriers_and_service


@pytest.fixture
async def post(database_url: str, tmp_path: Path) -> AsyncIterator[CarriersAndService]:
    async with carriers_and_service(database_url, tmp_path) as made:
        yield made


async def told(post: CarriersAndService) -> list[dict[str, Any]]:
    await post.office.service.fold()
    answer = await post.office.service.http.get("/api/v1/statistics/parcels")
    carriers: list[dict[str, Any]] = answer.json()["carriers"]
    return carriers


async def page(post: CarriersAndService, query: str = "") -> str:
    answer = await post.office.service.http.get(f"/dashboard/parcels?lang=zh{query}")
    assert answer.status_code == 200, answer.text
    return " ".join(re.sub(r"<[^>]*>", " ", answer.text).split())


@pytest.mark.requirement("R18")
async def test_a_carrier_is_silent_when_its_callbacks_do_not_come_and_the_other_takes_over(
    post: CarriersAndService,
) -> None:
    for _ in range(3):
        await post.posted()
    handed_at = post.office.now
    ems, registered = await told(post)
    assert (ems["carrier"], ems["sent"], ems["due"], ems["silent_since"]) == ("ems", 3, 0, None)
    assert (registered["sent"], registered["silent_since"]) == (0, None)
    assert "正常 下一件由其承运" in await page(post)

    post.office.now += timedelta(hours=7)
    registered, ems = await told(post)
    assert (registered["carrier"], ems["carrier"]) == ("registered", "ems")
    assert (ems["due"], ems["told_in_time"], ems["accepted"], ems["under_way"]) == (3, 0, 0, 3)
    assert ems["silent_since"] == handed_at.isoformat().replace("+00:00", "Z")
    shown = await page(post)
    assert "近一日无邮件 下一件由其承运" in shown
    assert "未推送 自 2020年" in shown

    await post.told()
    ems, registered = await told(post)
    assert (ems["carrier"], ems["silent_since"], ems["accepted"]) == ("ems", None, 3)
    assert ems["told_in_time"] == 0


async def test_parcels_are_counted_by_city_and_by_office(post: CarriersAndService) -> None:
    await post.posted()
    await post.office.ready_to_send()
    await post.office.service.fold()
    assert "郑州市 1 1 0 1 0 0 0" in await page(post)
    of_city = await page(post, "&region=410100")
    assert "郑州市车辆管理所 1 1 0 1 0 0 0" in of_city
    assert "暂无邮件" in await page(post, "&region=410300")
    sheet = (await post.office.service.http.get("/dashboard/parcels.csv")).text
    assert "郑州市车辆管理所,410100,1,1,0,1,0,0,0" in sheet
