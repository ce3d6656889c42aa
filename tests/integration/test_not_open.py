"""A service that is declared and not open: one clear problem, and nothing is stored."""

import json
from typing import Any

import pytest

from domain.event_store.transaction import Connection
from domain.people import Role
from domain.services.catalogue import CATALOGUE
from tests.kit.served import Service

CLOSED = [code for code, service in CATALOGUE.items() if not service.open]
PROBLEM = "/problems/service-not-open"


async def stored(connection: Connection) -> int:
    cursor = await connection.execute("SELECT count(*) FROM stored_events")
    row = await cursor.fetchone()
    assert row
    return int(row[0])


@pytest.mark.parametrize("code", CLOSED)
async def test_a_sound_application_is_refused_and_nothing_is_stored(
    service: Service, connection: Connection, code: str
) -> None:
    before = await stored(connection)
    answer = await service.submit(await service.example(code), "a-key")
    again = await service.submit(await service.example(code), "a-key")

    assert answer.status_code == again.status_code == 409
    problem = answer.json()
    assert problem["type"] == PROBLEM
    assert problem["title"] == "该业务尚未开通"
    assert problem["service"] == code
    assert await stored(connection) == before


@pytest.mark.parametrize("code", CLOSED)
async def test_every_defect_is_told_before_that(service: Service, code: str) -> None:
    body = await service.example(code)
    spoiled = {**body, "channel": "pigeon", "no_such_field": 1}
    answer = await service.submit(spoiled, "a-key")

    assert answer.status_code == 422
    pointers = {defect["pointer"] for defect in answer.json()["defects"]}
    assert {"/channel", "/no_such_field"} <= pointers


async def test_a_dry_run_says_the_same(service: Service) -> None:
    answer = await service.http.post(
        "/api/v1/applications?dry_run=1",
        json=await service.example(CLOSED[0]),
        headers={
            "authorization": service.bearer(Role.APPLICANT),
            "idempotency-key": "a-key",
            "accept-language": "en",
        },
    )
    assert answer.status_code == 409
    assert answer.json()["title"] == "The service is not open yet"


async def test_a_line_of_a_batch_fails_alone(service: Service) -> None:
    lines = [await service.example(CLOSED[0]), await service.example("plate_reissue")]
    answer = await service.http.post(
        "/api/v1/applications/batch",
        content="\n".join(map(json.dumps, lines)),
        headers={
            "content-type": "application/jsonl",
            "authorization": service.bearer(Role.PARTNER),
            "idempotency-key": "batch",
        },
    )
    told = [json.loads(line) for line in answer.text.splitlines()]
    assert [line["status"] for line in told] == [409, 201]
    assert told[0]["type"] == PROBLEM


async def test_the_list_says_which_are_open_and_where_to_go_instead(service: Service) -> None:
    listed: list[dict[str, Any]] = (await service.http.get("/api/v1/services")).json()
    assert {each["code"] for each in listed if not each["open"]} == set(CLOSED)
    for each in listed:
        assert (each["instead"] is None) == each["open"]
        assert each["open"] or "12123" in each["instead"]
    mine = await service.http.get(
        "/api/v1/applications", headers={"authorization": service.bearer(Role.APPLICANT)}
    )
    assert mine.json()["applications"] == []


async def test_the_pages_say_so_too(service: Service) -> None:
    listed = (await service.http.get("/services?lang=zh")).text
    assert listed.count("尚未开通</b>") == len(CLOSED)
    page = (await service.http.get(f"/services/{CLOSED[0]}?lang=zh")).text
    assert "尚未开通" in page
    assert "12123" in page
    assert "尚未开通" not in (await service.http.get("/services/plate_reissue?lang=zh")).text
