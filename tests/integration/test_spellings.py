"""The spellings that people and other systems use are understood at every entrance."""

import json
from uuid import UUID

import httpx
import pytest

from domain.case.case import CASE
from domain.case.intake.commands import AcceptCase
from domain.case.production.commands import OrderProduction, RecordProduction
from domain.case.review.commands import ApproveCase, StartReview
from domain.message import Command
from domain.people import Actor, Role
from tests.kit.life import CLERK, REVIEWER
from tests.kit.offices import asked
from tests.kit.payment import pay_and_go_on
from tests.kit.plate_histories import all_checks
from tests.kit.served import NOW, Service
from tests.kit.vehicles import numbered


@pytest.mark.parametrize("typed", ["１２３６", " 1236 ", "1２3６"])
async def test_the_last_four_are_read_as_they_were_typed(service: Service, typed: str) -> None:
    told = await service.submitted()
    await service.fold()
    asked = {"reference": f" {told['reference'].lower()}", "last_four": typed}
    answer = await service.http.post("/api/v1/tracking", json=asked)
    assert answer.status_code == 200, answer.text


async def test_whoever_types_another_end_is_told_what_to_type(service: Service) -> None:
    answer = await service.http.post(
        "/api/v1/tracking", json={"reference": "7K3M-9QXP-2B4D-5", "last_four": "12号6"}
    )
    assert answer.status_code == 422
    (defect,) = answer.json()["defects"]
    assert (defect["pointer"], defect["rule"]) == ("/last_four", "last_four_characters")
    assert "002X" in defect["text"]


async def test_a_soldier_tracks_with_the_end_of_his_number(service: Service) -> None:
    body = await service.example("plate_reissue")
    body["applicant"] |= {"id_type": "military_id", "id_no": "军字第2001988号"}
    told = (await service.submit(body, "soldier")).json()
    await service.fold()
    asked = {"reference": told["reference"], "last_four": "1988"}
    assert (await service.http.post("/api/v1/tracking", json=asked)).status_code == 200


@pytest.mark.parametrize(
    "number",
    [
        {"id_no": "410102 19920229 1236"},
        {"id_no": "４１０１０２１９９２０２２９１２３６"},
        {"plate": "02:豫A·1B2C3"},
        {"plate": " ０２：豫a1b2c3"},
        {"plate": "02 : 豫A-1B2C3"},
        {"vin": "lzytbtd60l 1000123"},
    ],
)
async def test_a_look_up_reads_what_a_form_reads(service: Service, number: dict[str, str]) -> None:
    told = await service.submitted()
    await service.fold()
    answer = await _looked_up(service, number)
    assert [each["case_id"] for each in answer.json()["cases"]] == [told["id"]]


@pytest.mark.parametrize(
    ("number", "rule", "said"),
    [
        ({"plate": "豫A1B2C3"}, "plate_kind", "02:豫A12345"),
        ({"plate": "02:豫A1O2C3"}, "plate_serial", "字母I和O"),
        ({"vin": "123"}, "vin_length", "17位"),
        ({"id_no": "4101@"}, "id_no_characters", "军字第"),
    ],
)
async def test_a_number_that_cannot_be_is_not_looked_for(
    service: Service, number: dict[str, str], rule: str, said: str
) -> None:
    answer = await _looked_up(service, number)
    assert answer.status_code == 422
    (defect,) = answer.json()["defects"]
    assert defect["rule"] == rule
    assert said in defect["text"]


async def test_more_than_a_hundred_cases_are_said_and_paged(service: Service) -> None:
    body = await service.example("plate_reissue")
    for number in range(103):
        body["vehicle"] |= numbered(number)
        assert (await service.submit(body, f"key-{number}")).status_code == 201
    await service.fold()
    who = {"id_no": body["applicant"]["id_no"]}
    first = (await _looked_up(service, who)).json()
    second = (await _looked_up(service, {**who, "cursor": first["next"]})).json()

    assert (len(first["cases"]), len(second["cases"])) == (100, 3)
    assert "100" in first["note"]
    assert (second["next"], second["note"]) == (None, None)
    found = {each["case_id"] for page in (first, second) for each in page["cases"]}
    assert len(found) == 103


async def test_a_cursor_of_nobody_is_refused(service: Service) -> None:
    answer = await _looked_up(service, {"vin": "LZYTBTD60L1000123", "cursor": "abc"})
    assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[-1]) == (400, "cursor-invalid")


@pytest.mark.parametrize(
    "typed", ["EE 473 124 829 CN", "ee473124829cn", "ＥＥ４７３１２４８２９ＣＮ"]
)
async def test_a_parcel_is_handed_over_and_scanned_by_its_number_as_printed(
    service: Service, typed: str
) -> None:
    told = await service.submitted()
    case, door = UUID(told["id"]), service.desk.door
    await pay_and_go_on(door, case)
    steps: list[tuple[Actor, Command]] = [
        (CLERK, AcceptCase()),
        *((REVIEWER, each) for each in (StartReview(), *all_checks("plate_reissue"))),
        (REVIEWER, ApproveCase()),
        (CLERK, OrderProduction()),
        (CLERK, RecordProduction(document_no="ZZ00000001")),
    ]
    for by, each in steps:
        outcome = await door.handle(CASE, case, each, asked(each, by))
    handed = await service.command(told["id"], "hand-to-post", outcome.version, {"item_no": typed})
    assert handed.status_code == 200, handed.text
    await service.fold()
    scan: dict[str, str] = {
        "scan": "s1",
        "status": "collected",
        "place": "４１０１００",
        "scanned_at": NOW.isoformat(),
    }
    scanned = await service.http.post(
        f"/api/v1/parcels/{typed}/scan",
        json=scan,
        headers={
            "authorization": service.bearer(Role.CARRIER, "carrier"),
            "idempotency-key": "scan",
        },
    )
    assert scanned.status_code == 200, scanned.text


async def test_a_region_and_a_case_are_found_by_their_names_as_typed(service: Service) -> None:
    told = await service.submitted()
    headers = {"authorization": service.bearer(Role.HQ)}
    classified = await service.http.post(
        "/api/v1/prefectures/４１０１００/classify-prefecture",
        json={"region": "４１０１００", "region_class": 2},
        headers={**headers, "if-match": '"v0"'},
    )
    assert classified.status_code == 200, classified.text
    for path in ("prefectures/410100", "prefectures/ 410100", f"orders/{told['id'].upper()}"):
        answer = await service.http.get(f"/api/v1/{path}", headers=headers)
        assert answer.status_code == 200, (path, answer.text)


async def test_a_line_of_a_batch_reads_what_a_form_reads(service: Service) -> None:
    body = await service.example("plate_reissue")
    body["applicant"]["id_no"] = "４１０１０２ 19920229 1236"
    body["vehicle"]["plate_no"] = "豫a·1b2c3"
    answer = await service.http.post(
        "/api/v1/applications/batch",
        content=json.dumps(body),
        headers={
            "content-type": "application/jsonl",
            "authorization": service.bearer(Role.APPLICANT),
            "idempotency-key": "batch",
        },
    )
    assert json.loads(answer.text)["status"] == 201, answer.text
    await service.fold()
    assert len((await _looked_up(service, {"plate": "02:豫A1B2C3"})).json()["cases"]) == 1


async def _looked_up(service: Service, body: dict[str, str]) -> httpx.Response:
    return await service.http.post(
        "/api/v1/cases/lookup", json=body, headers={"authorization": service.bearer(Role.CLERK)}
    )
