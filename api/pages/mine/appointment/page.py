"""``/mine/{case}/appointment``: when and where he comes, and to which day he puts it off."""

from typing import Annotated, Final
from uuid import UUID, uuid4

import msgspec
from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from api.actions import slug
from api.applicant_acts import handled
from api.command_request import decoded, request_by, required_key
from api.day import Day
from api.dependencies import TheDesk
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.viewer import TheViewer, Viewer
from api.pages.mine.applicant import HOME, OwnRoute, TheApplicant
from api.pages.mine.appointment.sheet import AppointmentSheet, appointment_sheet, period_text
from api.problems import Problem
from domain.case.appointment.commands import PostponeBooking
from domain.offices.tree import CONTACTS, OFFICES
from domain.refusal import Refusal

_PATH: Final = f"{HOME}/{{case}}/appointment"
_POSTPONE: Final = slug(PostponeBooking)

router = APIRouter(route_class=OwnRoute)


@router.get(_PATH)
async def one(
    case: UUID,
    desk: TheDesk,
    applicant: TheApplicant,
    viewer: TheViewer,
    on: Annotated[Day | None, Query()] = None,
    moved: Annotated[bool, Query()] = False,
) -> Response:
    """``on`` is the day of which he looks at the times. ``moved``: he has just put it off."""
    sheet = await appointment_sheet(desk, applicant, case, viewer.language)
    if not sheet.is_to_come:
        return RedirectResponse(f"{HOME}/{case}", 303)
    return _shown(viewer, case, sheet, on=on, moved=moved)


@router.post(_PATH)
async def put_off(
    case: UUID, request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    """Takes the new seat and lets the old one go, or says why neither was done."""
    sent = await fields(request)
    if sent.get("act") != _POSTPONE:
        raise Problem("not-found", 404)
    body = msgspec.json.encode({name: sent.get(name, "") for name in ("on", "period")})
    by = request_by(
        applicant, stream=case, name=_POSTPONE, body=body, key=required_key(sent.get("key"))
    )
    try:
        command = decoded(PostponeBooking, body, viewer.language)
        await handled(desk, case, command, by, viewer.language)
    except (Problem, Refusal) as why:
        problem = why if isinstance(why, Problem) else request.app.state.problems.of(why)
        if problem.status in {400, 404}:
            raise
        sheet = await appointment_sheet(desk, applicant, case, viewer.language)
        return _shown(viewer, case, sheet, why=problem)
    return RedirectResponse(f"{HOME}/{case}/appointment?moved=true", 303)


def _shown(
    viewer: Viewer,
    case: UUID,
    sheet: AppointmentSheet,
    *,
    on: Day | None = None,
    moved: bool = False,
    why: Problem | None = None,
) -> Response:
    place = sheet.booking.place
    day = next((each for each in sheet.later if each.on == on), None)
    return render(
        viewer,
        "mine/appointment/appointment.html",
        why.status if why else 200,
        case=case,
        sheet=sheet,
        told=sheet.told,
        booking=sheet.booking,
        place=OFFICES[place],
        fee=sheet.fee.text(viewer.language),
        bring=[each.text(viewer.language) for each in sheet.bring],
        contact=CONTACTS[place],
        period=lambda code: period_text(code, viewer.language),
        day_chosen=day,
        moved=moved,
        why=why.described(viewer.language) if why else None,
        key=uuid4(),
    )
