"""What tests do to upload a document, and to hand it in."""

from typing import Any

import httpx

from domain.people import Role
from tests.kit.served import Service

JPEG, PNG, PDF = "image/jpeg", "image/png", "application/pdf"


async def upload(
    service: Service,
    content: bytes,
    media_type: str = JPEG,
    subject: str = "reader",
    role: Role = Role.APPLICANT,
) -> httpx.Response:
    return await service.http.put(
        "/api/v1/documents",
        content=content,
        headers={
            "content-type": media_type,
            "authorization": service.bearer(role, subject),
            "accept-language": "en",
        },
    )


def as_document(receipt: dict[str, Any], kind: str) -> dict[str, Any]:
    """The document as a form names it."""
    return {"kind": kind, **{name: receipt[name] for name in ("sha256", "media_type", "size")}}


async def form_with(service: Service, *documents: dict[str, Any]) -> dict[str, Any]:
    """The example of V01, with these documents in place of its own of the same kind."""
    body = await service.example("plate_reissue")
    given = {each["kind"]: each for each in documents}
    body["documents"] = [given.get(each["kind"], each) for each in body["documents"]]
    return body
