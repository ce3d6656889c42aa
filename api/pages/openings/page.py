"""``/openings``: which window is open for what, in the eighteen cities, on a day."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api.day import Day
from api.dependencies import TheDesk
from api.pages.kit.answer import render
from api.pages.kit.page import NavigationLink, Page, Side
from api.pages.kit.page_route import PageRoute
from api.pages.kit.tile_name import tile_name
from api.pages.kit.viewer import TheViewer
from api.pages.openings.answers import decisions_of, halls_of, said
from api.pages.openings.sentence import sentence
from api.permissions import public
from api.views.city_tiles import tiles
from api.views.halls import doors_of
from api.views.openings import ONLINE, asked_of, groups, offices_of, prefectures
from domain.offices.tree import CONTACTS, REGIONS
from domain.titles import Title

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])

PAGE: Final = Page(
    router=router,
    link=NavigationLink("/openings", Title("窗口开放", "Open windows"), Side.BOTH),
    card="openings/card.html",
)


@router.get("/openings")
async def what_is_open(
    desk: TheDesk,
    viewer: TheViewer,
    region: str | None = None,
    service: str | None = None,
    on: Annotated[Day | None, Query()] = None,
) -> Response:
    """Shows the grid, and of one city what is open. ``service`` may also be a group."""
    day = on or desk.today
    region = region if region in REGIONS else None
    asked = asked_of(service, desk.catalogue) if service else None
    states = await prefectures(desk, REGIONS)
    every = groups(desk.catalogue)
    offices = offices_of(region, None)
    halls = await doors_of(desk, {each.id for each in offices} if region else (), day)
    answers = said(offices, [asked] if asked else every, states, day, desk.catalogue, halls)
    return render(
        viewer,
        "openings/openings.html",
        today=desk.today,
        on=day,
        region=region,
        service=service if asked else None,
        asked=asked,
        regions=dict(sorted(REGIONS.items())),
        groups=every,
        services={
            code: each.title
            for code, each in desk.catalogue.items()
            if code not in {group.business.code for group in every}
        },
        tiles=tiles(states, day, asked),
        short=tile_name,
        office=CONTACTS[region] if region else None,
        sentence=sentence(region, states[region], day) if region else None,
        answers=answers,
        halls=halls_of(answers),
        decisions=decisions_of(answers),
        online=ONLINE,
    )
