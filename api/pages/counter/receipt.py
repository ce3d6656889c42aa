"""The receipt 受理回执 of a case, to print for whoever stands at the window."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.dependencies import TheDesk
from api.identity import Identity
from api.pages.kit.answer import render
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.person_rows import person_rows
from api.pages.kit.places import office_text
from api.pages.kit.qr_code import qr_code
from api.pages.kit.viewer import TheViewer
from api.problems import Problem
from api.resource import OFFICIALS
from api.views.tracking import shown_to_applicant
from domain.case.case import CASE
from domain.case.state import Running
from domain.offices.tree import CONTACTS
from domain.services.facts import AtCounter
from projections.tracking.row import fold

_PATH: Final = "/counter/receipt/{case}"

router = APIRouter(route_class=PageRoute)


def address(case: UUID) -> str:
    return _PATH.format(case=case)


@router.get(_PATH)
async def receipt(
    case: UUID,
    desk: TheDesk,
    identity: Annotated[Identity, Depends(PagePermission(OFFICIALS))],
    viewer: TheViewer,
) -> Response:
    """What was taken in, and by when it is decided (ALL art. 32). That he looked is on record.

    Whoever applied online and comes to ask for one gets it too, before acceptance of the
    submission.
    """
    opened, history = await desk.door.open(CASE, case, identity.actor)
    row = fold(None, history)
    if row is None:
        raise Problem("not-found", 404)
    desk.accesses.history_seen(opened, identity.actor)
    told = await shown_to_applicant(desk, row, viewer.language)
    state = opened.state
    service = desk.catalogue[state.service]
    return render(
        viewer,
        "counter/receipt.html",
        case=case,
        told=told,
        people=person_rows(told["parts"], viewer.language),
        accepted_on=state.accepted_on,
        decide_by=state.clock.decide_by if isinstance(state.clock, Running) else None,
        fee_fen=state.payable_fen,
        document=service.document.text(viewer.language) if service.document else None,
        collected=office_text(state.delivery.office, viewer.language)
        if isinstance(state.delivery, AtCounter)
        else None,
        officer=state.taken_in_by,
        contact=CONTACTS[state.office],
        qr=qr_code(told["reference"]),
        today=desk.today,
    )
