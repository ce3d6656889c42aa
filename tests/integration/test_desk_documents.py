"""An officer opens the documents of a case from its sheet, and every look is recorded."""

from typing import NamedTuple
from uuid import UUID, uuid4

import pytest

from api.pages.kit.officer import COOKIE
from domain.accesses.events import PersonalDataRevealed
from domain.event_store.transaction import Connection
from domain.people import Role
from tests.kit import files
from tests.kit.accesses import looks, record_of
from tests.kit.page_reading import Page
from tests.kit.served import Service
from tests.kit.uploading import PDF, as_document, form_with, upload


class Handed(NamedTuple):
    case: UUID
    sha256: str

    @property
    def sheet(self) -> str:
        return f"/desk/case/{self.case}"

    @property
    def one(self) -> str:
        return f"{self.sheet}/documents/{self.sha256}"


def officer(
    service: Service, role: Role = Role.CLERK, subject: str = "clerk-7", office: str | None = None
) -> dict[str, str]:
    token = service.bearer(role, subject, *([office] if office else [])).removeprefix("Bearer ")
    return {"cookie": f"{COOKIE}={token}; __Host-cheguan-lang=zh"}


@pytest.fixture
async def handed(service: Service) -> Handed:
    receipt = (await upload(service, files.PDF, PDF)).json()
    body = await form_with(service, as_document(receipt, "id_front"))
    answer = await service.submit(body, str(uuid4()))
    assert answer.status_code == 201, answer.text
    return Handed(UUID(answer.json()["id"]), receipt["sha256"])


async def test_the_sheet_lists_each_document_in_words_and_leads_to_it(
    service: Service, handed: Handed
) -> None:
    text = (await service.http.get(handed.sheet, headers=officer(service))).text
    assert [each.get("href") for each in Page(text).all("a")].count(handed.one) == 1
    shown = text[text.index(f'href="{handed.one}"') :]
    assert "身份证明（正面）" in shown[:200]
    assert f"PDF · {-(-len(files.PDF) // 1024)} KB" in shown[:300]
    facts = text[text.index('id="facts"') : text.index('id="documents"')]
    assert handed.sha256[:8] not in facts
    seen = await looks(service, handed.case)
    assert (Role.CLERK, "clerk-7", "documents") in seen


async def test_an_officer_is_given_it_as_a_download_and_that_is_recorded(
    service: Service, handed: Handed
) -> None:
    answer = await service.http.get(handed.one, headers=officer(service))
    assert (answer.status_code, answer.content) == (200, files.PDF)
    told = answer.headers
    name = f'attachment; filename="id_front-{handed.sha256[:8]}.pdf"'
    assert told["content-disposition"] == name
    assert told["content-type"] == PDF
    assert told["x-content-type-options"] == "nosniff"
    assert told["cache-control"] == "no-store"
    assert told["content-security-policy"] == "sandbox; default-src 'none'"
    (seen,) = await record_of(service, handed.case)
    assert isinstance(seen, PersonalDataRevealed)
    assert (seen.parts, seen.purpose, seen.officer) == (("id_front",), "documents", "clerk-7")


@pytest.mark.parametrize(
    ("role", "subject", "office", "status"),
    [
        (Role.CLERK, "foreigner", "410300", 404),
        (Role.APPLICANT, "reader", None, 403),
        (Role.AUDITOR, "auditor", None, 403),
        (Role.CLERK, "reader", None, 403),
    ],
)
async def test_nobody_else_is_given_it(
    service: Service, handed: Handed, role: Role, subject: str, office: str | None, status: int
) -> None:
    headers = officer(service, role, subject, office)
    answer = await service.http.get(handed.one, headers=headers)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("text/html")
    assert (await service.http.get(handed.one)).status_code == 401
    assert await record_of(service, handed.case) == []


@pytest.mark.parametrize("name", ["ab" * 32, "AB" * 32, "x"])
async def test_a_case_gives_out_its_own_documents_alone(
    service: Service, handed: Handed, name: str
) -> None:
    answer = await service.http.get(f"{handed.sheet}/documents/{name}", headers=officer(service))
    assert answer.status_code == 404
    assert await record_of(service, handed.case) == []


async def test_what_was_erased_is_listed_without_a_link(
    service: Service, handed: Handed, connection: Connection
) -> None:
    await connection.execute(
        "DELETE FROM vault.data_key USING vault.upload AS u WHERE u.key_id = data_key.key_id "
        "AND u.sha256 = %s",
        (bytes.fromhex(handed.sha256),),
    )
    text = (await service.http.get(handed.sheet, headers=officer(service))).text
    assert handed.one not in text
    assert "未保存文件" in text
    assert (await service.http.get(handed.one, headers=officer(service))).status_code == 410
