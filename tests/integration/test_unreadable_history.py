"""A history of which not all can be read stops its own case alone, and says what is known."""

from typing import Any
from uuid import UUID

import pytest

from domain.event_store.transaction import Connection
from domain.people import Role
from tests.kit.served import Service
from tests.kit.spoiled import BYTES, counts, event_of_another_kind, spoil

CODE = "renewal_deferral"


async def accepted(service: Service) -> dict[str, Any]:
    told = await service.submitted(CODE)
    assert (await service.command(told["id"], "accept-case", 1)).status_code == 200
    return told


async def get(service: Service, path: str, role: Role, subject: str = "reader") -> Any:
    headers = {"authorization": service.bearer(role, subject)}
    return await service.http.get(f"/api/v1/{path}", headers=headers)


@pytest.fixture
async def case(service: Service, connection: Connection) -> dict[str, Any]:
    """A case whose second event cannot be read. This process has forgotten it."""
    told = await accepted(service)
    await spoil(connection, UUID(told["id"]), 2, b"no json")
    service.desk.door.forget(UUID(told["id"]))
    return told


@pytest.mark.parametrize("spoiled", [*BYTES, None], ids=str)
async def test_whoever_asks_is_told_what_is_known(
    service: Service, connection: Connection, spoiled: bytes | None
) -> None:
    told = await accepted(service)
    state = spoiled or await event_of_another_kind(connection)
    await spoil(connection, UUID(told["id"]), 2, state)
    service.desk.door.forget(UUID(told["id"]))
    for path, role in (("applications", Role.APPLICANT), ("cases", Role.CLERK)):
        answer = await get(service, f"{path}/{told['id']}", role)
        problem = answer.json()
        assert (answer.status_code, problem["type"]) == (409, "/problems/history-unreadable")
        assert (problem["version"], problem["unreadable_from"]) == (1, 2)
        assert problem["known"] == {
            "reference": told["reference"],
            "service": CODE,
            "stage": "submitted",
        }


async def test_of_a_case_that_is_not_his_nobody_is_told(
    service: Service, case: dict[str, Any]
) -> None:
    answer = await get(service, f"applications/{case['id']}", Role.APPLICANT, "somebody-else")
    assert answer.status_code == 404


async def test_a_first_event_that_cannot_be_read_is_told_to_officials_alone(
    service: Service, connection: Connection
) -> None:
    told = await service.submitted(CODE)
    await spoil(connection, UUID(told["id"]), 1, b"{}")
    service.desk.door.forget(UUID(told["id"]))
    clerk = (await get(service, f"cases/{told['id']}", Role.CLERK)).json()
    assert (clerk["version"], clerk["unreadable_from"], clerk["known"]) == (0, 1, {})
    owner = await get(service, f"applications/{told['id']}", Role.APPLICANT)
    assert owner.status_code == 404


async def test_a_command_to_it_is_refused_and_nothing_of_it_is_stored(
    service: Service, connection: Connection, case: dict[str, Any]
) -> None:
    before = await counts(connection)
    answer = await service.command(case["id"], "start-review", 2, subject="clerk-2")
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/history-unreadable")
    assert await counts(connection) == before


async def test_every_other_case_is_served(service: Service, case: dict[str, Any]) -> None:
    other = await service.submitted("plate_reissue")
    assert other["id"] != case["id"]
    assert (await get(service, f"cases/{other['id']}", Role.CLERK)).status_code == 200


async def test_the_histories_show_what_can_be_read(service: Service, case: dict[str, Any]) -> None:
    for path in ("audit/cases", "audit/case", "cases"):
        told = (await get(service, f"{path}/{case['id']}/history", Role.AUDITOR)).json()
        assert [event["version"] for event in told["events"]] == [1]
        assert (told["of_versions"], told["unreadable_from"]) == (2, 2)


async def test_the_audit_page_shows_what_can_be_read(
    service: Service, case: dict[str, Any]
) -> None:
    token = service.bearer(Role.AUDITOR).removeprefix("Bearer ")
    page = await service.http.get(
        f"/audit?case={case['id']}&lang=zh", headers={"cookie": f"__Host-cheguan={token}"}
    )
    assert page.status_code == 200
    assert "第 2 步及以后的记录目前无法读取" in page.text
    assert "申请已提交" in page.text


async def test_tracking_and_queue_show_what_is_known_and_from_where_not(
    service: Service, case: dict[str, Any]
) -> None:
    await service.fold()
    asked = {"reference": case["reference"], "last_four": await last_four(service)}
    tracked = await service.http.post("/api/v1/tracking", json=asked)
    assert (tracked.status_code, tracked.json()["stage"]) == (200, "submitted")
    assert tracked.json()["unreadable_from"] == 2
    page = await service.http.post(
        "/track?lang=zh", data=asked, headers={"origin": "http://127.0.0.1"}
    )
    assert (page.status_code, "暂时无法读取" in page.text) == (200, True)
    (line,) = (await get(service, "cases", Role.CLERK)).json()["cases"]
    assert (line["stage"], line["version"], line["unreadable_from"]) == ("submitted", 1, 2)


async def last_four(service: Service) -> str:
    example = await service.example(CODE)
    return str(example["applicant"]["id_no"][-4:])


async def test_the_next_case_is_one_that_can_be_read(
    service: Service, connection: Connection
) -> None:
    sick = await accepted(service)
    await service.fold()
    await spoil(connection, UUID(sick["id"]), 1, b"no json")
    service.desk.door.forget(UUID(sick["id"]))
    answer = await service.http.post(
        "/api/v1/cases/next", json={}, headers={"authorization": service.bearer(Role.CLERK, "c-2")}
    )
    assert answer.status_code == 204


async def test_once_it_is_put_right_the_case_goes_on(
    service: Service, connection: Connection
) -> None:
    told = await accepted(service)
    whole = await spoil(connection, UUID(told["id"]), 2, b"no json")
    service.desk.door.forget(UUID(told["id"]))
    assert (await get(service, f"cases/{told['id']}", Role.CLERK)).status_code == 409
    await spoil(connection, UUID(told["id"]), 2, whole)
    answer = await service.command(told["id"], "start-review", 2, subject="clerk-2")
    assert answer.status_code == 200


async def test_an_answer_that_cannot_be_read_is_not_carried_out_twice(
    service: Service, connection: Connection
) -> None:
    body = await service.example(CODE)
    assert (await service.submit(body, "mine")).status_code == 201
    before = await counts(connection)
    await connection.execute("UPDATE command_log SET outcome = 'no json'")
    again = await service.submit(body, "mine")
    assert (again.status_code, again.json()["type"]) == (409, "/problems/answer-unreadable")
    assert await counts(connection) == before
    cursor = await connection.execute("SELECT command_id FROM command_log")
    for (command,) in await cursor.fetchall():
        settled = await service.http.get(
            f"/api/v1/commands/{command}",
            headers={
                "authorization": service.bearer(Role.APPLICANT),
                "idempotency-key": "mine",
            },
        )
        assert settled.json() == {"command_id": str(command), "state": "applied"}
