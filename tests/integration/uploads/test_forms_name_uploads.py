"""A form hands in what its sender has uploaded, and nothing else."""

import json
from typing import Any
from uuid import uuid4

import httpx
import pytest

from domain.event_store.transaction import Connection
from domain.people import Role
from tests.kit import files
from tests.kit.served import Service
from tests.kit.uploading import PDF, as_document, form_with, upload

KIND = "id_front"
POINTER = "/documents/0"


def defects(answer: httpx.Response) -> list[tuple[str, str]]:
    assert answer.status_code == 422, answer.text
    return [(each["pointer"], each["rule"]) for each in answer.json()["defects"]]


async def own(service: Service, subject: str = "reader") -> dict[str, Any]:
    return as_document((await upload(service, files.PDF, PDF, subject)).json(), KIND)


async def test_a_form_names_what_its_sender_has_uploaded(service: Service) -> None:
    body = await form_with(service, await own(service))
    assert (await service.submit(body, str(uuid4()))).status_code == 201
    assert (await service.submit(body, str(uuid4()), "reader")).status_code in (201, 409)


async def bad(service: Service, connection: Connection, what: str) -> dict[str, Any]:
    document = await own(service, "somebody" if what == "of another" else "reader")
    match what:
        case "unknown":
            document["sha256"] = "ab" * 32
        case "of another type":
            document["media_type"] = "image/png"
        case "in quarantine":
            await connection.execute("UPDATE vault.upload SET scan = 'pending' WHERE owner <> ''")
        case "too old":
            await connection.execute(
                "UPDATE vault.upload SET uploaded_at = uploaded_at - interval '7 days 1 minute'"
            )
    return document


RULES = {
    "unknown": "document_unknown",
    "of another": "document_unknown",
    "of another type": "document_of_other_type",
    "in quarantine": "document_quarantined",
    "too old": "document_unknown",
}


@pytest.mark.parametrize("what", RULES)
async def test_any_other_is_one_defect_of_a_submission_and_of_a_dry_run(
    service: Service, connection: Connection, what: str
) -> None:
    body = await form_with(service, await bad(service, connection, what))
    expected = [(POINTER, RULES[what])]
    assert defects(await service.submit(body, str(uuid4()))) == expected
    tried = await service.http.post(
        "/api/v1/applications?dry_run=1",
        content=json.dumps(body),
        headers={
            "content-type": "application/json",
            "authorization": service.bearer(Role.APPLICANT),
        },
    )
    assert defects(tried) == expected


async def test_it_is_told_together_with_every_other_defect(
    service: Service, connection: Connection
) -> None:
    body = await form_with(service, await bad(service, connection, "unknown"))
    body["applicant"]["mobile"] = "1"
    found = defects(await service.submit(body, str(uuid4())))
    assert (POINTER, "document_unknown") in found
    assert "/applicant/mobile" in {pointer for pointer, _ in found}


async def test_in_a_batch_each_line_is_judged_for_itself(
    service: Service, connection: Connection
) -> None:
    good = await form_with(service, await own(service))
    other = await form_with(service, await bad(service, connection, "of another"))
    answer = await service.http.post(
        "/api/v1/applications/batch",
        content="\n".join(map(json.dumps, (other, good))),
        headers={
            "content-type": "application/jsonl",
            "authorization": service.bearer(Role.APPLICANT),
            "idempotency-key": "batch-1",
        },
    )
    lines = {line["line"]: line for line in map(json.loads, answer.text.splitlines())}
    assert [lines[number]["status"] for number in (1, 2)] == [422, 201]
    assert lines[1]["defects"][0]["pointer"] == POINTER


async def test_a_role_has_its_own_uploads(service: Service) -> None:
    """The same subject as a partner is another one (issuer, role, subject)."""
    receipt = (await upload(service, files.PDF, PDF, role=Role.PARTNER)).json()
    body = await form_with(service, as_document(receipt, KIND))
    assert defects(await service.submit(body, str(uuid4()))) == [(POINTER, "document_unknown")]


async def to_be_corrected(service: Service) -> str:
    case: str = (await service.submitted("renewal_deferral"))["id"]
    asked = {"defects": [{"where": KIND, "code": "unreadable"}]}
    answer = await service.command(case, "request-correction", 1, asked)
    assert answer.status_code == 200, answer.text
    return case


async def supplied(
    service: Service, case: str, document: dict[str, Any], key: str = "correction"
) -> httpx.Response:
    return await service.http.post(
        f"/api/v1/applications/{case}/correction",
        content=json.dumps({"documents": [document]}),
        headers={
            "content-type": "application/json",
            "authorization": service.bearer(Role.APPLICANT),
            "idempotency-key": key,
        },
    )


@pytest.mark.parametrize("what", RULES)
async def test_a_correction_supplies_what_was_uploaded(
    service: Service, connection: Connection, what: str
) -> None:
    case = await to_be_corrected(service)
    document = await bad(service, connection, what)
    assert defects(await supplied(service, case, document, "bad")) == [(POINTER, RULES[what])]
    receipt = (await upload(service, files.jpeg())).json()
    good = as_document(receipt, KIND)
    assert (await supplied(service, case, good)).status_code == 200
    await connection.execute("DELETE FROM vault.upload WHERE owner <> ''")
    again = await supplied(service, case, good)
    assert (again.status_code, again.headers["idempotency-replayed"]) == (200, "true")


async def test_an_answer_that_was_given_is_given_again_when_the_file_is_gone(
    service: Service, connection: Connection
) -> None:
    body = await form_with(service, await own(service))
    first = await service.submit(body, "key-1")
    await connection.execute("DELETE FROM vault.upload WHERE owner <> ''")
    again = await service.submit(body, "key-1")
    assert (again.status_code, again.json()["id"]) == (201, first.json()["id"])


async def test_a_form_and_a_correction_have_twenty_documents_at_most(service: Service) -> None:
    case = await to_be_corrected(service)
    proof = {**await own(service), "kind": "deferral_proof"}
    answer = await service.http.post(
        f"/api/v1/applications/{case}/correction",
        content=json.dumps({"documents": [proof] * 21}),
        headers={
            "content-type": "application/json",
            "authorization": service.bearer(Role.APPLICANT),
        },
    )
    assert defects(answer) == [("/documents", "length")]
    body = await service.example("renewal_deferral")
    body["documents"] += [proof] * (21 - len(body["documents"]))
    assert defects(await service.submit(body, str(uuid4()))) == [("/documents", "length")]
