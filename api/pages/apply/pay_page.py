"""The page of the bank that a demonstration has: one presses a button, and has paid."""

from typing import Final
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import TheDesk
from api.pages.apply.applicant import HOME, TheApplicant
from api.pages.apply.beginning import ApplicantRoute
from api.pages.apply.done_page import bill_of
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.viewer import TheViewer
from api.problems import Problem
from domain.case.case import CASE

_PATH: Final = f"{HOME}/pay/{{case}}"

router = APIRouter(route_class=ApplicantRoute)


@router.get(_PATH)
async def ask(case: UUID, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer) -> Response:
    opened, _ = await desk.door.open(CASE, case, applicant.actor)
    bill = await bill_of(desk, applicant, case)
    if bill is None or not bill.open:
        return RedirectResponse(f"{HOME}/done/{case}", 303)
    service = desk.catalogue[opened.state.service]
    return render(
        viewer,
        "apply/pay.html",
        case=case,
        bill=bill,
        service=service.title.text(viewer.language),
        reference=opened.state.reference,
    )


@router.post(_PATH)
async def pay(case: UUID, request: Request, desk: TheDesk, applicant: TheApplicant) -> Response:
    """The bank says that the money has come. Pressed twice, it has come once."""
    await fields(request)
    await desk.door.open(CASE, case, applicant.actor)
    if desk.bank is None:
        raise Problem("not-found", 404)
    bill = await bill_of(desk, applicant, case)
    if bill and bill.open:
        await desk.bank.paid(case, bill.amount_fen)
    return RedirectResponse(f"{HOME}/done/{case}", 303)
