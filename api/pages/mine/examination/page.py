"""``/mine/{case}/examination``: the rank of a booking, its result, and how it is cancelled."""

from typing import Final
from uuid import UUID, uuid4

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from api.actions import slug
from api.applicant_acts import handled
from api.command_request import decoded, request_by, required_key
from api.dependencies import TheDesk, read_connection
from api.desk import Desk
from api.identity import Identity
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.viewer import TheViewer, Viewer
from api.pages.mine.applicant import HOME, OwnRoute, TheApplicant
from api.problems import Problem
from api.views.exam_rank import exam_rank_of
from api.views.tracking import shown_to_applicant
from domain.case.by_rank import in_ranking, slot_of
from domain.case.case import CASE
from domain.case.examination.cancellation import BY_THE_LEARNER
from domain.case.examination.commands import CancelExamBooking
from domain.case.stage import FINAL
from domain.offices.tree import CONTACTS, OFFICES
from domain.refusal import Refusal
from projections.tracking.row import fold

_PATH: Final = f"{HOME}/{{case}}/examination"
_CANCEL: Final = slug(CancelExamBooking)

router = APIRouter(route_class=OwnRoute)


@router.get(_PATH)
async def one(case: UUID, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer) -> Response:
    return await _shown(desk, applicant, viewer, case)


@router.post(_PATH)
async def cancel(
    case: UUID, request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    """Cancels the booking for the reason that he gives, or says why it stands."""
    sent = await fields(request)
    if sent.get("act") != _CANCEL:
        raise Problem("not-found", 404)
    body = msgspec.json.encode({"reason": sent.get("reason", "")})
    by = request_by(
        applicant, stream=case, name=_CANCEL, body=body, key=required_key(sent.get("key"))
    )
    try:
        command = decoded(CancelExamBooking, body, viewer.language)
        await handled(desk, case, command, by, viewer.language)
    except (Problem, Refusal) as why:
        problem = why if isinstance(why, Problem) else request.app.state.problems.of(why)
        if problem.status == 404:
            raise
        return await _shown(desk, applicant, viewer, case, problem)
    return RedirectResponse(f"{HOME}/{case}?done={sent['key']}", 303)


async def _shown(
    desk: Desk, applicant: Identity, viewer: Viewer, case: UUID, why: Problem | None = None
) -> Response:
    """The booking as it stands. Raises 404 for a case that is for no examination."""
    opened, history = await desk.door.open(CASE, case, applicant.actor)
    current, row = opened.state, fold(None, history)
    slot = slot_of(current)
    if row is None or slot is None:
        raise Problem("not-found", 404)
    if current.stage in FINAL and why is None:
        return RedirectResponse(f"{HOME}/{case}", 303)
    async with read_connection(desk) as reading:
        rank = await exam_rank_of(desk, reading, case, current)
    return render(
        viewer,
        "mine/examination/examination.html",
        why.status if why else 200,
        case=case,
        told=await shown_to_applicant(desk, row, viewer.language),
        slot=slot,
        site=OFFICES[slot.site],
        contact=CONTACTS[slot.site],
        rank=rank,
        ranked=in_ranking(current),
        booking=current.booking,
        why=why.described(viewer.language) if why else None,
        reasons=[(each.value, each.text(viewer.language)) for each in BY_THE_LEARNER],
        key=uuid4(),
    )
