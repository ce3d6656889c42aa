"""``/prefecture/improvements``: what a city found wanting, and what it does about it (ADR 92)."""

from typing import Annotated, Any, Final
from uuid import UUID, uuid4

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.dependencies import TheDesk, read_connection
from api.desk import Desk
from api.identity import Identity
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import office_text
from api.pages.kit.viewer import TheViewer, Viewer
from api.pages.prefecture.improvements.kept import NotKept, Sent, entered, kept
from api.problems import Problem
from api.resource import READERS
from domain.improvements.area import ImprovementArea
from domain.improvements.decisions import may_keep
from domain.improvements.improvement import IMPROVEMENT
from domain.improvements.state import Improvement, ImprovementStage
from domain.offices.tree import OFFICES, REGIONS, ZHENGZHOU
from domain.people import Role
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.improvements.queries import ImprovementsStand, improvements_by_region
from projections.improvements.queries import improvements_of as listed_of

PATH: Final = "/prefecture/improvements"
_ONE: Final = f"{PATH}/{{improvement}}"

Reader = Annotated[Identity, Depends(PagePermission(READERS))]
Keeper = Annotated[Identity, Depends(PagePermission(frozenset({Role.SUPERVISOR, Role.HQ})))]

router = APIRouter(route_class=PageRoute)


@router.get(PATH)
async def register(
    desk: TheDesk, identity: Reader, viewer: TheViewer, region: str | None = None, done: str = ""
) -> Response:
    """The register of a city, and the form for whoever keeps it."""
    return await _list(desk, identity, viewer, _region(region, identity), {"done": done})


@router.post(PATH)
async def enter(request: Request, desk: TheDesk, identity: Keeper, viewer: TheViewer) -> Response:
    """Enters a problem."""
    sent = await fields(request)
    region = _region(sent.get("region"), identity)
    refused = await entered(request, desk, identity, region, sent, viewer.language)
    if refused is not None:
        return await _list(desk, identity, viewer, region, sent, refused)
    return RedirectResponse(f"{PATH}?region={region}&done=enter", 303)


@router.get(_ONE)
async def shown(
    improvement: UUID, desk: TheDesk, identity: Reader, viewer: TheViewer, done: str = ""
) -> Response:
    """One problem with all that was done about it."""
    return await _one(desk, identity, viewer, improvement, {"done": done})


@router.post(_ONE)
async def act(
    request: Request, improvement: UUID, desk: TheDesk, identity: Keeper, viewer: TheViewer
) -> Response:
    """Moves the day due or closes it."""
    sent = await fields(request)
    refused = await kept(request, desk, identity, improvement, sent, viewer.language)
    if refused is not None:
        return await _one(desk, identity, viewer, improvement, sent, refused)
    return RedirectResponse(f"{_ONE.format(improvement=improvement)}?done={sent['act']}", 303)


async def _list(
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    region: str,
    sent: Sent,
    refused: NotKept | None = None,
) -> Response:
    async with read_connection(desk) as reading, snapshot(reading):
        found = await listed_of(reading, region)
        counted = (await improvements_by_region(reading)).get(region, ImprovementsStand())
        stands = await standing(reading, "improvements")
    language, actor = viewer.language, identity.actor
    return render(
        viewer,
        "prefecture/improvements/list.html",
        refused.status if refused else 200,
        region=region,
        regions=REGIONS,
        title=REGIONS[region].title,
        still=[each for each in found if each.stage != ImprovementStage.CLOSED],
        over=[each for each in found if each.stage == ImprovementStage.CLOSED],
        total=counted,
        area_of=ImprovementArea,
        stage_of=ImprovementStage,
        stands=stands,
        keeps=may_keep(region, actor.role, actor.office),
        areas=[(each.value, each.text(language)) for each in ImprovementArea],
        offices=[
            (code, office_text(code, language))
            for code, each in OFFICES.items()
            if each.region_code == region
        ],
        place=lambda code: office_text(code, language),
        key=sent.get("key") or str(uuid4()),
        today=desk.today,
        **_told(sent, refused),
    )


async def _one(
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    improvement: UUID,
    sent: Sent,
    refused: NotKept | None = None,
) -> Response:
    told = await desk.door.history(improvement, identity.actor)
    if told.of is not IMPROVEMENT:
        raise Problem("not-found", 404)
    current: Improvement = told.opened.state
    actor = identity.actor
    return render(
        viewer,
        "prefecture/improvements/one.html",
        refused.status if refused else 200,
        improvement=improvement,
        version=told.opened.version,
        current=current,
        title=REGIONS[current.region].title,
        place=lambda code: office_text(code, viewer.language),
        happened=[
            (each, IMPROVEMENT.words.events[type(each.event).__name__]) for each in told.events
        ],
        keeps=may_keep(current.region, actor.role, actor.office)
        and current.stage is not ImprovementStage.CLOSED,
        today=desk.today,
        **_told(sent, refused),
    )


def _told(sent: Sent, refused: NotKept | None) -> dict[str, Any]:
    """What was filled in, and what is wrong with it."""
    faults = refused.faults if refused else []
    return {
        "sent": sent,
        "errors": [(fault.field or "improvement", fault.text) for fault in faults],
        "faults": {fault.field: fault.text for fault in faults},
    }


def _region(asked: str | None, identity: Identity) -> str:
    """The city that is asked for, or else that of the officer, or the first of the province."""
    if asked is not None:
        if asked not in REGIONS:
            raise Problem("not-found", 404)
        return asked
    office = OFFICES.get(identity.actor.office or "")
    return office.region_code if office and office.region_code in REGIONS else ZHENGZHOU
