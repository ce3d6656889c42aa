"""A subject alone opens nothing: role and issuer belong to whose an application is."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import httpx
import pytest

from api.demo_issuer import ISSUER, DemoIssuer
from api.identity import TokenVerifier
from domain.event_store.home_issuer import name_home_issuer
from domain.offices.tree import OFFICES
from domain.people import Role
from tests.kit.served import Service, served

ELSEWHERE: Final = "https://another.example"
OWNER: Final = "reader"


@pytest.fixture
async def service(database_url: str, tmp_path: Path) -> AsyncIterator[Service]:
    async with served(database_url, tmp_path) as running:
        yield running


async def _get(service: Service, path: str, role: Role, **headers: str) -> httpx.Response:
    bearer = service.bearer(role, OWNER)
    return await service.http.get(f"/api/v1/{path}", headers={"authorization": bearer, **headers})


async def _applied(service: Service) -> dict[str, Any]:
    return await service.submitted("plate_reissue")


async def _withdraws(service: Service, case: str, role: Role) -> httpx.Response:
    return await service.http.post(
        f"/api/v1/applications/{case}/withdrawal",
        headers={"authorization": service.bearer(role, OWNER)},
    )


async def test_a_partner_with_the_applicant_s_subject_has_no_part_in_it(service: Service) -> None:
    case = (await _applied(service))["id"]
    await service.fold()
    for path in (f"applications/{case}", f"orders/{case}"):
        assert (await _get(service, path, Role.APPLICANT)).status_code == 200
        assert (await _get(service, path, Role.PARTNER)).status_code == 404
    assert (await _withdraws(service, case, Role.PARTNER)).status_code == 404
    mine, his = [
        (await _get(service, "applications", role)).json()["applications"]
        for role in (Role.APPLICANT, Role.PARTNER)
    ]
    assert ([line["id"] for line in mine], his) == ([case], [])
    assert (await _withdraws(service, case, Role.APPLICANT)).status_code == 200


async def test_the_answer_to_a_command_is_told_to_the_role_that_gave_it(service: Service) -> None:
    example = await service.example("plate_reissue")
    assert (await service.submit(example, "a-key", OWNER)).status_code == 201
    (command,) = await _commands(service)
    told = {
        role: (await _get(service, f"commands/{command}", role, **{"idempotency-key": "a-key"}))
        for role in (Role.APPLICANT, Role.PARTNER, Role.AUDITOR)
    }
    assert {role for role, answer in told.items() if "answer" in answer.json()} == {Role.APPLICANT}


async def _commands(service: Service) -> list[str]:
    async with service.desk.reading.connection() as connection:
        cursor = await connection.execute("SELECT command_id::text FROM command_log")
        return [row[0] for row in await cursor.fetchall()]


async def test_the_same_subject_of_another_issuer_is_somebody_else(
    service: Service, database_url: str, tmp_path: Path
) -> None:
    case = (await _applied(service))["id"]
    await service.fold()

    async with _believing_another(database_url, tmp_path) as later:
        assert (await _get(later, f"applications/{case}", Role.APPLICANT)).status_code == 404
        own = (
            await later.submit(await later.example("vehicle_contact_change"), "a-key", OWNER)
        ).json()["id"]
        await later.fold()
        listed = (await _get(later, "applications", Role.APPLICANT)).json()["applications"]
        assert [line["id"] for line in listed] == [own]

    listed = (await _get(service, "applications", Role.APPLICANT)).json()["applications"]
    assert [line["id"] for line in listed] == [case]
    assert (await _get(service, f"applications/{own}", Role.APPLICANT)).status_code == 404


def _believing_another(url: str, folder: Path) -> AbstractAsyncContextManager[Service]:
    """The same store behind an identity provider that came later, and has the same key."""
    verifier = TokenVerifier(
        issuer=ISSUER, home=ELSEWHERE, keys=DemoIssuer(folder / "secrets"), offices=OFFICES
    )
    return served(url, folder, lambda desk: replace(desk, verifier=verifier))


def test_a_store_has_one_issuer_of_its_own(database_url: str) -> None:
    assert name_home_issuer(database_url, ISSUER) == ISSUER
    assert name_home_issuer(database_url, ELSEWHERE) == ISSUER
