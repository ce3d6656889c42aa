"""The documents of a case on its sheet, and each of them as a download."""

from collections.abc import Iterable
from datetime import datetime
from typing import Annotated, Final, NamedTuple
from uuid import UUID

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.dependencies import TheDesk
from api.document_download import DocumentName, download
from api.identity import Identity
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.resource import OFFICIALS
from api.views.case_documents import CaseDocument
from domain.uploads.media_type import MediaType

_TYPES: Final = {MediaType.JPEG: "JPEG", MediaType.PNG: "PNG", MediaType.PDF: "PDF"}

router = APIRouter(route_class=PageRoute)


class DocumentLine(NamedTuple):
    """``file`` is its type and size. There is none, and no address, where nothing is kept."""

    title: str
    file: str | None
    address: str | None
    handed_in_at: datetime


def document_lines(case: UUID, listed: Iterable[CaseDocument]) -> list[DocumentLine]:
    return [
        DocumentLine(
            each["title"],
            _file(each),
            f"/desk/case/{case}/documents/{each['sha256']}" if each["kept"] else None,
            each["handed_in_at"],
        )
        for each in listed
    ]


def _file(document: CaseDocument) -> str | None:
    media_type, size = document["media_type"], document["size"]
    if media_type is None or size is None:
        return None
    return f"{_TYPES[media_type]} · {-(-size // 1024)} KB"


@router.get("/desk/case/{case}/documents/{sha256}")
async def one(
    case: UUID,
    sha256: DocumentName,
    desk: TheDesk,
    identity: Annotated[Identity, Depends(PagePermission(OFFICIALS))],
) -> Response:
    """Gives out a document as the API does, after it is on record that he was given it."""
    return await download(desk, identity, case, sha256)
