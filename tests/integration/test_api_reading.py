"""What the API shows over a real store, and to whom."""

import json
from uuid import uuid4

from domain.people import Role
from tests.kit.served import Service
from tests.kit.vehicles import numbered


async def test_a_case_of_another_office_does_not_exist(service: Service) -> None:
    case = await service.submitted()
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
    case = await service.submitted()
    other = service.bearer(Role.APPLICANT, "somebody-else")
    answer = await service.http.get(
        f"/api/v1/applications/{case['id']}", headers={"authorization": other}
    )

    assert answer.status_code == 404


async def test_the_queue_of_an_office_pages_by_cursor(service: Service) -> None:
    body = await service.example("vehicle_contact_change")
    lines = []
    for n in range(60):
        body["vehicle"] |= numbered(n)
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


async def test_the_history_shows_the_case_as_of_a_moment(service: Service) -> None:
    case = await service.submitted("renewal_deferral")
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
    await service.submitted()
    case = await service.submitted("renewal_deferral")
    await service.command(case["id"], "decline-acceptance", 1, {"codes": ["R-JURISDICTION"]})
    await service.fold()
    answer = await service.http.get("/api/v1/statistics/throughput?by=service")
    by_service = {group["service"]: group for group in answer.json()["groups"]}
    now = (await service.http.get("/api/v1/statistics/now")).json()

    assert by_service["plate_reissue"]["n_submitted"] == 1
    assert by_service["plate_reissue"]["backlog"] == 1
    assert by_service["renewal_deferral"]["n_not_accepted"] == 1
    assert by_service["renewal_deferral"]["backlog"] == 0
    assert answer.json()["units"]["p50_handle"] == "working_hours"
    assert now["backlog"] == 1
    assert now["backlog_age"] == {"0-1": 1}
    assert [(each["code"], each["backlog"]) for each in now["services"]] == [("plate_reissue", 1)]
    assert now["behind"] == 0


async def test_every_read_can_wait_for_a_position(service: Service) -> None:
    case = await service.submitted()
    await service.fold()
    clerk = {"authorization": service.bearer(Role.CLERK)}
    there = await service.http.get(f"/api/v1/cases?min_position={case['position']}", headers=clerk)
    beyond = await service.http.get("/api/v1/cases?min_position=999999", headers=clerk)

    assert there.status_code == 200
    assert (beyond.status_code, beyond.json()["type"]) == (422, "/problems/position-unknown")
    assert beyond.json()["position"] >= case["position"]
