"""The page of the notice 业务须知 and of what the applicant declares 用户申告."""

from fastapi import APIRouter, Request
from msgspec.structs import replace
from starlette.responses import Response

from api.dependencies import TheDesk
from api.pages.apply.applicant import HOME, TheApplicant
from api.pages.apply.application import applying, changed
from api.pages.apply.beginning import ApplicantRoute
from api.pages.apply.walk import changing, elsewhere, onward, walk_to
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.questionnaire import words
from api.pages.kit.questionnaire.fields import errors_of
from api.pages.kit.questionnaire.filled import Filled
from api.pages.kit.questionnaire.steps import DECLARATION
from api.pages.kit.viewer import TheViewer, Viewer
from api.views.service_guide import service_guide
from domain.calendar import OFFICE_ZONE
from domain.services.defects import FormDefect
from domain.services.guide import guide_of

_PATH = f"{HOME}/{{service}}/{DECLARATION}"
_AGREED = "agreed"

router = APIRouter(route_class=ApplicantRoute)


@router.get(_PATH)
async def read(
    service: str, request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    filled, _ = await applying(desk, applicant, service)
    return _shown(request, filled, viewer)


@router.post(_PATH)
async def declare(
    service: str, request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    """Notes when the applicant agreed. Whoever takes the tick away has not agreed."""
    sent = await fields(request)
    agreed = sent.get(_AGREED) == "yes"
    now = desk.clock().astimezone(OFFICE_ZONE).isoformat(timespec="seconds")
    filled, _ = await changed(
        desk, applicant, service, lambda draft: replace(draft, agreed_at=now if agreed else None)
    )
    step = filled.step(DECLARATION)
    if step is None:
        return elsewhere(filled)
    if not agreed:
        return _shown(request, filled, viewer, wrong=True)
    return onward(request, filled, step)


def _shown(request: Request, filled: Filled, viewer: Viewer, *, wrong: bool = False) -> Response:
    step = filled.step(DECLARATION)
    said = errors_of([FormDefect("/declaration", "not_agreed")], viewer.language)
    error = said["declaration"] if wrong else None
    return render(
        viewer,
        "apply/declaration.html",
        422 if wrong else 200,
        service=filled.service,
        guide=service_guide(guide_of(filled.service, filled.today), viewer.language),
        declared=[each.text(viewer.language) for each in words.DECLARED],
        agreed=filled.draft.agreed_at is not None,
        error=error,
        errors=[(_AGREED, error)] if error else [],
        walk=walk_to(filled, step, viewer.language),
        change=changing(request),
    )
