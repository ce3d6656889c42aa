"""From a decision to the payment of its fine: the number of the decision is not typed again."""

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import TheDesk
from api.pages.kit.forms import fields
from api.pages.kit.prefilled import prefilled
from api.pages.mine.applicant import HOME, OwnRoute, TheApplicant
from api.pages.mine.penal_services import of_fines
from api.problems import Problem
from domain.case.case import CASE

router = APIRouter(route_class=OwnRoute)


@router.post(f"{HOME}/{{case}}/fine")
async def pay(case: UUID, request: Request, desk: TheDesk, applicant: TheApplicant) -> Response:
    """Begins the payment of the fine that was decided in the case."""
    await fields(request)
    opened, _ = await desk.door.open(CASE, case, applicant.actor)
    number = opened.state.decision_no
    if number is None:
        raise Problem("not-found", 404)
    entries = {"decision.decision_no": number}
    return RedirectResponse(await prefilled(desk, applicant, of_fines().code, entries), 303)
