"""The way through the pages: where one is, what comes next, and the way back."""

from typing import NamedTuple

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from api.language import Language
from api.pages.apply.applicant import HOME
from api.pages.kit.questionnaire import words
from api.pages.kit.questionnaire.filled import Filled
from api.pages.kit.questionnaire.questions import questions_of
from api.pages.kit.questionnaire.steps import FormStep, steps_of

CHECK = "check"


class Walk(NamedTuple):
    """The title of the page, at which of how many steps one is, and the way back."""

    title: str
    at: int
    steps: int
    back: str


def address(filled: Filled, step: FormStep | None) -> str:
    """The address of a step, or of the page where all is checked."""
    return f"{HOME}/{filled.service.code}/{step.key if step else CHECK}"


def walk_to(filled: Filled, step: FormStep | None, language: Language) -> Walk:
    at = filled.steps.index(step) if step else len(filled.steps)
    before = address(filled, filled.steps[at - 1]) if at else f"{HOME}/{filled.service.code}"
    title = step.title if step else words.CHECK
    return Walk(words.label(title, language), at + 1, count_of(filled) + 1, before)


def count_of(filled: Filled) -> int:
    """How many steps there are, with the one to which each answer of an open choice leads."""
    ways: dict[str, set[str]] = {}
    for step in steps_of(filled.service.form):
        if step.condition:
            ways.setdefault(step.condition.on, set()).update(step.condition.values)
    to_come = [
        question
        for question in questions_of(filled.service.form)
        if question.path in ways and not filled.entries.get(question.path)
        if ways[question.path].issuperset(filled.options(question))
    ]
    return len(filled.steps) + len(to_come)


def changing(request: Request) -> bool:
    """Whether one came from the page where all is checked, to change an answer."""
    return request.query_params.get("change") == "1"


def onward(request: Request, filled: Filled, step: FormStep) -> Response:
    """Leads to the next page, or after a change to the first on which something is missing."""
    following = filled.unfinished if changing(request) else filled.after(step)
    change = "?change=1" if changing(request) and following else ""
    return RedirectResponse(address(filled, following) + change, 303)


def elsewhere(filled: Filled) -> Response:
    """Leads away from a step that does not apply."""
    return RedirectResponse(address(filled, filled.unfinished), 303)
