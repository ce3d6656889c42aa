"""``/handover``: an office hands its parcels to the carrier."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.dependencies import TheDesk
from api.desk import Desk
from api.identity import Identity
from api.pages.handover import irregular_page, words
from api.pages.handover.labels import MOST, labels_of
from api.pages.handover.officer import Officer
from api.pages.handover.parcels import number_given, parcels_of
from api.pages.handover.scan import Scanned, scanned
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.page import NavigationLink, Page, Side
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import office_text
from api.pages.kit.viewer import TheViewer, Viewer
from api.problems import Problem
from domain.refusal import Refusal
from domain.titles import Title

PATH: Final = "/handover"
_BOX: Final = "parcel-"
_REMEMBERED: Final = 100

router = APIRouter(route_class=PageRoute)
router.include_router(irregular_page.router)

PAGE: Final = Page(
    router=router,
    form_paths=frozenset({PATH, irregular_page.PATH}),
    link=NavigationLink(PATH, Title("邮件交接", "Handover"), Side.OFFICE),
    card="handover/card.html",
)


@router.get(PATH)
async def overview(desk: TheDesk, identity: Officer, viewer: TheViewer) -> Response:
    """What waits for the carrier, and what he was given today."""
    return await _shown(desk, identity, viewer, {})


@router.post(PATH)
async def act(request: Request, desk: TheDesk, identity: Officer, viewer: TheViewer) -> Response:
    """Takes what was scanned, or prints labels."""
    sent = await fields(request)
    match sent.get("act"):
        case "scan":
            return await _scan(request, desk, identity, viewer, sent)
        case "labels":
            return await _labels(desk, identity, viewer, sent)
        case _:
            raise Problem("bad-request", 400)


@router.get(f"{PATH}/manifest")
async def manifest(desk: TheDesk, identity: Officer, viewer: TheViewer) -> Response:
    """The list 交接清单 of what the carrier was given today, for both to sign."""
    found = await parcels_of(desk, identity, viewer.language)
    return render(
        viewer,
        "handover/manifest.html",
        handed=found.handed,
        waiting=len(found.waiting),
        office=office_text(identity.actor.office or "", viewer.language),
        person=identity.actor.person,
        now=desk.clock(),
        today=desk.today,
    )


async def _scan(
    request: Request, desk: Desk, identity: Identity, viewer: Viewer, sent: Mapping[str, str]
) -> Response:
    try:
        result = await scanned(desk, identity, sent)
    except (Problem, Refusal) as refused:
        problem: Problem = (
            refused if isinstance(refused, Problem) else request.app.state.problems.of(refused)
        )
        return await _shown(desk, identity, viewer, sent, problem=problem)
    return await _shown(desk, identity, viewer, sent, result)


async def _labels(
    desk: Desk, identity: Identity, viewer: Viewer, sent: Mapping[str, str]
) -> Response:
    chosen = [name.removeprefix(_BOX) for name in sent if name.startswith(_BOX)]
    if not chosen:
        wrong = Scanned(wrong=words.NONE_CHOSEN)
        return await _shown(desk, identity, viewer, {}, wrong)
    cases = _cases(chosen[:MOST])
    made = await labels_of(desk, identity, cases, viewer.language)
    return render(
        viewer,
        "handover/labels.html",
        printed=made.printed,
        left_out=made.left_out,
        more=max(0, len(chosen) - MOST),
        most=MOST,
    )


def _cases(texts: list[str]) -> list[UUID]:
    """Raises 400 for what names no case."""
    try:
        return [UUID(each) for each in texts]
    except ValueError:
        raise Problem("bad-request", 400) from None


async def _shown(
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    sent: Mapping[str, str],
    result: Scanned | None = None,
    problem: Problem | None = None,
) -> Response:
    """``sent`` names in ``done`` what was handed over from this page, the latest first."""
    done = _cases([each for each in sent.get("done", "").split(",") if each])[:_REMEMBERED]
    if result and result.handed:
        done = [result.handed, *(each for each in done if each != result.handed)]
    found = await parcels_of(desk, identity, viewer.language, also=done)
    chosen = result.chosen if result else None
    number = await number_given(desk, identity, chosen) if chosen else ""
    kept = sent.get("case", "") if problem or (result and result.wrong) else ""
    named = next((each for each in found.waiting if str(each.case) == kept), None)
    status = problem.status if problem else 422 if result and result.wrong else 200
    return render(
        viewer,
        "handover/handover.html",
        status,
        waiting=found.waiting,
        handed=list(reversed(found.handed)),
        done=",".join(map(str, done)),
        chosen=chosen.stream if chosen else named.case if named else None,
        called=chosen.state.reference if chosen else named.reference if named else "",
        given_no=number,
        item_no=result.item_no if result else "",
        wrong=result.wrong.text(viewer.language) if result and result.wrong else None,
        problem=problem.described(viewer.language) if problem else None,
        office=office_text(identity.actor.office or "", viewer.language),
        most=MOST,
    )
