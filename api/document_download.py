"""Gives out one document of a case, as a download."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import Path
from starlette.responses import Response

from api.dependencies import APPLICANTS, unavailable
from api.desk import Desk
from api.identity import Identity
from api.problems import Problem
from api.reveals import opened_to_reveal, record_documents
from domain.case.handed_in import handed_in
from domain.event_store.pending import StoreUnavailable
from domain.uploads.custody import Gone

DocumentName = Annotated[str, Path(pattern="^[0-9a-f]{64}$")]

_AS_A_DOWNLOAD: Final = {
    "content-security-policy": "sandbox; default-src 'none'",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


async def download(desk: Desk, identity: Identity, case: UUID, sha256: str) -> Response:
    """The document of this name. Each time an officer is given one it is recorded before.

    It is always a download, which no browser shows as a page of ours. Raises 404 for what the
    case does not have, and 410 for what was erased.
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
