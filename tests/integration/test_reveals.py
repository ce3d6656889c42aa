"""Personal data are shown to an officer after it is stored that they were, or not at all."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID

import pytest

from domain.accesses.events import PersonalDataRevealed
from domain.event_store.transaction import APPEND_LOCK, Connection
from domain.people import Role
from tests.kit.accesses import get, looks, record_of, reveal
from tests.kit.security_lines import security_lines
from tests.kit.served import Service, served


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with served(database_url, tmp_path) as made:
        yield made


@pytest.fixture
async def case(service: Service) -> UUID:
    return UUID((await service.submitted())["id"])


async def test_personal_data_are_shown_after_it_is_stored_that_they_were(
    service: Service, case: UUID
) -> None:
    body = await service.example("plate_reissue")
    with security_lines() as lines:
        first, second = await reveal(service, case), await reveal(service, case)
    assert first.json() == second.json()
    assert first.json()["parts"]["applicant"]["id_no"] == body["applicant"]["id_no"]
    assert first.headers["cache-control"] == "no-store"
    recorded = await record_of(service, case)
    assert [isinstance(each, PersonalDataRevealed) and each.parts for each in recorded] == [
        ("applicant",)
    ] * 2
    assert [line["code"] for line in lines] == ["personal-data-revealed"] * 2
    assert body["applicant"]["id_no"] not in json.dumps(lines)


async def test_what_cannot_be_recorded_is_not_shown(
    service: Service, case: UUID, connection: Connection
) -> None:
    body = await service.example("plate_reissue")
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", (APPEND_LOCK,))
        refused = await reveal(service, case)
    assert refused.status_code == 503
    assert "parts" not in refused.json()
    assert body["applicant"]["id_no"] not in refused.text
    assert await record_of(service, case) == []


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.APPLICANT, Role.PARTNER, Role.CARRIER])
async def test_who_handles_no_case_is_shown_nothing_unmasked(
    service: Service, case: UUID, role: Role
) -> None:
    assert (await reveal(service, case, role)).status_code == 403
    assert await record_of(service, case) == []


async def test_nobody_is_shown_for_the_office_what_is_his_own(service: Service, case: UUID) -> None:
    answer = await reveal(service, case, subject="reader")
    assert (answer.status_code, answer.json()["type"]) == (403, "/problems/conflict-of-interest")
    assert await record_of(service, case) == []


async def test_a_part_that_the_case_has_not_is_not_revealed(service: Service, case: UUID) -> None:
    answer = await reveal(service, case, parts=["nothing"])
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/nothing-to-reveal")
    assert "applicant" in answer.json()["choices"]
    assert await record_of(service, case) == []


async def test_what_waits_is_written_when_the_store_can_write_again(
    service: Service, case: UUID, connection: Connection
) -> None:
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", (APPEND_LOCK,))
        shown = await get(service, f"/api/v1/cases/{case}")
        refused = await reveal(service, case)
    assert (shown.status_code, refused.status_code) == (200, 503)
    assert await looks(service, case) == [(Role.CLERK, "clerk-7", "overview")]
