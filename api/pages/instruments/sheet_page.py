"""``/instruments/CASE/VERSION``: one paper, as a page to print and as a PDF."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Request
from starlette.responses import Response

from api.dependencies import TheDesk
from api.identity import Identity
from api.instruments.pdf import MEDIA_TYPE, pdf_of
from api.instruments.sheet import sheet_of
from api.pages.instruments.opened import opened_instrument
from api.pages.kit.answer import render
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.qr_code import qr_code
from api.pages.kit.viewer import TheViewer
from domain.people import Role

PATH: Final = "/instruments/{case}/{version}"
_READERS: Final = frozenset({Role.APPLICANT, Role.CLERK, Role.SUPERVISOR, Role.HQ})
_FILE: Final = {
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": "no-store",
}

Version = Annotated[int, Path(ge=1, lt=2**16)]
Reader = Annotated[Identity, Depends(PagePermission(_READERS))]

router = APIRouter(route_class=PageRoute)


@router.get(PATH)
async def sheet(
    case: UUID,
    version: Version,
    request: Request,
    desk: TheDesk,
    identity: Reader,
    viewer: TheViewer,
) -> Response:
    """The paper. Whoever is proven to be the applicant reads all of it, others find it masked."""
    found = await opened_instrument(desk, identity, case, version)
    shown = await sheet_of(
        desk, found.instrument, viewer.language, str(request.base_url), clear=found.is_his
    )
    return render(
        viewer,
        "instruments/one.html",
        case=case,
        version=version,
        sheet=shown,
        qr=qr_code(shown.address),
        his=identity.actor.role is Role.APPLICANT,
        service=desk.catalogue[found.opened.state.service].title.text(viewer.language),
    )


@router.get(f"{PATH}/pdf")
async def file(
    case: UUID,
    version: Version,
    request: Request,
    desk: TheDesk,
    identity: Reader,
    viewer: TheViewer,
) -> Response:
    """The same as a file. Its bytes follow from the paper alone."""
    found = await opened_instrument(desk, identity, case, version)
    instrument = found.instrument
    shown = await sheet_of(
        desk, instrument, viewer.language, str(request.base_url), clear=found.is_his
    )
    issued_at = found.history[instrument.version - 1].at
    name = f"{instrument.kind}-{shown.code[-11:]}.pdf"
    headers = {"content-disposition": f'attachment; filename="{name}"', **_FILE}
    return Response(await pdf_of(shown, issued_at), media_type=MEDIA_TYPE, headers=headers)
