"""The route by which a document is uploaded, before a form names it."""

from datetime import datetime
from typing import Any, Final, TypedDict

from fastapi import APIRouter, Request

from api.dependencies import Sender, TheDesk, TheLanguage, unavailable
from api.media_type import read_body_headers
from api.openapi.answer import Answer, TypedRoute
from api.openapi.operation import answered, joined, titled
from api.openapi.schemas import schema_of
from api.papers import MOST_WAITING
from api.problems import Problem
from api.resource import API
from domain.event_store.pending import StoreUnavailable
from domain.titles import Title
from domain.uploads.media_type import MediaType
from domain.uploads.upload import UNUSED_FOR, Scan

PATH: Final = f"{API}/documents"

router = APIRouter(prefix="/documents", tags=["applications"], route_class=TypedRoute)

_WORDS: Final = Title("上传申请材料", "Upload a document")
_FILE: Final = {"schema": {"type": "string", "format": "binary", "maxLength": 5_242_880}}
_BODY: Final[dict[str, Any]] = {
    "requestBody": {"required": True, "content": {each.value: _FILE for each in MediaType}},
}


class UploadReceipt(TypedDict):
    """What is kept. ``sha256``, ``media_type`` and ``size`` are what a form says of it.

    A file in quarantine (``scan`` is ``pending``) cannot be handed in yet. One that no form has
    named is deleted at ``unused_until``.
    """

    sha256: str
    media_type: MediaType
    size: int
    scan: Scan
    scan_title: str
    unused_until: datetime


@router.put(
    "",
    operation_id="uploadDocument",
    status_code=201,
    summary=_WORDS.en,
    openapi_extra=joined(_BODY, answered(schema_of(UploadReceipt), 200), titled(_WORDS)),
)
async def upload(
    request: Request, desk: TheDesk, identity: Sender, language: TheLanguage
) -> Answer[UploadReceipt]:
    """Takes the file itself as the body: JPEG, PNG or PDF of 5 MB at most.

    A picture is drawn anew without its metadata, so ``size`` may differ from what was sent. The
    file is sealed, and named by the SHA-256 of what is stored; nobody else can hand it in. The
    same file again gives the same receipt, with 200.
    """
    by = identity.actor
    media_type = _media_type(request)
    try:
        about, anew = await desk.custody.take(
            by.caller, media_type, await request.body(), MOST_WAITING[by.role]
        )
    except StoreUnavailable:
        raise unavailable() from None
    receipt: UploadReceipt = {
        "sha256": about.sha256.hex(),
        "media_type": about.media_type,
        "size": about.size,
        "scan": about.scan,
        "scan_title": about.scan.text(language),
        "unused_until": about.uploaded_at + UNUSED_FOR,
    }
    return Answer(receipt, 201 if anew else 200)


def _media_type(request: Request) -> MediaType:
    """The gate has let nothing else pass."""
    named = read_body_headers(request.scope["headers"]).media_type or b""
    try:
        return MediaType(named.decode())
    except ValueError:
        raise Problem("file-type-unsupported", 415) from None
