"""The green channel over HTTP: asked for with a proof, granted with a reason."""

import json
from typing import Any
from uuid import UUID, uuid4

import httpx

from domain.case.case import CASE
from domain.case.overlays.events import EscalationRequested, GreenChannelGranted
from domain.event_store.transaction import Connection
from domain.people import Role, system
from domain.services.choices import DocumentKind
from tests.kit import files
from tests.kit.served import Service
from tests.kit.uploading import as_document, upload

GRANT = {"proof": "papers", "note": "家属住院，急需用车，证明属实。"}


async def asked(service: Service, case: str, key: str | None = None, **body: Any) -> httpx.Response:
    return await service.http.post(
        f"/api/v1/applications/{case}/green-channel",
        content=json.dumps(body),
        headers={
            "content-type": "application/json",
            "authorization": service.bearer(Role.APPLICANT),
            "idempotency-key": key or str(uuid4()),
        },
    )


async def granted(service: Service, case: str, version: int, **body: Any) -> httpx.Response:
    return await service.command(case, "grant-green-channel", version, body, role=Role.SUPERVISOR)


async def test_hardship_is_proven_by_an_upload_and_granted_with_a_reason(
    service: Service,
) -> None:
    case = (await service.submitted())["id"]
    receipt = (await upload(service, files.jpeg())).json()
    proof = as_document(receipt, DocumentKind.GREEN_PROOF)
    assert (await asked(service, case, kind="medical", documents=[proof])).status_code == 200
    without_reason = await granted(service, case, 2, proof="papers")
    assert without_reason.status_code == 422
    assert (await granted(service, case, 2, **GRANT)).status_code == 200

    opened, history = await service.desk.door.open(CASE, UUID(case), system("reader"))
    assert opened.state.green
    request, grant = (recorded.envelope.event for recorded in history[1:])
    assert isinstance(request, EscalationRequested)
    assert [paper.sha256 for paper in request.papers] == [proof["sha256"]]
    assert isinstance(grant, GreenChannelGranted)
    assert grant.note is not None
    assert "住院" not in grant.note


async def test_a_proof_that_nobody_uploaded_is_refused(service: Service) -> None:
    case = (await service.submitted())["id"]
    proof = {
        "kind": "green_proof",
        "sha256": "ab" * 32,
        "media_type": "image/jpeg",
        "size": 100,
    }
    refused = await asked(service, case, kind="livelihood", documents=[proof])
    assert refused.status_code == 422
    assert [(each["pointer"], each["rule"]) for each in refused.json()["defects"]] == [
        ("/documents/0", "document_unknown")
    ]


async def test_an_answer_that_was_given_is_given_again_when_the_proof_is_gone(
    service: Service, connection: Connection
) -> None:
    case = (await service.submitted())["id"]
    receipt = (await upload(service, files.jpeg())).json()
    proof = as_document(receipt, DocumentKind.GREEN_PROOF)
    for replayed in (None, "true"):
        answer = await asked(service, case, key="proof", kind="medical", documents=[proof])
        assert answer.status_code == 200, answer.text
        assert answer.headers.get("idempotency-replayed") == replayed
        await connection.execute("DELETE FROM vault.upload WHERE owner <> ''")


async def test_papers_are_no_proof_where_none_were_handed_in(service: Service) -> None:
    case = (await service.submitted())["id"]
    assert (await asked(service, case, kind="livelihood")).status_code == 200
    refused = await granted(service, case, 2, **GRANT)
    assert refused.status_code == 409
    assert refused.json()["type"].endswith("green-proof-missing")
    assert (await granted(service, case, 2, **GRANT | {"proof": "seen"})).status_code == 200
