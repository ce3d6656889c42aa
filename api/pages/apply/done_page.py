"""The page after the submission: the query code, what is owed, and what happens next."""

from datetime import datetime
from typing import Final
from uuid import UUID

from fastapi import APIRouter
from starlette.responses import Response

from api.bank import Bill
from api.dependencies import TheDesk
from api.desk import Desk
from api.identity import Identity
from api.pages.apply.applicant import HOME, TheApplicant
from api.pages.apply.beginning import ApplicantRoute
from api.pages.kit.answer import render
from api.pages.kit.qr_code import qr_code
from api.pages.kit.viewer import TheViewer
from api.problems import Problem
from api.views.charge import charge_of, sentence
from api.views.tracking import shown_to_applicant
from domain.case.case import CASE
from domain.case.stage import Stage
from domain.case.state import Case
from domain.services.guide import term_of
from domain.services.steps import steps_after
from projections.tracking.row import fold

PATH: Final = f"{HOME}/done/{{case}}"

router = APIRouter(route_class=ApplicantRoute)


@router.get(PATH)
async def done(case: UUID, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer) -> Response:
    opened, history = await desk.door.open(CASE, case, applicant.actor)
    row = fold(None, history)
    if row is None:
        raise Problem("not-found", 404)
    told = await shown_to_applicant(desk, row, viewer.language)
    service = desk.catalogue[opened.state.service]
    bill, charge = await bill_of(desk, applicant, case), None
    if bill and bill.open and desk.bank_port:
        # Whoever comes back from the bank is faster than its callback.
        charge = await charge_of(desk, case, applicant.actor)
        bill = await bill_of(desk, applicant, case)
    after = steps_after(service, fee=bill is not None and bill.open)
    return render(
        viewer,
        "apply/done.html",
        case=case,
        told=told,
        bill=bill,
        again=opened.state.pay_again_by is not None,
        charged=sentence(charge, viewer.language) if charge and charge.know_by else None,
        after=[each.text(viewer.language) for each in after],
        qr=qr_code(told["reference"]),
        term=term_of(service, desk.today).text(viewer.language),
        service=service,
        choose_by=_choose_by(opened.state),
        booked=opened.state.appointment,
    )


def _choose_by(current: Case) -> datetime | None:
    """Until when a number is chosen in the session that the application has opened."""
    chooses = current.stage is Stage.CHOOSING_NUMBER
    return current.deadline.at if chooses and current.deadline else None


async def bill_of(desk: Desk, applicant: Identity, case: UUID) -> Bill | None:
    """What is owed for the case, or was paid, where something is."""
    return await desk.bank.bill(case, applicant.actor) if desk.bank else None
