"""``/prefecture``: what a city has decided about its windows, and the next decision (ADR 56)."""

from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from api.dependencies import TheDesk, read_connection
from api.identity import Identity
from api.pages.kit.forms import fields
from api.pages.kit.officer import PagePermission
from api.pages.kit.page import NavigationLink, Page, Side
from api.pages.kit.page_route import PageRoute
from api.pages.kit.viewer import TheViewer
from api.pages.prefecture.centre import page as centre
from api.pages.prefecture.city import city_of
from api.pages.prefecture.form import asked
from api.pages.prefecture.improvements import page as improvements
from api.pages.prefecture.overview import overview
from api.pages.prefecture.preview import previewed
from api.pages.prefecture.taken import taken
from api.problems import Problem
from api.resource import READERS
from domain.offices.tree import OFFICES, REGIONS, ZHENGZHOU
from domain.people import Role
from domain.titles import Title
from projections.improvements.queries import ImprovementsStand, improvements_by_region

PATH: Final = "/prefecture"

Reader = Annotated[Identity, Depends(PagePermission(READERS))]

Decider = Annotated[Identity, Depends(PagePermission(frozenset({Role.SUPERVISOR, Role.HQ})))]

router = APIRouter(route_class=PageRoute)
router.include_router(improvements.router)
router.include_router(centre.router)

PAGE: Final = Page(
    router=router,
    form_paths=frozenset({PATH, improvements.PATH, centre.PATH}),
    form_folder=f"{improvements.PATH}/",
    link=NavigationLink(PATH, Title("恢复决定", "Decisions"), Side.OFFICE),
    card="prefecture/card.html",
)


@router.get(PATH)
async def console(
    desk: TheDesk,
    identity: Reader,
    viewer: TheViewer,
    region: str | None = None,
    decide: str | None = None,
    done: int | None = None,
    county: str | None = None,
) -> Response:
    """Shows the city, or the form of one decision. ``done`` is the version that one made, and
    ``county`` the county office of which only is shown how it stands.
    """
    city = await city_of(desk, identity, _region(region, identity))
    if decide is not None:
        if decide not in city.decisions:
            raise Problem("not-found", 404)
        return asked(viewer, city, {"decide": decide})
    async with read_connection(desk) as reading:
        improvements = (await improvements_by_region(reading)).get(city.region)
    return overview(viewer, city, done, county, improvements or ImprovementsStand())


@router.post(PATH)
async def decide(request: Request, desk: TheDesk, identity: Decider, viewer: TheViewer) -> Response:
    """Shows what a decision would do, takes it once that was confirmed, or goes back to it."""
    sent = await fields(request)
    city = await city_of(desk, identity, _region(sent.get("region"), identity))
    match sent.get("act"):
        case "preview":
            return await previewed(request, desk, viewer, city, sent)
        case "edit":
            return asked(viewer, city, sent)
        case "decide":
            return await taken(request, desk, viewer, city, sent)
        case _:
            raise Problem("bad-request", 400)


def _region(asked: str | None, identity: Identity) -> str:
    """The city that is asked for, or else that of the officer, or the first of the province."""
    if asked is not None:
        if asked not in REGIONS:
            raise Problem("not-found", 404)
        return asked
    office = OFFICES.get(identity.actor.office or "")
    return office.region_code if office and office.region_code in REGIONS else ZHENGZHOU
