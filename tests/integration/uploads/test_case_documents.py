"""Officers who may see a case see its documents and fetch them, and every look is recorded."""

import json
from typing import NamedTuple
from uuid import UUID, uuid4

import pytest

from domain.accesses.events import PersonalDataRevealed
from domain.event_store.transaction import APPEND_LOCK, Connection
from domain.people import Role
from tests.kit import files
from tests.kit.accesses import get, looks, record_of, views
from tests.kit.served import Service
from tests.kit.uploading import PDF, as_document, form_with, upload


class Handed(NamedTuple):
    case: UUID
    sha256: str

    @property
    def listed(self) -> str:
        return f"/api/v1/cases/{self.case}/documents"

    @property
    def one(self) -> str:
        return f"{self.listed}/{self.sha256}"


@pytest.fixture
async def handed(service: Service) -> Handed:
    receipt = (await upload(service, files.PDF, PDF)).json()
    body = await form_with(service, as_document(receipt, "id_front"))
    answer = await service.submit(body, str(uuid4()))
    assert answer.status_code == 201, answer.text
    return Handed(UUID(answer.json()["id"]), receipt["sha256"])


async def test_an_officer_is_told_which_documents_there_are(
    service: Service, handed: Handed
) -> None:
    answer = await get(service, handed.listed)
    first, *others = answer.json()["documents"]
    assert (first["kind"], first["sha256"], first["kept"]) == ("id_front", handed.sha256, True)
    assert (first["media_type"], first["size"]) == (PDF, len(files.PDF))
    assert {each["kept"] for each in others} == {True}
    assert await looks(service, handed.case) == [(Role.CLERK, "clerk-7", "documents")]


async def test_an_officer_fetches_one_as_a_download_and_that_is_recorded(
    service: Service, handed: Handed
) -> None:
    answer = await get(service, handed.one)
    assert (answer.status_code, answer.content) == (200, files.PDF)
    told = answer.headers
    name = f'attachment; filename="id_front-{handed.sha256[:8]}.pdf"'
    assert told["content-disposition"] == name
    assert told["content-type"] == PDF
    assert told["x-content-type-options"] == "nosniff"
    assert told["cache-control"] == "no-store"
    assert told["content-security-policy"].startswith("sandbox")
    (seen,) = await record_of(service, handed.case)
    assert isinstance(seen, PersonalDataRevealed)
    assert (seen.parts, seen.purpose, seen.officer) == (("id_front",), "documents", "clerk-7")
    (shown,) = (await views(service, handed.case)).json()["views"]
    assert "身份证" in shown["title"]


async def test_what_cannot_be_recorded_is_not_given(
    service: Service, handed: Handed, connection: Connection
) -> None:
    async with connection.transaction():
        await connection.execute("SELECT pg_advisory_xact_lock(%s)", (APPEND_LOCK,))
        refused = await get(service, handed.one)
    assert refused.status_code == 503
    assert await record_of(service, handed.case) == []


async def test_the_applicant_fetches_his_own_and_no_look_is_recorded(
    service: Service, handed: Handed
) -> None:
    answer = await get(service, handed.one, Role.APPLICANT, "reader")
    assert answer.content == files.PDF
    assert (await get(service, handed.listed, Role.APPLICANT, "reader")).status_code == 200
    assert await record_of(service, handed.case) == []


@pytest.mark.parametrize(
    ("role", "subject", "office", "status"),
    [
        (Role.CLERK, "foreigner", "410300", 404),
        (Role.APPLICANT, "stranger", None, 404),
        (Role.PARTNER, "reader", None, 404),
        (Role.AUDITOR, "auditor", None, 403),
        (Role.CARRIER, "post", None, 403),
        (Role.CLERK, "reader", None, 403),
    ],
)
async def test_nobody_else_is_given_it(
    service: Service,
    handed: Handed,
    role: Role,
    subject: str,
    office: str | None,
    status: int,
) -> None:
    headers = {"authorization": service.bearer(role, subject, office)}
    answer = await service.http.get(handed.one, headers=headers)
    assert answer.status_code == status, answer.text
    assert await record_of(service, handed.case) == []


async def test_a_case_gives_out_its_own_documents_alone(service: Service, handed: Handed) -> None:
    other = (await upload(service, files.jpeg())).json()["sha256"]
    for name, status in ((other, 404), ("ab" * 32, 404), ("AB" * 32, 422)):
        answer = await get(service, f"{handed.listed}/{name}")
        assert answer.status_code == status, name
    assert await record_of(service, handed.case) == []


async def test_erasing_its_key_erases_the_document(
    service: Service, handed: Handed, connection: Connection
) -> None:
    name = bytes.fromhex(handed.sha256)
    await connection.execute(
        "DELETE FROM vault.data_key USING vault.upload AS u WHERE u.key_id = data_key.key_id "
        "AND u.sha256 = %s",
        (name,),
    )
    left = await connection.execute("SELECT FROM vault.upload WHERE sha256 = %s", (name,))
    assert await left.fetchall() == []
    answer = await get(service, handed.one)
    assert (answer.status_code, answer.json()["type"]) == (410, "/problems/gone")
    listed = json.loads((await get(service, handed.listed)).text)["documents"]
    assert next(each["kept"] for each in listed) is False
