"""``/prefecture/centre``: what the head of a network office centre keeps (ADR 101, ADR 105)."""

from collections.abc import Mapping
from typing import Annotated, Final
from uuid import uuid4

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from api.actions import slug
from api.dependencies import TheDesk, read_connection
from api.desk import Desk
from api.identity import Identity
from api.pages.kit.answer import render
from api.pages.kit.forms import fields
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import TheViewer, Viewer
from api.pages.prefecture.centre.acts import NotRecorded, acted
from api.pages.prefecture.centre.standing import seen_by, standing_centre
from api.problems import Problem
from api.resource import READERS
from domain.centres.centre import CENTRE
from domain.centres.choices import (
    CentreIncidentKind,
    CentreShift,
    EquipmentCondition,
    EquipmentKind,
)
from domain.offices.tree import OFFICES, REGIONS
from domain.people import Role
from domain.titles import Title

PATH: Final = "/prefecture/centre"
_TITLES: Final[Mapping[str, Title]] = {
    slug(row.command): CENTRE.words.commands[row.command.__name__] for row in CENTRE.decisions
}
_TONES: Final = {
    EquipmentCondition.GOOD: "good",
    EquipmentCondition.OLD: "wait",
    EquipmentCondition.FAULTY: "bad",
    EquipmentCondition.WITHDRAWN: "over",
}

Reader = Annotated[Identity, Depends(PagePermission(READERS))]
Keeper = Annotated[Identity, Depends(PagePermission(frozenset({Role.CLERK, Role.SUPERVISOR})))]

router = APIRouter(route_class=PageRoute)


@router.get(PATH)
async def centre(
    desk: TheDesk, identity: Reader, viewer: TheViewer, region: str | None = None, done: str = ""
) -> Response:
    """The centre of a city, and a form for each thing that may be recorded of it."""
    return await _shown(desk, identity, viewer, _region(region, identity), {"done": done})


@router.post(PATH)
async def record(request: Request, desk: TheDesk, identity: Keeper, viewer: TheViewer) -> Response:
    """Records it, and shows the centre as it stands after it, or what is wrong."""
    sent = await fields(request)
    region = _region(sent.get("region"), identity)
    standing = await standing_centre(desk, identity, region)
    refused = await acted(request, desk, identity, standing, sent, viewer.language)
    if refused is not None:
        return await _shown(desk, identity, viewer, region, sent, refused)
    return RedirectResponse(f"{PATH}?region={region}&done={sent['act']}", 303)


async def _shown(
    desk: Desk,
    identity: Identity,
    viewer: Viewer,
    region: str,
    sent: Mapping[str, str],
    refused: NotRecorded | None = None,
) -> Response:
    language = viewer.language
    standing = await standing_centre(desk, identity, region)
    async with read_connection(desk) as reading:
        wait = (await desk.centre_waits.refresh(reading, desk.today)).by_region.get(region)
    faults = refused.faults if refused else []
    return render(
        viewer,
        "prefecture/centre/centre.html",
        refused.status if refused else 200,
        region=region,
        regions=[(code, REGIONS[code].title.text(language)) for code in seen_by(identity.actor)],
        title=REGIONS[region].title,
        office=standing.office.title,
        standing=standing,
        centre=standing.centre,
        capacity=standing.centre.capacity_on(desk.today),
        wait=wait,
        means=standing.centre.means,
        me=identity.actor.person,
        done=_TITLES.get(sent.get("done", "")),
        shifts=[(each.value, each.text(language)) for each in CentreShift],
        kinds=[(each.value, each.text(language)) for each in EquipmentKind],
        troubles=[(each.value, each.text(language)) for each in CentreIncidentKind],
        items=[
            (each.item, f"{each.item} {each.equipment.text(language)}")
            for each in standing.centre.items
            if each.condition is not EquipmentCondition.WITHDRAWN
        ],
        tones=_TONES,
        key=uuid4(),
        today=desk.today,
        sent=sent,
        errors=[(fault.field or "centre", fault.text) for fault in faults],
        faults={fault.field: fault.text for fault in faults},
    )


def _region(asked: str | None, identity: Identity) -> str:
    """The city that is asked for, or else that of the officer, or the first that he may see.

    Raises 404 for a centre that he may not see.
    """
    seen = seen_by(identity.actor)
    office = OFFICES.get(identity.actor.office or "")
    own = office.region_code if office else None
    region = asked or (own if own in seen else next(iter(seen), ""))
    if region not in seen:
        raise Problem("not-found", 404)
    return region
