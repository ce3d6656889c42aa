"""An application rests on a one-time code: once, and only for what the code has proven."""

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest

from domain.case.case import CASE
from domain.event_store.transaction import Connection
from domain.one_time_codes.one_time_code import ONE_TIME_CODE
from domain.one_time_codes.stage import OneTimeCodeStage
from domain.one_time_codes.state import OneTimeCode, code_stream
from domain.people import Role, system
from domain.services.vehicle_contact_change.facts import VehicleContactChangeFacts
from tests.kit.one_time_codes import (
    NUMBER,
    code,
    confirmed,
    digits,
    entered,
    headers,
    other_than,
)
from tests.kit.served import Service, served

NINE = datetime(2020, 2, 24, 1, tzinfo=UTC)


async def changing(service: Service, of: str | None, number: str = NUMBER) -> dict[str, Any]:
    """A change of contact that names a code for the new number."""
    body = await service.example("vehicle_contact_change") | {"new_mobile": number}
    return body if of is None else body | {"new_mobile_code_id": of}


async def of_another_vehicle(service: Service, of: str) -> dict[str, Any]:
    body = await changing(service, of)
    return body | {"vehicle": body["vehicle"] | {"plate_no": "豫A9Z8Y7", "vin": VIN}}


VIN = "LZYTBTD61L1000129"


async def sent(
    service: Service, body: Mapping[str, Any], subject: str = "reader"
) -> httpx.Response:
    return await service.submit(body, str(uuid4()), subject)


async def state(service: Service, of: str) -> OneTimeCode:
    opened, _ = await service.desk.door.open(ONE_TIME_CODE, code_stream(UUID(of)), system("test"))
    return opened.state


def refused(answer: httpx.Response) -> tuple[int, str, str]:
    told = answer.json()
    assert told["type"] == "/problems/one-time-code-unusable"
    return answer.status_code, told["purpose"], told["why"]


async def test_a_confirmed_code_is_used_in_the_instant_of_the_submission(
    service: Service, connection: Connection
) -> None:
    made = await confirmed(service)
    answer = await sent(service, await changing(service, made))
    assert answer.status_code == 201, answer.text
    case = UUID(answer.json()["id"])

    used = await state(service, made)
    assert (used.stage, used.case) == (OneTimeCodeStage.USED, case)
    cursor = await connection.execute(
        "SELECT count(DISTINCT xmin::text) FROM stored_events"
        " WHERE topic IN ('CaseSubmitted', 'OneTimeCodeUsed')"
    )
    assert await cursor.fetchone() == (1,)
    opened, _ = await service.desk.door.open(CASE, case, system("test"))
    facts = opened.state.facts
    assert isinstance(facts, VehicleContactChangeFacts)
    assert facts.mobile_verified


async def test_without_a_code_the_number_is_taken_and_not_verified(service: Service) -> None:
    answer = await sent(service, await changing(service, None))
    assert answer.status_code == 201
    opened, _ = await service.desk.door.open(CASE, UUID(answer.json()["id"]), system("test"))
    facts = opened.state.facts
    assert isinstance(facts, VehicleContactChangeFacts)
    assert not facts.mobile_verified


async def test_one_code_serves_one_application(service: Service) -> None:
    made = await confirmed(service)
    assert (await sent(service, await changing(service, made))).status_code == 201
    second = await sent(service, await of_another_vehicle(service, made))
    assert refused(second) == (422, "contact_change", "used")


async def test_of_two_applications_at_once_one_has_the_code(service: Service) -> None:
    made = await confirmed(service)
    bodies = [await changing(service, made), await of_another_vehicle(service, made)]
    answers = await asyncio.gather(*(sent(service, body) for body in bodies))
    assert sorted(answer.status_code for answer in answers) == [201, 422]
    (loser,) = [answer for answer in answers if answer.status_code == 422]
    assert refused(loser)[2] == "used"


async def test_a_repeated_submission_is_answered_as_before(service: Service) -> None:
    body = await changing(service, await confirmed(service))
    first, again = [await service.submit(body, "one-key") for _ in range(2)]
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json()["id"] == again.json()["id"]
    assert again.headers["idempotency-replayed"] == "true"


@pytest.mark.parametrize("tries", [0, 1, 3])
async def test_digits_that_nobody_entered_rightly_prove_nothing(
    service: Service, tries: int
) -> None:
    made = await code(service)
    for _ in range(tries):
        await entered(service, made, other_than(await digits(service, made)))
    answer = await sent(service, await changing(service, made))
    assert refused(answer) == (422, "contact_change", "not_confirmed")


async def test_a_code_proves_its_number_for_its_purpose_to_its_holder(service: Service) -> None:
    made = await confirmed(service)
    other_number = await sent(service, await changing(service, made, "13900005679"))
    other_person = await sent(service, await changing(service, made), "neighbour")
    unknown = await sent(service, await changing(service, str(uuid4())), "neighbour")
    submitting = await confirmed(service, purpose="submission")
    other_purpose = await sent(service, await changing(service, submitting))
    assert refused(other_number)[2] == "other_number"
    assert other_person.json() == unknown.json()
    assert refused(unknown)[2] == "unknown"
    assert refused(other_purpose)[2] == "other_purpose"
    assert (await state(service, made)).stage is OneTimeCodeStage.CONFIRMED


async def test_an_id_of_something_else_is_no_code(service: Service) -> None:
    case = (await service.submitted())["id"]
    for forged in (case, str(code_stream(UUID(await confirmed(service))))):
        answer = await sent(service, await changing(service, forged))
        assert refused(answer) == (422, "contact_change", "unknown")


async def test_an_hour_later_the_number_is_confirmed_anew(
    database_url: str, tmp_path: Path
) -> None:
    now = [NINE]
    async with served(database_url, tmp_path, clock=lambda: now[0]) as service:
        made = await confirmed(service)
        now[0] = NINE + timedelta(hours=1)
        answer = await sent(service, await changing(service, made))
        assert refused(answer)[2] == "too_old"


async def test_a_dry_run_judges_the_code_and_leaves_it(service: Service) -> None:
    good, bad = await confirmed(service), await code(service)
    answers = [
        await service.http.post(
            "/api/v1/applications?dry_run=1",
            json=await changing(service, each),
            headers=headers(service, "reader"),
        )
        for each in (good, bad)
    ]
    assert answers[0].status_code == 200, answers[0].text
    assert refused(answers[1])[2] == "not_confirmed"
    assert (await state(service, good)).stage is OneTimeCodeStage.CONFIRMED


async def test_the_code_of_a_declaration_proves_the_applicant_s_own_telephone(
    service: Service,
) -> None:
    body = await service.example("vehicle_contact_change") | {"user_kind": "web_registered"}
    asked_for = await sent(service, body)
    assert asked_for.json()["defects"][0]["pointer"] == "/declaration/sms_code_id"

    own = await confirmed(service, body["applicant"]["mobile"], purpose="submission")
    another = await confirmed(service, NUMBER, purpose="submission")
    for named, status in ((another, 422), (own, 201)):
        body["declaration"]["sms_code_id"] = named
        assert (await sent(service, body)).status_code == status
    assert (await state(service, another)).stage is OneTimeCodeStage.CONFIRMED
    assert (await state(service, own)).stage is OneTimeCodeStage.USED


async def test_both_codes_of_a_form_are_used_or_none(service: Service) -> None:
    body = await changing(service, await code(service))
    own = await confirmed(service, body["applicant"]["mobile"], purpose="submission")
    body["declaration"]["sms_code_id"] = own
    assert refused(await sent(service, body)) == (422, "contact_change", "not_confirmed")
    assert (await state(service, own)).stage is OneTimeCodeStage.CONFIRMED


async def test_a_person_may_ask_in_one_role_and_apply_in_the_other(service: Service) -> None:
    made = await confirmed(service, subject="citizen")
    answer = await service.http.post(
        "/api/v1/applications",
        json=await changing(service, made),
        headers=headers(service, "citizen", Role.PARTNER),
    )
    assert answer.status_code == 201, answer.text
