"""A case before an officer: what is in it, and what he does in it."""

from typing import Final
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import TheDesk
from api.desk import Desk
from api.identity import Identity
from api.language import Language
from api.pages.desk.case_sheet import CaseSheet, Rows, Task, case_sheet
from api.pages.desk.citizen_text import CitizenText, citizen_text
from api.pages.desk.done import Sent, give, revealed, task_named
from api.pages.desk.entries import entries
from api.pages.desk.meanwhile import meanwhile
from api.pages.desk.warning import told_warning
from api.pages.desk.way_in import PATH, Officer
from api.pages.kit.answer import render
from api.pages.kit.forms import fields, version_seen
from api.pages.kit.history.stream_words import step_of
from api.pages.kit.page_route import PageRoute
from api.pages.kit.penalty_sheet import penalty_sheet
from api.pages.kit.places import office_text
from api.pages.kit.turn import hands_of
from api.pages.kit.viewer import TheViewer, Viewer
from api.problems import Problem
from api.views.internal_notes import internal_notes
from api.views.replay import replay
from domain.accesses.kind import RevealPurpose
from domain.case.case import CASE
from domain.case.instruments.instrument import instruments_of
from domain.offices.tree import OFFICES
from domain.refusal import Refusal

ACT: Final = "act"
LOOK: Final = "look"
"""Shows a form as it was filled in, and does nothing."""
PREVIEW: Final = "preview"

router = APIRouter(route_class=PageRoute)


@router.get(f"{PATH}/case/{{case}}")
async def one(
    case: UUID, desk: TheDesk, identity: Officer, viewer: TheViewer, done: UUID | None = None
) -> Response:
    """The case. ``done`` is the command that he has just given, if it is in its history."""
    return await _shown(desk, identity, viewer, await _sheet(desk, identity, case, viewer), done)


@router.post(f"{PATH}/case/{{case}}")
async def do(
    case: UUID, request: Request, desk: TheDesk, identity: Officer, viewer: TheViewer
) -> Response:
    """Does what was confirmed, or tells beside the form why it cannot be done."""
    sent = await fields(request)
    if sent.get(ACT) == "reveal":
        shown = await revealed(desk, identity, case, sent, viewer.language)
        sheet = await _sheet(desk, identity, case, viewer)
        return await _shown(desk, identity, viewer, sheet, shown=shown)
    sheet = await _sheet(desk, identity, case, viewer)
    how = next((each for each in (ACT, PREVIEW, LOOK) if each in sent), ACT)
    task = task_named(sheet, sent.get(how, ""), viewer.language)
    if task is None:
        raise Problem("not-found", 404)
    text, why = None, None
    try:
        if how == ACT:
            given = await give(desk, identity, case, task, sent, viewer.language)
            return RedirectResponse(f"{PATH}/case/{case}?done={given}", 303)
        if how == PREVIEW:
            text = await citizen_text(desk, identity, sheet, task, sent, viewer.language)
    except (Problem, Refusal) as refused:
        why = refused if isinstance(refused, Problem) else request.app.state.problems.of(refused)
        sheet = await _sheet(desk, identity, case, viewer)
    return await _shown(desk, identity, viewer, sheet, sent=sent, task=task, why=why, text=text)


async def _sheet(desk: Desk, identity: Identity, case: UUID, viewer: Viewer) -> CaseSheet:
    opened, history = await desk.door.open(CASE, case, identity.actor)
    return await case_sheet(desk, identity, opened, history, viewer.language)


async def _shown(
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    sheet: CaseSheet,
    done: UUID | None = None,
    *,
    sent: Sent | None = None,
    task: Task | None = None,
    why: Problem | None = None,
    text: CitizenText | None = None,
    shown: list[tuple[str, Rows]] | None = None,
) -> Response:
    """The case as it stands, with what was sent and cannot be done, and what happened meanwhile."""
    language, name = viewer.language, task.name if task else ""
    return render(
        viewer,
        "desk/case.html",
        why.status if why else 200,
        resend=_looked_at(sent, name) if sent else None,
        sheet=sheet,
        internal=await internal_notes(desk, identity, sheet.opened, sheet.history, masked=False),
        case=sheet.opened.stream,
        office=office_text(sheet.case.office, language),
        penalty=await penalty_sheet(desk, sheet.case, language),
        instruments=instruments_of(sheet.history)[::-1],
        turn=hands_of(sheet.case, OFFICES[sheet.case.office].title),
        warning=told_warning(sheet.case, sheet.at, language),
        said=_done(sheet, done, language) if done else [],
        sent=sent or {},
        task=task,
        is_offered=any(each.name == name for each in sheet.tasks),
        kept=entries(task.fields, sent, language) if task and sent else [],
        why=why.described(language) if why else None,
        defects=why.members.get("defects", []) if why else [],
        meanwhile=meanwhile(sheet, version_seen(sent), language) if sent else None,
        text=text,
        shown=shown,
        purposes=[(each, each.text(language)) for each in RevealPurpose],
    )


def _looked_at(sent: Sent, task: str) -> dict[str, str]:
    """The same entries, to be shown in another language or size without acting on them again."""
    kept = {name: value for name, value in sent.items() if name not in (ACT, PREVIEW)}
    return {**kept, LOOK: task}


def _done(sheet: CaseSheet, command: UUID, language: Language) -> list[str]:
    """What this command has done in the case, in words. Nothing is told of another."""
    steps = replay(CASE, sheet.history)
    told = [
        step_of(CASE, step, language)["title"]
        for step in steps
        if step.recorded.envelope.cause == command
    ]
    return list(dict.fromkeys(told))
