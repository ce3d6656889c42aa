"""What a program keeps beside it: codes in both languages, and the applications of its user."""

import pytest

from domain.people import Role
from domain.services.catalogue import CATALOGUE
from tests.kit.announced import announced
from tests.kit.served import Service
from tests.kit.window_cases import take_in


@pytest.mark.parametrize("path", ["reasons", "regions", "offices", "offices?region=410100"])
async def test_a_list_of_codes_may_be_kept(service: Service, path: str) -> None:
    first = await service.http.get(f"/api/v1/{path}")
    again = await service.http.get(
        f"/api/v1/{path}", headers={"if-none-match": first.headers["etag"]}
    )
    assert first.status_code == 200
    assert first.headers["cache-control"] == "public, max-age=3600"
    assert (again.status_code, again.content) == (304, b"")


async def test_codes_have_words_in_both_languages(service: Service) -> None:
    lists = (await service.http.get("/api/v1/reasons")).json()
    reasons = {each["list"]: {c["code"]: c["title"] for c in each["codes"]} for each in lists}
    offices = (await service.http.get("/api/v1/offices?counter=true&region=410100")).json()
    assert reasons["defect"]["unreadable"]["zh"] == "不清晰，无法辨认"
    assert reasons["hold"]["office_suspended"]["en"] == "window business is suspended"
    assert "R-IDENTITY" in reasons["refusal"]
    assert {office["region"] for office in offices} == {"410100"}
    assert all(office["counter"] for office in offices)


async def test_one_s_own_applications_come_a_page_at_a_time(service: Service) -> None:
    mine = [(await service.submitted(code))["id"] for code in ("plate_reissue", "renewal_deferral")]
    await service.fold()
    bearer = {"authorization": service.bearer(Role.APPLICANT), "accept-language": "en"}
    first = await service.http.get("/api/v1/applications?limit=1", headers=bearer)
    rest = await service.http.get(first.links["next"]["url"], headers=bearer)
    other = {"authorization": service.bearer(Role.APPLICANT, "somebody-else")}
    found = [page.json()["applications"][0]["id"] for page in (first, rest)]

    assert found == mine[::-1]
    assert rest.json()["next"] is None
    assert first.json()["applications"][0]["stage_title"] == "Submitted"
    nobody = await service.http.get("/api/v1/applications", headers=other)
    assert nobody.json() == {"applications": [], "next": None}


async def test_a_closed_list_that_was_missed_is_told_with_its_codes(service: Service) -> None:
    body = await service.example("plate_reissue")
    refused = await service.submit({**body, "reason": "eaten"}, "allowed")
    (defect,) = refused.json()["defects"]
    assert (defect["pointer"], defect["allowed"]) == ("/reason", ["lost", "destroyed", "damaged"])
    case = await service.submitted()
    told = await service.command(case["id"], "move-to-on-site", 1, {"reason": "tired"})
    (wrong,) = told.json()["defects"]
    assert (wrong["pointer"], wrong["rule"]) == ("/reason", "choice")
    assert "suspicion" in wrong["allowed"]


async def test_a_second_application_is_told_which_case_is_open(service: Service) -> None:
    case = await service.submitted()
    second = await service.submit(await service.example("plate_reissue"), "second")
    assert second.status_code == 409
    assert second.json()["case"] == case["id"]


async def test_a_stranger_is_told_that_a_case_is_open_and_not_which(service: Service) -> None:
    case = await service.submitted()
    body = await service.example("plate_reissue")
    second = await service.submit(body, "second", subject="stranger")
    tried = await service.http.post(
        "/api/v1/applications?dry_run=1",
        json=body,
        headers={"authorization": service.bearer_of(body, "stranger"), "idempotency-key": "try"},
    )
    for answer in (second, tried):
        assert answer.json()["type"] == "/problems/duplicate-open-case"
        assert "case" not in answer.json()
        assert case["id"] not in answer.text


@pytest.mark.parametrize(
    ("office", "sees"), [("410100", True), ("410100.st1", False), ("410300", False)]
)
async def test_an_officer_is_told_which_case_is_open_if_it_is_one_of_his_office(
    service: Service, office: str, sees: bool
) -> None:
    case = await service.submitted("medical_submit")
    form = await service.example("medical_submit_w")
    answer = await take_in(service, form, claims={"office": office}, counter=office)
    assert answer.json()["type"] == "/problems/duplicate-open-case", answer.text
    assert answer.json().get("case") == (case["id"] if sees else None)
    assert (case["id"] in answer.text) is sees


async def test_the_examples_of_the_description_are_of_the_service_s_own_day(
    service: Service,
) -> None:
    document = (await service.http.get("/openapi.json")).json()
    body = document["paths"]["/api/v1/applications"]["post"]["requestBody"]
    examples = body["content"]["application/json"]["examples"]
    taken: set[tuple[str, str]] = set()
    for code, example in examples.items():
        assert example["value"]["declaration"]["agreed_at"].startswith("2020-02-24")
        await announced(service.desk.door, code)
        answer = await service.submit(example["value"], f"as-shown-{code}")
        claim = CATALOGUE[code].exclusive, example["value"]["applicant"]["id_no"]
        assert answer.status_code == (409 if claim in taken else 201), answer.text
        taken.add(claim)


async def test_a_dry_run_tells_what_would_come_and_stores_nothing(service: Service) -> None:
    body = await service.example("plate_reissue")
    headers = {"authorization": service.bearer(Role.APPLICANT), "idempotency-key": "once"}
    path = "/api/v1/applications?dry_run=1"
    before = await service.desk.log.position()
    tried = await service.http.post(path, json=body, headers=headers)
    wrong = await service.http.post(path, json={**body, "reason": "eaten"}, headers=headers)
    assert (tried.status_code, tried.json()["stage"]) == (200, "payment_pending")
    assert tried.json()["payable_fen"] == tried.json()["fee_fen"] + tried.json()["postage_fen"] > 0
    assert wrong.json()["type"] == "/problems/form-invalid"
    assert await service.desk.log.position() == before
    assert (await service.submit(body, "once")).status_code == 201
    second = await service.http.post(path, json=body, headers=headers)
    assert second.json()["type"] == "/problems/duplicate-open-case"
