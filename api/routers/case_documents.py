"""The documents of a case: which there are, and each as a download."""

from typing import Annotated, Any, Final, TypedDict
from uuid import UUID

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.dependencies import APPLICANTS, OFFICERS, TheDesk, TheLanguage
from api.document_download import DocumentName, download
from api.identity import Identity
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import joined, titled
from api.permissions import require
from api.views.case_documents import CaseDocument, documents_of
from domain.case.case import CASE
from domain.people import Role
from domain.titles import Title
from domain.uploads.media_type import MediaType

router = APIRouter(prefix="/cases", tags=["cases"], route_class=TypedRoute)

Handler = Annotated[Identity, Depends(require(*APPLICANTS, *OFFICERS, Role.HQ))]

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
    listed = await documents_of(desk, identity.actor, opened, history, language)
    return Answer({"id": case, "documents": listed})


@router.get(
    "/{case}/documents/{sha256}",
    operation_id="getCaseDocument",
    summary=_ONE.en,
    response_class=Response,
    openapi_extra=joined(_FILES, titled(_ONE)),
)
async def document(case: UUID, sha256: DocumentName, desk: TheDesk, identity: Handler) -> Response:
    """Gives one document out. Each time an officer is given one it is recorded before.

    It is always a download, which no browser shows as a page of ours.
    """
    return await download(desk, identity, case, sha256)
