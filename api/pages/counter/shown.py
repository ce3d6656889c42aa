"""The page on which a service is entered, and the one on which it is read once more."""

from typing import Any
from uuid import uuid4

from starlette.requests import Request
from starlette.responses import Response

from api.desk import Desk
from api.form_defects import described
from api.identity import Identity
from api.pages.counter import words
from api.pages.counter.green import LONGEST, PROOFS, green_rows, may_let_in
from api.pages.counter.known import OF_WHOM, RegisterSays, asked_about
from api.pages.counter.sections import (
    EntrySection,
    boxes_of,
    checked_sections,
    missing_originals,
    sections_of,
)
from api.pages.counter.sent import DECLARED, KNOWN, SentEntry
from api.pages.counter.windows import offered_at, windows_of
from api.pages.kit.answer import render
from api.pages.kit.places import office_text
from api.pages.kit.questionnaire.fields import errors_of
from api.pages.kit.questionnaire.words import told_of
from api.pages.kit.viewer import Viewer
from api.problems import Problem
from api.views.openings import why_text
from api.window_intake import would_take_in
from domain.case.grounds import GreenKind
from domain.case.state import Case, Running
from domain.offices.tree import CONTACTS, OFFICES
from domain.refusal import Refusal

_AGREED = "declaration.agreed_at"


async def entry_page(
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    sent: SentEntry,
    *,
    register: RegisterSays | None = None,
    judged: bool = False,
) -> Response:
    """``judged`` says that he has asked what is wrong, so that it is told."""
    language, entered = viewer.language, register.entered if register else sent.entered
    defects = entered.defects if judged else ()
    errors = {**errors_of(defects, language), **(sent.green.errors if judged else {})}
    missing = {code: described(each, language)["text"] for code, each in missing_originals(defects)}
    sections = await sections_of(desk, entered, errors, language)
    originals = boxes_of(entered, missing, language)
    (here,) = await offered_at(desk, sent.counter, [entered.row])
    summary = [
        *_of_sections(sections, viewer),
        *((each.name, each.error) for each in originals if each.error),
        *((DECLARED, errors[_AGREED]) for _ in (1,) if _AGREED in errors),
        *((name, sent.green.errors[name]) for name in sent.green.errors if judged),
    ]
    return render(
        viewer,
        "counter/entry.html",
        422 if summary else 200,
        entered=entered,
        row=entered.row,
        sections=sections,
        originals=originals,
        errors=summary,
        error=errors,
        agreed_error=errors.get(_AGREED),
        here=here,
        windows=windows_of(identity, language),
        counter=sent.counter,
        key=sent.key or str(uuid4()),
        register=register,
        known=_known(sent, register),
        words=words,
        fields=sent.fields,
        leader=may_let_in(identity),
        person=identity.actor.person,
        kinds=[(each, each.text(language)) for each in GreenKind],
        proofs=[(each, each.text(language)) for each in PROOFS],
        longest=LONGEST,
    )


def _of_sections(sections: list[EntrySection], viewer: Viewer) -> list[tuple[str, str]]:
    found = []
    for section in sections:
        if section.error:
            text = told_of(section.title, section.error, viewer.language)
            found.append((f"section-{section.key}", text))
        found += [
            (each.name, told_of(each.label, each.error, viewer.language))
            for each in section.fields
            if each.error
        ]
    return found


def _known(sent: SentEntry, register: RegisterSays | None) -> dict[str, str]:
    """The hidden fields by which the page remembers what the register has said."""
    entered = register.entered if register else sent.entered
    if not entered.draft.known:
        return {}
    paths = entered.draft.known
    entries = {
        name: text
        for name, text in entered.draft.entries.items()
        if any(name == path or name.startswith(f"{path}-") for path in paths)
    }
    return {**entries, KNOWN: ",".join(paths), OF_WHOM: asked_about(entered)}


async def check_page(
    request: Request,
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    sent: SentEntry,
    refused: Problem | Refusal | None = None,
) -> Response:
    """What was entered, and what would come of it. A window that is closed says which is open."""
    language, entered, case = viewer.language, sent.entered, None
    if refused is None:
        try:
            case = await would_take_in(desk, identity, entered.form, sent.counter, sent.green.given)
        except (Problem, Refusal) as why:
            refused = why
    problem = (
        refused if isinstance(refused, Problem) or refused is None else _told(request, refused)
    )
    return render(
        viewer,
        "counter/check.html",
        problem.status if problem else 200,
        row=entered.row,
        counter=office_text(sent.counter, language),
        sections=checked_sections(entered, language),
        green=green_rows(sent.green.given, language) if sent.green.given else [],
        person=identity.actor.person,
        words=words,
        problem=problem.described(language) if problem else None,
        defects=[each["text"] for each in _defects(problem)],
        why=_why(problem, viewer),
        open_offices=_open_offices(problem, viewer),
        free_on=problem.members.get("free_on") if problem else None,
        leads_to_green=problem is not None and problem.code == "window-closed-for-service",
        leader=may_let_in(identity),
        owed=case,
        decide_by=_promised(case),
        hidden={**sent.fields, "agreed_at": entered.draft.agreed_at or ""},
    )


def _told(request: Request, refused: Refusal) -> Problem:
    problem: Problem = request.app.state.problems.of(refused)
    return problem


def _defects(problem: Problem | None) -> list[Any]:
    found = problem.members.get("defects", []) if problem else []
    return found if isinstance(found, list) else []


def _why(problem: Problem | None, viewer: Viewer) -> str | None:
    reason = problem.members.get("reason") if problem else None
    return why_text(str(reason), viewer.language) if reason else None


def _open_offices(problem: Problem | None, viewer: Viewer) -> list[tuple[str, str]]:
    """The offices that are named, the nearest first, with their telephones."""
    choices = problem.members.get("choices", []) if problem else []
    named = [each for each in choices if each in OFFICES] if isinstance(choices, list) else []
    gap = viewer.say("、", ", ")
    return [
        (office_text(each, viewer.language), gap.join(CONTACTS[each].telephones)) for each in named
    ]


def _promised(case: Case | None) -> Any:
    return case.clock.decide_by if case and isinstance(case.clock, Running) else None
