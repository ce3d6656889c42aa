"""The documents of a case: which there are, and each as a download."""

from datetime import datetime
from typing import Annotated, Any, Final, TypedDict
from uuid import UUID

from fastapi import APIRouter, Depends, Path
from starlette.responses import Response

from api.dependencies import APPLICANTS, OFFICERS, TheDesk, TheLanguage, unavailable
from api.identity import Identity
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import joined, titled
from api.permissions import require
from api.problems import Problem
from api.reveals import opened_to_reveal, record_documents
from domain.case.case import CASE
from domain.case.handed_in import handed_in
from domain.event_store.pending import StoreUnavailable
from domain.people import Role
from domain.services.choices import DocumentKind
from domain.titles import Title
from domain.uploads.custody import Gone
from domain.uploads.media_type import MediaType

router = APIRouter(prefix="/cases", tags=["cases"], route_class=TypedRoute)

Handler = Annotated[Identity, Depends(require(*APPLICANTS, *OFFICERS, Role.HQ))]
Name = Annotated[str, Path(pattern="^[0-9a-f]{64}$")]

_LIST: Final = Title("查看申请材料清单", "The documents of a case")
_ONE: Final = Title("下载申请材料", "One document of a case, as a download")
_FILE: Final = {"schema": {"type": "string", "format": "binary"}}
_FILES: Final[dict[str, Any]] = {
    "responses": {
        "200": {
            "description": "The document",
            "content": {each.value: _FILE for each in MediaType},
        }
    }
}
_AS_A_DOWNLOAD: Final = {
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


class CaseDocument(TypedDict):
    """A document. Where ``kept`` is false, the file itself is not, or was erased."""

    kind: DocumentKind
    title: str
    sha256: str
    handed_in_at: datetime
    kept: bool
    media_type: MediaType | None
    size: int | None


class CaseDocuments(TypedDict):
    """All documents, in the order in which they were handed in."""

    id: UUID
    documents: list[CaseDocument]


@router.get(
    "/{case}/documents",
    operation_id="listCaseDocuments",
    summary=_LIST.en,
    openapi_extra=titled(_LIST),
)
async def documents(
    case: UUID, desk: TheDesk, identity: Handler, language: TheLanguage
) -> Answer[CaseDocuments]:
    """Lists what was handed in, with the application and with corrections."""
    opened, history = await desk.door.open(CASE, case, identity.actor)
    named = handed_in(history)
    try:
        kept = await desk.uploads.about({bytes.fromhex(each.paper.sha256) for each in named})
    except StoreUnavailable:
        raise unavailable() from None
    desk.accesses.documents_seen(opened, identity.actor)
    listed: list[CaseDocument] = []
    for paper, at in named:
        found = kept.get(bytes.fromhex(paper.sha256))
        listed.append(
            {
                "kind": paper.kind,
                "title": paper.kind.text(language),
                "sha256": paper.sha256,
                "handed_in_at": at,
                "kept": found is not None,
                "media_type": found.media_type if found else None,
                "size": found.size if found else None,
            }
        )
    return Answer({"id": case, "documents": listed})


@router.get(
    "/{case}/documents/{sha256}",
    operation_id="getCaseDocument",
    summary=_ONE.en,
    response_class=Response,
    openapi_extra=joined(_FILES, titled(_ONE)),
)
async def document(case: UUID, sha256: Name, desk: TheDesk, identity: Handler) -> Response:
    """Gives one document out. Each time an officer is given one it is recorded before.

    It is always a download, which no browser shows as a page of ours.
    """
    opened, history = await opened_to_reveal(desk, identity, case)
    kinds = sorted({each.paper.kind for each in handed_in(history) if each.paper.sha256 == sha256})
    if not kinds:
        raise Problem("not-found", 404)
    name = bytes.fromhex(sha256)
    try:
        about = (await desk.uploads.about([name])).get(name)
        if about is None:
            raise Problem("gone", 410)
        if identity.actor.role not in APPLICANTS:
            await record_documents(desk, identity, opened, kinds)
        content = await desk.custody.content(name)
    except Gone:
        raise Problem("gone", 410) from None
    except StoreUnavailable:
        raise unavailable() from None
    file = f'attachment; filename="{kinds[0]}-{sha256[:8]}.{about.media_type.extension}"'
    headers = {"content-disposition": file, **_AS_A_DOWNLOAD}
    return Response(content, media_type=about.media_type, headers=headers)
