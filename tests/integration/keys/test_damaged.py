"""What is sealed and does not open is neither shown as empty nor kept quiet."""

import re

import pytest
from prometheus_client import REGISTRY as METRICS

from api.pages.kit.officer import COOKIE
from domain.event_store.transaction import Connection
from domain.people import Role
from tests.kit.served import Service

HERE = {"origin": "http://127.0.0.1"}
CODE = "plate_reissue"
NOTE = "号牌照片不清楚，请重新拍摄"


async def damage(connection: Connection, service: Service) -> None:
    """Alters every wrapped data key, as a fault of the disk would."""
    await connection.execute(
        "UPDATE vault.data_key SET wrapped = set_byte(wrapped, 20, 255 - get_byte(wrapped, 20))"
    )
    service.desk.keyring._known.clear()


def counted() -> float:
    return METRICS.get_sample_value("cheguan_sealed_parts_unopened_total") or 0.0


async def end_of_number(service: Service) -> str:
    id_no: str = (await service.example(CODE))["applicant"]["id_no"]
    return id_no[-4:]


async def test_officers_and_auditors_are_told_which_parts_do_not_open(
    service: Service, connection: Connection, caplog: pytest.LogCaptureFixture
) -> None:
    case = (await service.submitted(CODE))["id"]
    await damage(connection, service)
    before = counted()
    for role, address in (
        (Role.CLERK, f"/api/v1/cases/{case}"),
        (Role.AUDITOR, f"/api/v1/audit/cases/{case}/history"),
        (Role.APPLICANT, f"/api/v1/applications/{case}"),
    ):
        answer = await service.http.get(address, headers={"authorization": service.bearer(role)})
        told = answer.json()
        assert answer.status_code == 200
        assert sorted(told["unopened"]) == ["applicant", "delivery", "vehicle"]
        assert not told.get("parts")
    assert counted() - before >= 9
    lines = [line for line in caplog.messages if "does not open" in line]
    assert any(case in line and "applicant" in line for line in lines)
    assert not any("pii1." in line or "张" in line for line in lines)


async def test_the_pages_say_so(service: Service, connection: Connection) -> None:
    case = (await service.submitted(CODE))["id"]
    await damage(connection, service)
    token = service.bearer(Role.AUDITOR).removeprefix("Bearer ")
    service.http.cookies.set(COOKIE, token)
    page = await service.http.get(f"/audit?case={case}")
    service.http.cookies.clear()
    assert "下列加密内容已损坏或者被改动" in page.text


async def test_whoever_tracks_is_not_told_that_nothing_was_found(
    service: Service, connection: Connection
) -> None:
    case = await service.submitted(CODE)
    await service.fold()
    asked = {"reference": case["reference"], "last_four": await end_of_number(service)}
    assert (await service.http.post("/api/v1/tracking", json=asked)).status_code == 200
    await damage(connection, service)
    answer = await service.http.post("/api/v1/tracking", json=asked)
    assert (answer.status_code, answer.json()["type"]) == (503, "/problems/part-unopened")
    page = await service.http.post("/track", data=asked, headers=HERE)
    assert page.status_code == 503
    assert "暂时无法核对身份" in page.text


async def test_one_damaged_part_is_named_to_whoever_tracks_and_the_others_are_shown(
    service: Service, connection: Connection
) -> None:
    case = await service.submitted(CODE)
    await service.fold()
    spoil = """
    UPDATE projections.tracking SET sealed = jsonb_set(
        sealed::jsonb, '{vehicle}', to_jsonb(sealed::jsonb ->> 'delivery'))::text"""
    await connection.execute(re.sub(r"\s+", " ", spoil).encode())
    asked = {"reference": case["reference"], "last_four": await end_of_number(service)}
    told = (await service.http.post("/api/v1/tracking", json=asked)).json()
    assert told["unopened"] == ["vehicle"]
    assert told["parts"].keys() == {"applicant", "delivery"}
    page = await service.http.post("/track", data=asked, headers=HERE)
    assert "下列内容目前无法读取" in page.text
    assert "机动车" in page.text


async def test_a_note_is_not_stored_under_a_key_that_does_not_open(
    service: Service, connection: Connection
) -> None:
    case = (await service.submitted("renewal_deferral"))["id"]
    await damage(connection, service)
    before = counted()
    told = {"codes": ["R-JURISDICTION"], "note": NOTE}
    answer = await service.command(case, "decline-acceptance", 1, told)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/key-unusable")
    assert counted() > before
