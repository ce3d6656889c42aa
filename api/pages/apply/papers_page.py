"""The page on which documents are handed in: each is uploaded, shown, and may be taken back."""

from collections.abc import Mapping

from fastapi import APIRouter, Request
from msgspec.structs import replace
from starlette.responses import RedirectResponse, Response

from api.dependencies import TheDesk, unavailable
from api.desk import Desk
from api.identity import Identity
from api.multipart import read_parts
from api.pages.apply.applicant import HOME, TheApplicant
from api.pages.apply.application import applying, changed
from api.pages.apply.beginning import ApplicantRoute
from api.pages.apply.walk import address, changing, elsewhere, onward, walk_to
from api.pages.kit.answer import render
from api.pages.kit.forms import check_origin, fields
from api.pages.kit.questionnaire import words
from api.pages.kit.questionnaire.fields import errors_of
from api.pages.kit.questionnaire.filled import Filled
from api.pages.kit.questionnaire.steps import DOCUMENTS
from api.pages.kit.viewer import TheViewer, Viewer
from api.papers import defects_of_papers, taken_in
from api.problems import Problem
from domain.drafts.draft import Draft, DraftPaper
from domain.event_store.pending import StoreUnavailable
from domain.refusal import Refusal
from domain.services.blocks.documents.fields import REPEATABLE
from domain.services.choices import DocumentKind
from domain.submission.papers import Named
from domain.uploads.custody import Gone
from domain.uploads.media_type import MediaType
from domain.uploads.upload import EVERYBODY

UPLOAD = f"{HOME}/upload"
_PATH = f"{HOME}/{{service}}/{DOCUMENTS}"
_MISSING = "document_missing_"

router = APIRouter(route_class=ApplicantRoute)


@router.get(f"{HOME}/files/{{sha256}}")
async def preview(sha256: str, desk: TheDesk, applicant: TheApplicant) -> Response:
    """Shows an upload to whoever has uploaded it."""
    try:
        name = bytes.fromhex(sha256)
        about = (await desk.uploads.about({name})).get(name)
        if about is None or about.owner not in (applicant.actor.caller, EVERYBODY):
            raise Problem("not-found", 404)
        content = await desk.custody.content(name)
    except (ValueError, Gone):
        raise Problem("not-found", 404) from None
    except StoreUnavailable:
        raise unavailable() from None
    headers = {"cache-control": "no-store", "content-disposition": "attachment"}
    return Response(content, media_type=about.media_type, headers=headers)


@router.get(_PATH)
async def ask(
    service: str, request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    filled, _ = await applying(desk, applicant, service)
    return await _shown(desk, request, applicant, filled, viewer)


@router.post(UPLOAD)
async def upload(
    request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    """Takes one file for one kind of document, as ``PUT /api/v1/documents`` does."""
    check_origin(request)
    parts = read_parts(request.headers.get("content-type", "").encode(), await request.body())
    text = {name: part.content.decode("utf-8", "replace") for name, part in parts.items()}
    filled, _ = await applying(desk, applicant, text.get("service", ""))
    kind = next((each for each in filled.papers_wanted if each == text.get("kind")), None)
    if kind is None:
        return elsewhere(filled)
    sent = parts["file"].content if "file" in parts else b""
    if not sent:
        error = words.NO_FILE.text(viewer.language)
        return await _shown(desk, request, applicant, filled, viewer, {kind: error})
    try:
        paper = await _taken(desk, applicant, kind, sent)
    except Refusal as refusal:
        told = request.app.state.problems.of(refusal).described(viewer.language)
        return await _shown(desk, request, applicant, filled, viewer, {kind: told.detail})
    service = filled.service.code
    filled, _ = await changed(desk, applicant, service, lambda draft: _with(draft, paper))
    step = filled.step(DOCUMENTS)
    change = "?change=1" if changing(request) else ""
    return RedirectResponse(f"{address(filled, step)}{change}#{kind}", 303)


@router.post(_PATH)
async def go_on(
    service: str, request: Request, desk: TheDesk, applicant: TheApplicant, viewer: TheViewer
) -> Response:
    """Takes a document back, or goes on where none is missing."""
    sent = await fields(request)
    if away := sent.get("remove"):
        filled, _ = await changed(desk, applicant, service, lambda draft: _without(draft, away))
        return await _shown(desk, request, applicant, filled, viewer)
    filled, _ = await applying(desk, applicant, service)
    step = filled.step(DOCUMENTS)
    if step is None:
        return elsewhere(filled)
    errors = await _errors(desk, applicant, filled, viewer)
    if errors:
        return await _shown(desk, request, applicant, filled, viewer, errors)
    return onward(request, filled, step)


async def _taken(desk: Desk, applicant: Identity, kind: DocumentKind, sent: bytes) -> DraftPaper:
    about = await taken_in(desk, applicant, sent)
    return DraftPaper(kind, about.sha256.hex(), about.media_type, about.size)


def _with(draft: Draft, paper: DraftPaper) -> Draft:
    """Of most kinds there is one, so another takes its place."""
    kept = [
        each
        for each in draft.papers
        if each.kind != paper.kind or (each.kind in REPEATABLE and each.sha256 != paper.sha256)
    ]
    return replace(draft, papers=(*kept, paper))


def _without(draft: Draft, named: str) -> Draft:
    """``named`` is its kind and its name."""
    kept = (each for each in draft.papers if f"{each.kind} {each.sha256}" != named)
    return replace(draft, papers=tuple(kept))


async def _errors(
    desk: Desk, applicant: Identity, filled: Filled, viewer: Viewer
) -> dict[DocumentKind, str]:
    """What is wrong with each kind: it is missing, or the file cannot be handed in."""
    papers = filled.body["documents"]
    named = [
        Named(f"/documents/{place}", bytes.fromhex(each["sha256"]), each["media_type"])
        for place, each in enumerate(papers)
    ]
    step = filled.step(DOCUMENTS)
    found = [
        *(filled.wrong(step) if step else ()),
        *await defects_of_papers(desk, applicant, named),
    ]
    kinds = [DocumentKind(each["kind"]) for each in papers]
    most = max(kinds, key=kinds.count, default=filled.papers_wanted[0])
    errors: dict[DocumentKind, str] = {}
    for defect in found:
        if defect.rule.startswith(_MISSING):
            kind = DocumentKind(defect.rule.removeprefix(_MISSING))
            errors.setdefault(kind, words.TO_UPLOAD.text(viewer.language))
        else:
            kind = kinds[int(place)] if (place := _place(defect.pointer)) else most
            errors.setdefault(kind, next(iter(errors_of([defect], viewer.language).values())))
    return errors


def _place(pointer: str) -> str:
    """Which of the documents it is. It is empty for all of them together, when they are many."""
    return pointer.removeprefix(f"/{DOCUMENTS}").lstrip("/").partition("/")[0]


async def _shown(
    desk: Desk,
    request: Request,
    applicant: Identity,
    filled: Filled,
    viewer: Viewer,
    errors: Mapping[DocumentKind, str] | None = None,
) -> Response:
    step = filled.step(DOCUMENTS)
    if step is None:
        return elsewhere(filled)
    told = errors or {}
    return render(
        viewer,
        "apply/papers.html",
        422 if told else 200,
        service=filled.service,
        wanted=[(kind, filled.papers(kind), told.get(kind)) for kind in filled.papers_wanted],
        repeatable=REPEATABLE,
        pdf=MediaType.PDF,
        errors=[
            (
                kind.value,
                words.told_of(words.label(kind.words, viewer.language), text, viewer.language),
            )
            for kind in filled.papers_wanted
            if (text := told.get(kind))
        ],
        walk=walk_to(filled, step, viewer.language),
        change=changing(request),
    )
