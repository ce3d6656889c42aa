"""A service that is declared and not open: one clear problem, and nothing is stored."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from api.desk import Desk
from api.json_scan import check_json
from cheguan.compose import BUILD
from domain.calendar import Calendar
from domain.case.case import CASE
from domain.door.door import Door
from domain.event_store.transaction import Connection
from domain.people import Role
from domain.services.catalogue import CATALOGUE, EVERY_SERVICE, catalogue
from domain.submission.line import Reception
from tests.kit.served import Service, served

CODE = "exam_booking"
"""A service that these offices have not opened, whether others have or not."""
PROBLEM = "/problems/service-not-open"


def closing(made: Desk) -> Desk:
    """The desk with a door at which the service is not open, and who prepares for it."""
    closed = (
        replace(service, taken_in=service.taken_in and service.code != CODE)
        for service in EVERY_SERVICE.values()
    )
    door = Door(
        made.door._store,
        clock=made.clock,
        catalogue=catalogue(closed),
        calendar=Calendar(),
        build=BUILD,
        codec=made.codec,
    )
    reception = Reception(
        made.applications,
        made.keyring,
        check_json,
        partial(door.prepare, CASE),
        made.uploads.usable,
    )
    return replace(made, door=door, reception=reception)


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with served(database_url, tmp_path, closing) as opened:
        yield opened


async def stored(connection: Connection) -> int:
    cursor = await connection.execute("SELECT count(*) FROM stored_events")
    row = await cursor.fetchone()
    assert row
    return int(row[0])


async def test_a_sound_application_is_refused_and_nothing_is_stored(
    service: Service, connection: Connection
) -> None:
    before = await stored(connection)
    answer = await service.submit(await service.example(CODE), "a-key")
    again = await service.submit(await service.example(CODE), "a-key")

    assert answer.status_code == again.status_code == 409
    problem = answer.json()
    assert problem["type"] == PROBLEM
    assert problem["title"] == "该业务尚未开通"
    assert problem["service"] == CODE
    assert await stored(connection) == before


async def test_every_defect_is_told_before_that(service: Service) -> None:
    body = await service.example(CODE)
    spoiled = {**body, "channel": "pigeon", "no_such_field": 1}
    answer = await service.submit(spoiled, "a-key")

    assert answer.status_code == 422
    pointers = {defect["pointer"] for defect in answer.json()["defects"]}
    assert {"/channel", "/no_such_field"} <= pointers


async def test_a_dry_run_says_the_same(service: Service) -> None:
    answer = await service.http.post(
        "/api/v1/applications?dry_run=1",
        json=await service.example(CODE),
        headers={
            "authorization": service.bearer(Role.APPLICANT),
            "idempotency-key": "a-key",
            "accept-language": "en",
        },
    )
    assert answer.status_code == 409
    assert answer.json()["title"] == "The service is not open yet"


async def test_a_line_of_a_batch_fails_alone(service: Service) -> None:
    lines = [await service.example(CODE), await service.example("plate_reissue")]
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
    closed = {code for code, each in CATALOGUE.items() if not each.open}
    assert {each["code"] for each in listed if not each["open"]} == closed
    for each in listed:
        assert (each["instead"] is None) == each["open"]
        assert each["open"] or "12123" in each["instead"]
    mine = await service.http.get(
        "/api/v1/applications", headers={"authorization": service.bearer(Role.APPLICANT)}
    )
    assert mine.json()["applications"] == []


async def test_the_pages_say_so_too(service: Service) -> None:
    closed = [code for code, each in CATALOGUE.items() if not each.open]
    listed = (await service.http.get("/services?lang=zh")).text
    assert listed.count("尚未开通</b>") == len(closed)
    for code in CATALOGUE:
        page = (await service.http.get(f"/services/{code}?lang=zh")).text
        assert ("尚未开通" in page) == (code in closed)
        assert code not in closed or "12123" in page
