"""An application over HTTP: one case for each key, and every defect told at once."""

import asyncio
import json

import pytest

from domain.event_store.transaction import Connection
from domain.people import Role
from domain.services.catalogue import OPEN_SERVICES
from tests.kit.served import Service


@pytest.mark.parametrize("code", list(OPEN_SERVICES))
async def test_the_example_of_every_open_service_can_be_posted(service: Service, code: str) -> None:
    body = await service.example(code)
    answer = await service.submit(body, "first")

    assert answer.status_code == 201
    assert answer.headers["location"].endswith(answer.json()["id"])
    told = await service.http.get(
        answer.headers["location"], headers={"authorization": service.bearer_of(body)}
    )
    assert answer.headers["etag"] == told.headers["etag"]
    assert answer.json()["service"] == code


async def test_the_same_key_and_body_give_the_same_answer_and_one_case(service: Service) -> None:
    body = await service.example("plate_reissue")
    first = await service.submit(body, "key")
    again = await service.submit(body, "key")

    assert again.status_code == 201
    assert again.json() == first.json()
    assert again.headers["idempotency-replayed"] == "true"
    assert "idempotency-replayed" not in first.headers


async def test_another_body_under_the_same_key_is_refused(service: Service) -> None:
    body = await service.example("plate_reissue")
    await service.submit(body, "key")
    other = await service.submit({**body, "channel": "online_web"}, "key")

    assert other.status_code == 422
    assert other.json()["type"] == "/problems/key-reused"


async def test_a_key_is_its_owner_s_alone(service: Service) -> None:
    await service.submit(await service.example("plate_reissue"), "key")
    other = await service.submit(await service.example("renewal_deferral"), "key", "somebody-else")

    assert other.status_code == 201
    assert "idempotency-replayed" not in other.headers


async def test_an_application_with_two_keys_is_refused(service: Service) -> None:
    bearer = service.bearer(Role.APPLICANT)
    answer = await service.http.post(
        "/api/v1/applications",
        json=await service.example("plate_reissue"),
        headers=[("authorization", bearer), ("idempotency-key", "a"), ("idempotency-key", "b")],
    )

    assert answer.status_code == 400
    assert answer.json()["type"] == "/problems/idempotency-key-invalid"


async def test_an_application_without_a_key_is_refused(service: Service) -> None:
    answer = await service.http.post(
        "/api/v1/applications",
        json=await service.example("plate_reissue"),
        headers={"authorization": service.bearer(Role.APPLICANT)},
    )

    assert answer.status_code == 400
    assert answer.json()["type"] == "/problems/idempotency-key-missing"


async def test_fifty_submissions_at_once_make_one_case(service: Service) -> None:
    body = await service.example("plate_reissue")
    same = await asyncio.gather(*(service.submit(body, "one-key") for _ in range(50)))
    other = await asyncio.gather(*(service.submit(body, f"key-{n}") for n in range(50)))

    assert [answer.text for answer in same if answer.status_code != 201] == []
    assert len({answer.json()["id"] for answer in same}) == 1
    assert {answer.json()["type"] for answer in other} == {"/problems/duplicate-open-case"}
    assert {answer.status_code for answer in other} == {409}


async def test_all_defects_of_a_form_come_at_once_and_without_values(service: Service) -> None:
    body = await service.example("plate_reissue")
    body["vehicle"]["plate_no"] = "豫AIO234"
    body["applicant"]["mobile"] = "12345"
    body["surprise"] = 1
    answer = await service.submit(body, "key")
    pointers = [defect["pointer"] for defect in answer.json()["defects"]]

    assert answer.status_code == 422
    assert {"/vehicle/plate_no", "/applicant/mobile", "/surprise"} <= set(pointers)
    assert "AIO234" not in answer.text
    assert "12345" not in answer.text
    assert await service.desk.log.position() == 0


async def statuses_of(service: Service, *lines: str) -> list[int]:
    answer = await service.http.post(
        "/api/v1/applications/batch",
        content="\n".join(lines),
        headers={
            "content-type": "application/jsonl",
            "authorization": service.bearer(Role.PARTNER),
            "idempotency-key": "batch",
        },
    )
    return [json.loads(line)["status"] for line in answer.text.splitlines()]


async def test_a_fault_of_ours_in_one_line_does_not_take_the_others_with_it(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.submission._SUBMITTED", {})
    good = json.dumps(await service.example("renewal_deferral"))
    assert await statuses_of(service, good, "not json", "{}") == [500, 400, 422]


async def test_a_line_that_meets_what_cannot_be_read_fails_alone(
    service: Service, connection: Connection
) -> None:
    first = await service.submitted("renewal_deferral")
    assert first["stage"] == "submitted"
    await connection.execute(
        "UPDATE stored_events SET state = 'no json' WHERE topic = 'ClaimTaken'"
    )
    again = json.dumps(await service.example("renewal_deferral"))
    other = json.dumps(await service.example("plate_reissue"))
    assert await statuses_of(service, again, other) == [409, 201]


async def test_a_bad_line_fails_alone(service: Service) -> None:
    good = json.dumps(await service.example("renewal_deferral"))
    answer = await service.http.post(
        "/api/v1/applications/batch",
        content="\n".join([good, '{"service":"nonsense"}', "not json", '{"a":NaN}']),
        headers={
            "content-type": "application/jsonl",
            "authorization": service.bearer(Role.PARTNER),
            "idempotency-key": "batch",
        },
    )

    statuses = [json.loads(line)["status"] for line in answer.text.splitlines()]

    assert statuses == [201, 422, 400, 400]
