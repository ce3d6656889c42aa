"""``/mine/{case}/number``: the numbers on offer, the one that is composed, and the one reserved.

A number that is chosen is shown once more before it is reserved, because it cannot be changed. It
stands in the form and in no address.
"""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID, uuid4

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from api.applicant_acts import handled
from api.command_request import request_by, required_key
from api.dependencies import TheDesk
from api.desk import Desk
from api.form_defects import problem_of
from api.identity import Identity
from api.language import Language
from api.number_choice import chosen, drawn, named_number
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.viewer import TheViewer, Viewer
from api.pages.mine.applicant import HOME, OwnRoute, TheApplicant
from api.pages.mine.number.sheet import NumberSheet, is_of_the_choice, number_sheet
from api.pages.mine.number.words import NOT_HAD, REFUSED
from api.problems import Problem
from domain.case.reservation.refusals import DrawnNumbersOnly
from domain.case.stage import Stage
from domain.offices.tree import CONTACTS, OFFICES
from domain.refusal import Refusal
from domain.services.defects import FormRefused
from domain.titles import Title

OFFER: Final = "offer-numbers"
LOOK: Final = "look"
CHOOSE: Final = "choose-number"
_PATH: Final = f"{HOME}/{{case}}/number"
_TO_CHOOSE: Final = Title("请先选择一个号码。", "Choose one of the numbers first.")
_TO_COMPOSE: Final = Title("请填写想要的号码。", "Write the number that you want.")

router = APIRouter(route_class=OwnRoute)


@router.get(_PATH)
async def one(case: UUID, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer) -> Response:
    sheet = await number_sheet(desk, applicant, case, viewer.language)
    if not is_of_the_choice(sheet.stage):
        return RedirectResponse(f"{HOME}/{case}", 303)
    return _shown(viewer, case, sheet)


@router.post(_PATH)
async def do(
    case: UUID, request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    """Draws the next batch, asks whether it is to be this number, or reserves it."""
    sent = await fields(request)
    act, language = sent.get("act"), viewer.language
    if act not in (OFFER, LOOK, CHOOSE):
        raise Problem("not-found", 404)
    if act == LOOK:
        return await _asked_once_more(request, desk, applicant, viewer, case, sent)
    try:
        await _give(desk, applicant, case, sent, language)
    except (Problem, Refusal) as why:
        problem = why if isinstance(why, Problem) else request.app.state.problems.of(why)
        if problem.status in {400, 404}:
            raise
        sheet = await number_sheet(desk, applicant, case, language)
        return _shown(viewer, case, sheet, sent=sent, why=problem)
    sheet = await number_sheet(desk, applicant, case, language)
    if act == CHOOSE and sheet.stage is Stage.CHOOSING_NUMBER:
        return _shown(viewer, case, sheet, sent=sent, tried=True)
    return RedirectResponse(f"{HOME}/{case}/number", 303)


async def _give(
    desk: Desk, applicant: Identity, case: UUID, sent: Mapping[str, str], language: Language
) -> None:
    act = sent["act"]
    asked = {"plate_no": sent.get("plate_no", "")} if act == CHOOSE else {}
    body = msgspec.json.encode(asked)
    by = request_by(applicant, stream=case, name=act, body=body, key=required_key(sent.get("key")))
    command = drawn(desk) if act == OFFER else chosen(desk, body, language)
    await handled(desk, case, command, by, language)


async def _asked_once_more(
    request: Request,
    desk: Desk,
    applicant: Identity,
    viewer: Viewer,
    case: UUID,
    sent: Mapping[str, str],
) -> Response:
    """The number that he is about to take. What cannot be one is told at once."""
    sheet = await number_sheet(desk, applicant, case, viewer.language)
    if sheet.stage is not Stage.CHOOSING_NUMBER:
        return RedirectResponse(f"{HOME}/{case}/number", 303)
    given = sent.get("plate_no", "").strip()
    if not given:
        wanted = _TO_CHOOSE if sheet.is_drawn else _TO_COMPOSE
        return _shown(viewer, case, sheet, error=wanted.text(viewer.language))
    if sheet.is_drawn and not (sheet.is_current and given in sheet.offered["numbers"]):
        missed = DrawnNumbersOnly(offered_until=sheet.offered_until)
        return _shown(viewer, case, sheet, why=request.app.state.problems.of(missed))
    try:
        number = named_number(sheet.choosing, given, desk.today)
    except FormRefused as refused:
        return _shown(viewer, case, sheet, sent=sent, why=problem_of(refused, viewer.language))
    return _rendered(viewer, case, sheet, "mine/number/confirm.html", 200, wanted=number)


def _shown(
    viewer: Viewer,
    case: UUID,
    sheet: NumberSheet,
    *,
    sent: Mapping[str, str] = {},
    why: Problem | None = None,
    error: str | None = None,
    tried: bool = False,
) -> Response:
    """The numbers, or the one that is reserved, with what was wrong with what he has just done."""
    language = viewer.language
    head, text = _why(why, language)
    if why and why.status == 422:
        error, head = text, None
    lost = NOT_HAD.get(sheet.choosing.last_try or "") if tried else None
    status = why.status if why else 422 if error else 200
    chooses = sheet.stage is Stage.CHOOSING_NUMBER
    return _rendered(
        viewer,
        case,
        sheet,
        "mine/number/number.html" if chooses else "mine/number/reserved.html",
        status,
        error=error,
        why=(head, text) if head else None,
        lost=lost.text(language) if lost else None,
        entered=sent.get("plate_no", ""),
    )


def _rendered(
    viewer: Viewer, case: UUID, sheet: NumberSheet, template: str, status: int, **more: Any
) -> Response:
    return render(
        viewer,
        template,
        status,
        case=case,
        sheet=sheet,
        told=sheet.told,
        kind=sheet.choosing.plate_kind,
        contact=CONTACTS[sheet.office],
        region=OFFICES[sheet.office].region_code,
        key=uuid4(),
        **{"why": None, "error": None, **more},
    )


def _why(problem: Problem | None, language: Language) -> tuple[str | None, str]:
    """What is wrong, in the words of the page where it has some."""
    if problem is None:
        return None, ""
    told = problem.described(language)
    defects = problem.members.get("defects")
    if isinstance(defects, list) and defects:
        return told.title, defects[0]["text"]
    known = REFUSED.get(problem.code)
    return told.title, known.text(language) if known else told.detail
