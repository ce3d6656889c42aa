"""Where an application begins: what one wants to do, and what a service asks for."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import TheDesk
from api.pages.apply.applicant import HOME, TheApplicant, TheVisitor, as_applicant
from api.pages.apply.application import applying, service_of
from api.pages.apply.beginning import ApplicantRoute, kept_until, started
from api.pages.apply.search import matching
from api.pages.apply.when import when
from api.pages.kit.answer import render
from api.pages.kit.as_it_goes import as_it_goes, goes_now
from api.pages.kit.forms import fields
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import TheViewer
from api.permissions import public
from api.views.service_guide import service_guide
from domain.drafts.drafts import DraftUnreadable
from domain.services.catalogue import OPEN_SERVICES
from domain.services.guide import guide_of
from domain.services.service import Group

_LONGEST: Final = 40

open_router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])
router = APIRouter(route_class=ApplicantRoute)


@open_router.get(HOME)
async def search(
    desk: TheDesk,
    viewer: TheViewer,
    visitor: TheVisitor,
    q: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """Lists what can be applied for, or what fits the words of ``q``."""
    sought = q.strip()[:_LONGEST]
    found = matching(OPEN_SERVICES.values(), sought)
    applicant = as_applicant(visitor)
    known = await as_it_goes(desk, *(each.code for each in found))
    begun = await desk.drafts.begun(applicant.actor.caller) if applicant else {}
    return render(
        viewer,
        "apply/search.html",
        sought=sought,
        groups=[
            (group, [each for each in found if each.group is group])
            for group in Group
            if any(each.group is group for each in found)
        ],
        guides={
            each.code: service_guide(guide_of(each, desk.today), viewer.language) for each in found
        },
        goes={each.code: goes_now(known, each.code, viewer.language) for each in found},
        begun=[(OPEN_SERVICES[code], kept_until(desk, saved)) for code, saved in begun.items()],
        count=len(found),
    )


@open_router.get(f"{HOME}/{{service}}")
async def start(service: str, desk: TheDesk, viewer: TheViewer, visitor: TheVisitor) -> Response:
    """What the service asks for, before anything is filled in."""
    return await started(service, desk, viewer, visitor)


@open_router.post(f"{HOME}/{{service}}")
async def tell(
    service: str, request: Request, desk: TheDesk, viewer: TheViewer, visitor: TheVisitor
) -> Response:
    """Tells when one may apply. The day stands in no address, and is not kept."""
    sent, window = await fields(request), service_of(service).applied_in
    if window is None:
        return RedirectResponse(f"{HOME}/{service}", 303)
    told = when(window, sent, desk.today)
    return await started(service, desk, viewer, visitor, 422 if told.error else 200, told)


@router.post(f"{HOME}/{{service}}/discard")
async def discard(
    service: str, request: Request, desk: TheDesk, applicant: TheApplicant
) -> Response:
    """Deletes the draft, so the application is begun anew."""
    await fields(request)
    try:
        _, kept = await applying(desk, applicant, service)
        draft = kept.row.id if kept else None
    except DraftUnreadable as kept_sealed:
        draft = kept_sealed.draft
    if draft:
        await desk.drafts.drop(applicant.actor.caller, draft)
    return RedirectResponse(f"{HOME}/{service}", 303)
