"""The page of a step: its questions with what was filled in, and what is wrong with it."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.dependencies import TheDesk
from api.desk import Desk
from api.pages.apply.applicant import HOME, TheApplicant
from api.pages.apply.application import applying, changed
from api.pages.apply.beginning import ApplicantRoute
from api.pages.apply.known import APPLICANT, known_to_the_register, with_known
from api.pages.apply.seat_slot import asks_for_day
from api.pages.apply.walk import changing, elsewhere, onward, walk_to
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.questionnaire.answers import names_of
from api.pages.kit.questionnaire.fields import errors_of, fields_of_step
from api.pages.kit.questionnaire.filled import Filled, with_entries
from api.pages.kit.questionnaire.steps import FormStep, StepKind
from api.pages.kit.questionnaire.words import told_of
from api.pages.kit.viewer import TheViewer, Viewer

_PATH = f"{HOME}/{{service}}/{{key}}"

router = APIRouter(route_class=ApplicantRoute)


@router.get(_PATH)
async def ask(
    service: str,
    key: str,
    request: Request,
    desk: TheDesk,
    applicant: TheApplicant,
    viewer: TheViewer,
) -> Response:
    filled, _ = await applying(desk, applicant, service)
    step = _found(filled, key)
    return await _shown(desk, request, filled, step, viewer, {}) if step else elsewhere(filled)


@router.post(_PATH)
async def answer(
    service: str,
    key: str,
    request: Request,
    desk: TheDesk,
    applicant: TheApplicant,
    viewer: TheViewer,
) -> Response:
    """Keeps what was filled in, right or wrong, and goes on where nothing is wrong with it.

    A question that applies since these answers is asked before anything is said to be missing.
    """
    sent = await fields(request)
    before, _ = await applying(desk, applicant, service)
    step = _found(before, key)
    if step is None:
        return elsewhere(before)
    asked = [question for question in step.questions if before.asked(question)]
    given = {name: sent.get(name, "") for question in asked for name in names_of(question)}
    filled, _ = await changed(desk, applicant, service, lambda draft: with_entries(draft, given))
    if key == APPLICANT:
        told = await known_to_the_register(desk, applicant, filled)
        filled, _ = await changed(
            desk, applicant, service, lambda draft: with_known(draft, before, told)
        )
    since = {q.pointer for q in step.questions if filled.asked(q)} - {q.pointer for q in asked}
    wrong = [each for each in filled.wrong(step) if each.pointer not in since]
    if wrong or since:
        errors = errors_of(wrong, viewer.language)
        return await _shown(desk, request, filled, step, viewer, errors)
    return onward(request, filled, step)


def _found(filled: Filled, key: str) -> FormStep | None:
    step = filled.step(key)
    return step if step and step.kind is StepKind.QUESTIONS else None


async def _shown(
    desk: Desk,
    request: Request,
    filled: Filled,
    step: FormStep,
    viewer: Viewer,
    errors: Mapping[str, str],
) -> Response:
    shown = await fields_of_step(desk, filled, step.questions, errors, viewer.language)
    return render(
        viewer,
        "apply/questions.html",
        422 if errors else 200,
        service=filled.service,
        step=step,
        fields=shown,
        errors=[
            (each.name, told_of(each.label, each.error, viewer.language))
            for each in shown
            if each.error
        ],
        walk=walk_to(filled, step, viewer.language),
        change=changing(request),
        books=asks_for_day(step.questions),
        examined=any(each.path == "exam_date" for each in step.questions),
    )
