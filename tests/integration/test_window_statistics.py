"""Regions by step, open offices by kind, and the cases that decisions held and released."""

from uuid import uuid4

import pytest

from domain.aggregates import CODEC
from domain.message import Command
from domain.people import Actor
from domain.prefectures.commands import ClassifyPrefecture
from domain.prefectures.prefecture import PREFECTURE
from domain.prefectures.state import stream_of
from tests.kit.life import HQ
from tests.kit.offices import asked
from tests.kit.served import Service
from workers.concerned import CONCERNED
from workers.reactor import Reactor

STREAM = stream_of("410100")


async def decide(service: Service, command: Command, by: Actor) -> None:
    await service.desk.door.handle(PREFECTURE, STREAM, command, asked(command, by))


@pytest.mark.requirement("R05")
async def test_rows_add_up_before_and_after_class_one_closes_the_windows(service: Service) -> None:
    body = await service.example("plate_reissue")
    body["delivery"] = {"mode": "pickup", "pickup_office_id": "410100"}
    body["payment"] = {"method": "window"}
    assert (await service.submit(body, str(uuid4()))).status_code == 201
    await service.fold()
    before = (await service.http.get("/api/v1/statistics/windows")).json()
    assert before["steps"] == {"none": 18}
    assert before["decisions"] == []
    assert before["figures"]["regions_by_step"] == {"none": 18}
    assert set(before["figures"]["open_offices"].values()) == {1.0}
    assert all(each["open"] == each["all"] for each in before["offices"])
    assert {e["kind"]: e["all"] for e in before["offices"]}["CVO"] == 105

    await decide(service, ClassifyPrefecture(region="410100", region_class=1), HQ)
    await service.fold()
    reactor = Reactor(service.url, CODEC, service.desk.door, CONCERNED)
    await reactor.catch_up()
    await reactor.close()
    await service.fold()
    told = (await service.http.get("/api/v1/statistics/windows")).json()
    assert told["steps"] == {"none": 17, "suspended": 1}
    assert told["decisions"] == [
        {"decision": "410100-1", "region": "410100", "held": 1, "released": 0, "resting": 1}
    ]
    for total in told["offices"]:
        parts = [o for r in told["regions"] for o in r["offices"] if o["kind"] == total["kind"]]
        assert (sum(p["open"] for p in parts), sum(p["all"] for p in parts)) == (
            total["open"],
            total["all"],
        )
    assert sum(region["held"] for region in told["regions"]) == 1
    figures = told["figures"]
    assert figures["regions_by_step"] == told["steps"]
    assert figures["open_offices"] == {o["kind"]: o["open"] / o["all"] for o in told["offices"]}
    assert figures["open_offices"]["MVO"] == 17 / 18
    assert (figures["window_held"], figures["window_released"]) == (1, 0)
    assert (figures["relief_moved"], figures["licences_kept"]) == ({}, 0)
