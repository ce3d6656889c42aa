"""The API over a real store: what each kind of user does with it."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from domain.people import Role
from domain.services.catalogue import CATALOGUE
from tests.kit.served import Service, served


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with served(database_url, tmp_path) as made:
        yield made


async def submitted(service: Service, code: str = "plate_reissue") -> dict[str, Any]:
    answer = await service.submit(await service.example(code), str(uuid4()))
    assert answer.status_code == 201, answer.text
    body: dict[str, Any] = answer.json()
    return body


@pytest.mark.parametrize("code", list(CATALOGUE))
async def test_the_example_of_every_service_can_be_posted(service: Service, code: str) -> None:
    answer = await service.submit(await service.example(code), "first")

    assert answer.status_code == 201
    assert answer.headers["location"].endswith(answer.json()["id"])
    assert answer.headers["etag"] == '"v1"'
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
    assert await service.parts.log.position() == 0


async def test_two_officers_at_once_one_goes_through_and_one_is_told(service: Service) -> None:
    case = await submitted(service, "renewal_deferral")
    accepted = await asyncio.gather(
        service.command(case["id"], "accept-case", 1, subject="clerk-1"),
        service.command(case["id"], "accept-case", 1, subject="clerk-2"),
    )

    assert sorted(answer.status_code for answer in accepted) == [200, 412]


async def test_two_officers_who_approve_at_once(service: Service) -> None:
    case = await submitted(service, "renewal_deferral")
    version = (await service.command(case["id"], "accept-case", 1)).json()["version"]
    review = await service.command(case["id"], "start-review", version, subject="clerk-2")
    version = review.json()["version"]
    for check in CATALOGUE["renewal_deferral"].checks:
        told = {"check": check.code, "passed": True}
        answer = await service.command(case["id"], "record-check", version, told, subject="clerk-2")
        version = answer.json()["version"]
    approvals = await asyncio.gather(
        service.command(case["id"], "approve-case", version, subject="clerk-2"),
        service.command(case["id"], "approve-case", version, subject="clerk-3"),
    )

    assert sorted(answer.status_code for answer in approvals) == [200, 412]


async def test_a_command_without_if_match_is_refused(service: Service) -> None:
    case = await submitted(service)
    answer = await service.http.post(
        f"/api/v1/cases/{case['id']}/accept-case",
        json={},
        headers={"authorization": service.bearer(Role.CLERK)},
    )

    assert answer.status_code == 428


async def test_a_case_of_another_office_does_not_exist(service: Service) -> None:
    case = await submitted(service)
    mine = await service.http.get(
        f"/api/v1/cases/{case['id']}", headers={"authorization": service.bearer(Role.CLERK)}
    )
    foreign = service.bearer(Role.CLERK, office="411500")
    theirs = await service.http.get(
        f"/api/v1/cases/{case['id']}", headers={"authorization": foreign}
    )
    none = await service.http.get(f"/api/v1/cases/{uuid4()}", headers={"authorization": foreign})

    assert mine.status_code == 200
    assert theirs.status_code == none.status_code == 404
    assert theirs.json() == none.json()


async def test_another_applicant_s_application_does_not_exist(service: Service) -> None:
    case = await submitted(service)
    other = service.bearer(Role.APPLICANT, "somebody-else")
    answer = await service.http.get(
        f"/api/v1/applications/{case['id']}", headers={"authorization": other}
    )

    assert answer.status_code == 404


async def test_an_applicant_does_not_command_like_an_officer(service: Service) -> None:
    case = await submitted(service)
    answer = await service.command(case["id"], "accept-case", 1, role=Role.APPLICANT)

    assert answer.status_code == 403


async def test_the_queue_of_an_office_pages_by_cursor(service: Service) -> None:
    body = await service.example("vehicle_contact_change")
    lines = []
    for n in range(60):
        body["vehicle"]["plate_no"] = f"豫A1B{n:02d}C"
        lines.append(json.dumps(body, ensure_ascii=False))
    answer = await service.http.post(
        "/api/v1/applications/batch",
        content="\n".join(lines),
        headers={
            "content-type": "application/jsonl",
            "authorization": service.bearer(Role.PARTNER),
            "idempotency-key": "batch",
        },
    )
    results = [json.loads(line) for line in answer.text.splitlines()]
    await service.fold()
    clerk = {"authorization": service.bearer(Role.CLERK)}
    first = await service.http.get("/api/v1/cases?queue=intake", headers=clerk)
    second = await service.http.get(first.links["next"]["url"], headers=clerk)
    seen = [entry["case_id"] for page in (first, second) for entry in page.json()["cases"]]

    assert {result["status"] for result in results} == {201}
    assert [result["line"] for result in results] == list(range(1, 61))
    assert len(seen) == len(set(seen)) == 60
    assert "next" not in second.links


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


async def test_a_number_finds_its_cases(service: Service) -> None:
    body = await service.example("plate_reissue")
    case = (await service.submit(body, "key")).json()
    await service.fold()
    for asked in (
        {"id_no": body["applicant"]["id_no"].lower()},
        {"vin": body["vehicle"]["vin"]},
        {"plate": f"{body['vehicle']['plate_kind']}:{body['vehicle']['plate_no']}"},
    ):
        answer = await service.http.post(
            "/api/v1/cases/lookup",
            json=asked,
            headers={"authorization": service.bearer(Role.CLERK)},
        )
        assert [found["case_id"] for found in answer.json()["cases"]] == [case["id"]]


async def test_tracking_answers_the_same_for_unknown_and_wrong(service: Service) -> None:
    body = await service.example("plate_reissue")
    case = (await service.submit(body, "key")).json()
    await service.fold()
    asked = {"reference": case["reference"], "last_four": body["applicant"]["id_no"][-4:]}
    right = await service.http.post("/api/v1/tracking", json=asked)
    wrong = await service.http.post("/api/v1/tracking", json={**asked, "last_four": "0000"})
    unknown = await service.http.post(
        "/api/v1/tracking", json={**asked, "reference": "0000-0000-0000-3"}
    )

    assert right.status_code == 200
    assert [step["event"] for step in right.json()["timeline"]] == ["CaseSubmitted"]
    assert wrong.status_code == unknown.status_code == 404
    assert wrong.json() == unknown.json()
    for secret in (body["applicant"]["name"], body["applicant"]["id_no"]):
        assert secret not in right.text


async def test_a_lost_answer_is_settled_by_the_command_s_id(service: Service) -> None:
    unknown = uuid4()
    answer = await service.http.get(
        f"/api/v1/commands/{unknown}", headers={"authorization": service.bearer(Role.APPLICANT)}
    )

    assert answer.json() == {"command_id": str(unknown), "state": "not_applied"}


async def test_the_history_shows_the_case_as_of_a_moment(service: Service) -> None:
    case = await submitted(service, "renewal_deferral")
    await service.command(case["id"], "accept-case", 1)
    auditor = {"authorization": service.bearer(Role.AUDITOR)}
    path = f"/api/v1/audit/cases/{case['id']}/history"
    now = (await service.http.get(path, headers=auditor)).json()
    then = (await service.http.get(f"{path}?at={case['position']}", headers=auditor)).json()

    assert [event["event"]["type"] for event in now["events"]] == ["CaseSubmitted", "CaseAccepted"]
    assert then["state"]["stage"] == "submitted"
    assert now["state"]["stage"] == "accepted"
    assert all(event["rules"] and event["build"] for event in now["events"])


async def test_statistics_count_what_happened(service: Service) -> None:
    await submitted(service)
    case = await submitted(service, "renewal_deferral")
    await service.command(case["id"], "decline-acceptance", 1, {"codes": ["R-JURISDICTION"]})
    await service.fold()
    answer = await service.http.get("/api/v1/statistics/throughput?by=service")
    by_service = {group["service"]: group for group in answer.json()["groups"]}
    now = (await service.http.get("/api/v1/statistics/now")).json()

    assert by_service["plate_reissue"]["submitted"] == 1
    assert by_service["plate_reissue"]["in_hand"] == 1
    assert by_service["renewal_deferral"]["not_accepted"] == 1
    assert now["in_hand"] == 1
    assert now["behind"] == 0


async def test_a_note_is_sealed_before_it_is_stored(service: Service) -> None:
    case = await submitted(service, "renewal_deferral")
    note = "申请人张三的住址需要核实"
    answer = await service.command(
        case["id"], "decline-acceptance", 1, {"codes": ["R-JURISDICTION"], "note": note}
    )
    path = f"/api/v1/audit/cases/{case['id']}/history"
    auditor = {"authorization": service.bearer(Role.AUDITOR)}
    history = await service.http.get(path, headers=auditor)

    assert answer.status_code == 200
    assert "张三" not in history.text
    assert history.json()["events"][-1]["event"]["note"].startswith("pii1.")


@pytest.mark.parametrize("path", ["/health/live", "/health/ready", "/metrics", "/openapi.json"])
async def test_the_operator_s_addresses_answer(service: Service, path: str) -> None:
    assert (await service.http.get(path)).status_code == 200


async def test_the_docs_page_asks_no_other_host(service: Service) -> None:
    page = await service.http.get("/docs")

    assert page.status_code == 200
    assert "https://" not in page.text
    assert "script-src 'self' 'sha256-" in page.headers["content-security-policy"]
    loaded = re.findall(r'(?:src|href)="(/[^"]+)"', page.text)
    assert [(await service.http.get(path)).status_code for path in loaded] == [200, 200, 200]
    assert (await service.http.get("/docs/static/none.js")).status_code == 404


async def test_every_read_can_wait_for_a_position(service: Service) -> None:
    case = await submitted(service)
    await service.fold()
    clerk = {"authorization": service.bearer(Role.CLERK)}
    there = await service.http.get(f"/api/v1/cases?min_position={case['position']}", headers=clerk)

    assert there.status_code == 200
