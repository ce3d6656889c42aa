"""The page where all is checked before it is submitted, and the submission itself.

The draft's id is the idempotency key: pressed twice, the button makes one case. What is submitted
is what was shown: where another page has changed the draft since, it is shown again.
"""

from typing import Any, Final
from uuid import UUID

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from api.command_request import command_id
from api.dependencies import TheDesk, unavailable
from api.desk import Desk
from api.dry_run import DryRun, weighed
from api.identity import Identity
from api.pages.apply.applicant import HOME, TheApplicant
from api.pages.apply.application import Applying, applying
from api.pages.apply.beginning import ApplicantRoute
from api.pages.apply.rows import checked_rows
from api.pages.apply.seat_slot import kind_of
from api.pages.apply.walk import CHECK, elsewhere, walk_to
from api.pages.kit.answer import render
from api.pages.kit.forms import fields, whole_number
from api.pages.kit.viewer import TheViewer, Viewer
from api.problems import Problem
from api.submission import submitted
from domain.door.outcome import decode
from domain.event_store.pending import StoreUnavailable
from domain.refusal import Refusal

_PATH: Final = f"{HOME}/{{service}}/{CHECK}"

router = APIRouter(route_class=ApplicantRoute)


@router.get(_PATH)
async def check(
    service: str, request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    found = await applying(desk, applicant, service)
    if found.kept is None or found.filled.unfinished:
        return elsewhere(found.filled)
    return await _shown(desk, request, applicant, found, viewer, None)


@router.post(_PATH)
async def submit(
    service: str, request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    sent = await fields(request)
    key = sent.get("key", "")
    found = await applying(desk, applicant, service)
    if found.kept is None or str(found.kept.row.id) != key:
        case = await _submitted_before(desk, applicant, key)
        return _done(case) if case else elsewhere(found.filled)
    if found.filled.unfinished:
        return elsewhere(found.filled)
    if whole_number(sent.get("version", "")) != found.kept.row.version:
        return await _shown(desk, request, applicant, found, viewer, None, moved=True)
    try:
        outcome = await submitted(desk, applicant, key, _body(found), viewer.language)
    except (Problem, Refusal) as refused:
        return await _shown(desk, request, applicant, found, viewer, _problem(request, refused))
    try:
        await desk.drafts.drop(applicant.actor.caller, found.kept.row.id)
    except StoreUnavailable:
        # The case is there. The draft is swept in time, and its key makes no other case.
        return _done(outcome.stream)
    return _done(outcome.stream)


def _body(found: Applying) -> bytes:
    return msgspec.json.encode(found.filled.body)


def _done(case: UUID) -> Response:
    return RedirectResponse(f"{HOME}/done/{case}", 303)


def _problem(request: Request, refused: Problem | Refusal) -> Problem:
    if isinstance(refused, Problem):
        return refused
    problem: Problem = request.app.state.problems.of(refused)
    return problem


async def _submitted_before(desk: Desk, applicant: Identity, key: str) -> UUID | None:
    """The case that was made of a draft which is gone since, because it was submitted."""
    if not key:
        return None
    try:
        logged = await desk.log.carried_out(command_id(applicant.principal, key))
    except StoreUnavailable:
        raise unavailable() from None
    return decode(logged.outcome, logged.position).stream if logged else None


async def _shown(
    desk: Desk,
    request: Request,
    applicant: Identity,
    found: Applying,
    viewer: Viewer,
    problem: Problem | None,
    *,
    moved: bool = False,
) -> Response:
    """Everything that was filled in, with what is owed for it, or why it would not be taken."""
    assert found.kept
    owed: DryRun | None = None
    if problem is None:
        try:
            owed = await weighed(desk, applicant, _body(found), viewer.language)
        except (Problem, Refusal) as refused:
            problem = _problem(request, refused)
    told: Any = problem.described(viewer.language) if problem else None
    defects: Any = problem.members.get("defects", ()) if problem else ()
    return render(
        viewer,
        "apply/check.html",
        problem.status if problem else 412 if moved else 200,
        service=found.filled.service,
        sections=checked_rows(found.filled, viewer.language),
        owed=owed,
        problem=told,
        defects=[each["text"] for each in defects],
        key=str(found.kept.row.id),
        version=found.kept.row.version,
        moved=moved,
        books=kind_of(found.filled.service) is not None,
        walk=walk_to(found.filled, None, viewer.language),
    )
