"""The page on which a telephone is shown to be at hand: digits come by SMS, and are entered."""

from uuid import uuid4

from fastapi import APIRouter, Request
from msgspec.structs import replace
from starlette.responses import Response

from api.client_address import client_address
from api.command_outcome import carried_out
from api.command_request import request_by
from api.dependencies import TheDesk
from api.desk import Desk
from api.identity import Identity
from api.one_time_codes.counter import CodeCounter
from api.pages.apply.applicant import HOME, TheApplicant
from api.pages.apply.application import applying, changed
from api.pages.apply.beginning import ApplicantRoute
from api.pages.apply.walk import changing, elsewhere, onward, walk_to
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.questionnaire import words
from api.pages.kit.questionnaire.filled import Filled
from api.pages.kit.questionnaire.questions import Question
from api.pages.kit.questionnaire.steps import CODE_PREFIX, FormStep
from api.pages.kit.viewer import TheViewer, Viewer
from api.problems import Problem
from domain.drafts.draft import AskedCode, Draft
from domain.identifiers import mobile
from domain.identifiers.text import squeezed
from domain.one_time_codes.digits import LENGTH
from domain.refusal import Refusal

_PATH = f"{HOME}/{{service}}/{CODE_PREFIX}{{name}}"
_DIGITS = "digits"

router = APIRouter(route_class=ApplicantRoute)


@router.get(_PATH)
async def ask(
    service: str,
    name: str,
    request: Request,
    desk: TheDesk,
    applicant: TheApplicant,
    viewer: TheViewer,
) -> Response:
    filled, _ = await applying(desk, applicant, service)
    step = filled.step(f"{CODE_PREFIX}{name}")
    return await _shown(desk, request, filled, step, viewer) if step else elsewhere(filled)


@router.post(_PATH)
async def enter(
    service: str,
    name: str,
    request: Request,
    desk: TheDesk,
    applicant: TheApplicant,
    viewer: TheViewer,
) -> Response:
    """Sends digits to the number, or takes those that were entered."""
    sent = await fields(request)
    filled, _ = await applying(desk, applicant, service)
    step = filled.step(f"{CODE_PREFIX}{name}")
    if step is None:
        return elsewhere(filled)
    (question,) = step.questions
    if "send" in sent:
        number = filled.number(question)
        if number is None:
            return elsewhere(filled)
        filled = await _sent(desk, request, applicant, filled, question, number)
        return await _shown(desk, request, filled, step, viewer)
    confirmed = await _confirmed(desk, applicant, filled, question, sent.get(_DIGITS, ""))
    if confirmed is None:
        error = words.WRONG_DIGITS.text(viewer.language)
        return await _shown(desk, request, filled, step, viewer, error)
    return onward(request, confirmed, step)


def _counter(desk: Desk) -> CodeCounter:
    if desk.codes is None:
        raise Problem("sms-unavailable", 503)
    return desk.codes


async def _sent(
    desk: Desk,
    request: Request,
    applicant: Identity,
    filled: Filled,
    question: Question,
    number: str,
) -> Filled:
    counter = _counter(desk)
    assert question.proves
    purpose = question.proves.purpose
    by = request_by(
        applicant,
        stream=None,
        name="RequestOneTimeCode",
        body=counter.maker.mark(number, purpose),
        key=str(uuid4()),
    )
    asking = counter.ask(by, applicant.principal, client_address(request.scope), number, purpose)
    given = await carried_out(desk, by.command_id, asking)
    code = AskedCode(given.code, number)
    return await _kept(desk, applicant, filled, question, code)


async def _confirmed(
    desk: Desk, applicant: Identity, filled: Filled, question: Question, digits: str
) -> Filled | None:
    """The application with a proven number, or None if these are not the digits."""
    code = filled.draft.codes.get(question.path)
    digits = squeezed(digits)
    if code is None or not (digits.isascii() and digits.isdigit() and len(digits) == LENGTH):
        return None
    counter = _counter(desk)
    command = await counter.confirmation(code.id, digits)
    by = request_by(
        applicant,
        stream=code.id,
        name="ConfirmOneTimeCode",
        body=command.digits_indexes[-1],
    )
    try:
        await carried_out(desk, by.command_id, counter.enter(code.id, command, by))
    except Refusal:
        return None
    return await _kept(desk, applicant, filled, question, replace(code, confirmed=True))


async def _kept(
    desk: Desk, applicant: Identity, filled: Filled, question: Question, code: AskedCode
) -> Filled:
    def change(draft: Draft) -> Draft:
        return replace(draft, codes={**draft.codes, question.path: code})

    return (await changed(desk, applicant, filled.service.code, change)).filled


async def _shown(
    desk: Desk,
    request: Request,
    filled: Filled,
    step: FormStep,
    viewer: Viewer,
    error: str | None = None,
) -> Response:
    """Leads to the page of the number where that is none."""
    (question,) = step.questions
    number = filled.number(question)
    if number is None:
        return elsewhere(filled)
    code = filled.draft.codes.get(question.path)
    sent = code if code and code.number == number else None
    digits = None
    if sent and not sent.confirmed and desk.demo_issuer and desk.codes:
        digits = (await desk.codes.message(sent.id)).digits
    return render(
        viewer,
        "apply/code.html",
        422 if error else 200,
        service=filled.service,
        telephone=mobile.mask(number),
        sent=sent,
        digits=digits,
        error=error,
        errors=[(_DIGITS, error)] if error else [],
        walk=walk_to(filled, step, viewer.language),
        change=changing(request),
    )
