"""One's own application: what is to be done, where it stands, and its receipt."""

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import urlencode
from uuid import UUID, uuid4

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from api.command_request import command_id
from api.dependencies import TheDesk
from api.desk import Desk
from api.identity import Identity
from api.multipart import read_parts
from api.pages.kit.answer import render
from api.pages.kit.formats import capital
from api.pages.kit.forms import check_origin, fields, version_seen
from api.pages.kit.places import counties
from api.pages.kit.qr_code import qr_code
from api.pages.kit.turn import turn_of
from api.pages.kit.viewer import TheViewer, Viewer
from api.pages.mine.acts import CORRECT, GREEN, PICK_UP, RECIPIENT, TITLES, give
from api.pages.mine.applicant import HOME, OwnRoute, TheApplicant
from api.pages.mine.choices import errors_of, label_of, pickup_offices
from api.pages.mine.own_sheet import own_sheet
from api.pages.mine.papers import (
    TOO_MANY,
    asked_for_correction,
    asked_for_proof,
    names_of,
    waiting_papers,
    with_paper,
)
from api.papers import taken_in
from api.problems import Problem
from api.views.spent_days import stretches
from domain.case.grounds import GreenKind
from domain.case.intake.askable import ADDRESS
from domain.offices.tree import CONTACTS, OFFICES
from domain.refusal import Refusal
from domain.services.blocks.documents.fields import MOST
from domain.titles import Title
from domain.uploads.media_type import MediaType

UPLOAD = f"{HOME}/upload"
_PATH = f"{HOME}/{{case}}"
_NO_FILE = Title("请选择要上传的文件。", "Choose the file that you want to upload.")

router = APIRouter(route_class=OwnRoute)


@router.post(UPLOAD)
async def upload(
    request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    """Takes one file for one kind of paper, as ``PUT /api/v1/documents`` does."""
    check_origin(request)
    parts = read_parts(request.headers.get("content-type", "").encode(), await request.body())
    sent = {
        name: part.content.decode("utf-8", "replace")
        for name, part in parts.items()
        if not part.is_file
    }
    try:
        case = UUID(sent.get("case", ""))
    except ValueError:
        raise Problem("not-found", 404) from None
    sheet = await own_sheet(desk, applicant, case, viewer.language)
    act, papers = sent.get("act", ""), waiting_papers(sent.get("papers", ""))
    wanted = {
        CORRECT: asked_for_correction(sheet.opened.state, papers),
        GREEN: asked_for_proof(papers),
    }
    kind = next((each.kind for each in wanted.get(act, ()) if each.kind == sent.get("kind")), None)
    if kind is None or act not in sheet.possible:
        raise Problem("not-found", 404)
    content = parts["file"].content if "file" in parts else b""
    if not content:
        wrong = {kind.value: _NO_FILE.text(viewer.language)}
        return await _shown(desk, applicant, viewer, case, sent, errors=wrong)
    try:
        about = await taken_in(desk, applicant, content)
    except Refusal as refusal:
        told = request.app.state.problems.of(refusal).described(viewer.language)
        return await _shown(desk, applicant, viewer, case, sent, errors={kind.value: told.detail})
    together = with_paper(papers, kind, about)
    if len(together) > MOST:
        wrong = {kind.value: TOO_MANY.text(viewer.language)}
        return await _shown(desk, applicant, viewer, case, sent, errors=wrong)
    query = urlencode({"act": act, "papers": names_of(together)})
    return RedirectResponse(f"{HOME}/{case}?{query}#{act}", 303)


@router.get(_PATH)
async def one(
    case: UUID,
    desk: TheDesk,
    applicant: TheApplicant,
    viewer: TheViewer,
    act: Annotated[str, Query(max_length=40)] = "",
    papers: Annotated[str, Query(max_length=4_000)] = "",
    done: Annotated[str, Query(max_length=64)] = "",
) -> Response:
    """``papers`` wait to be sent with ``act``; ``done`` is the key of what he has just done."""
    sent = {"act": act, "papers": papers}
    return await _shown(desk, applicant, viewer, case, sent, key_done=done)


@router.post(_PATH)
async def do(
    case: UUID, request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    """Does what was confirmed, or tells beside the form why it cannot be done."""
    sent = await fields(request)
    try:
        await give(desk, applicant, case, sent, viewer.language)
    except (Problem, Refusal) as why:
        problem = why if isinstance(why, Problem) else request.app.state.problems.of(why)
        if problem.status in {400, 404}:
            raise
        return await _shown(desk, applicant, viewer, case, sent, why=problem)
    return RedirectResponse(f"{HOME}/{case}?done={sent['key']}", 303)


@router.get(f"{_PATH}/receipt")
async def receipt(
    case: UUID, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    """The receipt to print: of the acceptance, or until then of the submission (ALL art. 32)."""
    sheet = await own_sheet(desk, applicant, case, viewer.language)
    return render(
        viewer,
        "kit/receipt.html",
        crumbs=[
            (HOME, viewer.say("我的业务", "My applications")),
            (f"{HOME}/{case}", sheet.told["service_title"]),
        ],
        told=sheet.told,
        spent=stretches(sheet.told["spent"]) if sheet.told["spent"] else [],
        people=sheet.people,
        accepted_on=sheet.opened.state.accepted_on,
        contact=CONTACTS[sheet.opened.state.office],
        qr=qr_code(sheet.told["reference"]),
        today=desk.today,
    )


async def _shown(
    desk: Desk,
    applicant: Identity,
    viewer: Viewer,
    case: UUID,
    sent: Mapping[str, str],
    *,
    key_done: str = "",
    why: Problem | None = None,
    errors: Mapping[str, str] | None = None,
) -> Response:
    """The application as it stands, with what was sent and is wrong, and what happened meanwhile.

    The key is drawn for every page that is shown, so each of its forms is carried out once.
    """
    language = viewer.language
    sheet = await own_sheet(desk, applicant, case, language)
    papers = waiting_papers(sent.get("papers", ""))
    done = command_id(applicant.principal, key_done)
    wrong = errors or errors_of(why, papers, language)
    state = sheet.opened.state
    office = OFFICES[state.office].title
    return render(
        viewer,
        "mine/case.html",
        why.status if why else 422 if wrong else 200,
        case=case,
        sheet=sheet,
        told={**sheet.told, "timeline": sheet.way},
        people=sheet.people,
        contact=CONTACTS[state.office],
        turn=turn_of(state.stage, office, state.holds, his=sheet.told["duty"] is not None),
        holds=[each.text(language) for each in sorted(state.holds)],
        key=uuid4(),
        sent=sent,
        said=sheet.carried_out(done, language),
        why=why.described(language) if why else None,
        errors=wrong,
        meanwhile=sheet.since(version_seen(sent), language) if why else [],
        acts=[
            (name, title.text(language)) for name, title in TITLES.items() if name in sheet.possible
        ],
        papers=names_of(papers),
        wanted={CORRECT: asked_for_correction(state, papers), GREEN: asked_for_proof(papers)},
        asks_address=ADDRESS in state.correction_places,
        pdf=MediaType.PDF,
        offices=await pickup_offices(desk, state, language) if PICK_UP in sheet.possible else [],
        counties=list(counties(language)),
        labels={name: label_of(name, language) for name in (*RECIPIENT, "pickup_office_id")},
        grounds=[(each.value, capital(each.text(language))) for each in GreenKind],
    )
