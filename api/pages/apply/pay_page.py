"""The page that leads to the bank; in a demonstration without one, one presses a button."""

from contextlib import suppress
from typing import Final
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from api.bank import Elsewhere, page_of
from api.dependencies import TheDesk
from api.pages.apply.applicant import HOME, TheApplicant
from api.pages.apply.beginning import ApplicantRoute
from api.pages.apply.done_page import bill_of
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.viewer import TheViewer
from api.problems import Problem
from domain.case.case import CASE
from domain.payments.port import BankAway

_PATH: Final = f"{HOME}/pay/{{case}}"

router = APIRouter(route_class=ApplicantRoute)


@router.get(_PATH)
async def ask(
    case: UUID, request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    opened, _ = await desk.door.open(CASE, case, applicant.actor)
    bill = await bill_of(desk, applicant, case)
    if bill is None or not bill.open:
        return RedirectResponse(f"{HOME}/done/{case}", 303)
    service = desk.catalogue[opened.state.service]
    address = None
    if desk.bank_port is not None:
        of = Elsewhere(case, service.title.zh, desk.clock(), str(request.base_url))
        with suppress(BankAway):
            address = await page_of(desk.bank_port, bill, of)
    return render(
        viewer,
        "apply/pay.html",
        case=case,
        bill=bill,
        elsewhere=desk.bank_port is not None,
        address=address,
        service=service.title.text(viewer.language),
        reference=opened.state.reference,
    )


@router.post(_PATH)
async def pay(case: UUID, request: Request, desk: TheDesk, applicant: TheApplicant) -> Response:
    """The bank says that the money has come. Pressed twice, it has come once."""
    await fields(request)
    await desk.door.open(CASE, case, applicant.actor)
    if desk.bank is None or desk.bank_port is not None:
        raise Problem("not-found", 404)
    bill = await bill_of(desk, applicant, case)
    if bill and bill.open:
        await desk.bank.paid(case, bill)
    return RedirectResponse(f"{HOME}/done/{case}", 303)
