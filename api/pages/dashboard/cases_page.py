"""``/dashboard/cases``: the cases behind a figure, for who leads the offices that have them."""

from collections.abc import Container
from typing import Annotated, Final

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.dependencies import Reading, TheDesk
from api.identity import Identity
from api.pages.dashboard.case_lines import case_line
from api.pages.dashboard.concerns import ALL, BY_CODE, HELD, RETURNED, due_on
from api.pages.dashboard.present_charts import age_text
from api.pages.dashboard.sight import CASES, EVERYWHERE, LEADERS, offices_at, sight_of
from api.pages.kit.answer import render
from api.pages.kit.officer import PagePermission
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import office_text, place_text
from api.pages.kit.viewer import TheViewer, Viewer
from api.problems import Problem
from api.queues import cursor_of, place_of
from api.security.events import STREAMS_LISTED
from api.security.log import noted
from domain.case.case import CASE
from domain.case.stage import OPEN, Stage
from domain.offices.tree import OFFICES, REGIONS
from domain.services.catalogue import EVERY_SERVICE
from domain.titles import Title
from projections.caseload.listed import ChosenCases, how_many, listed
from projections.caseload.queries import QueuePlace
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.throughput.ages import AGES, submitted_at_age

_PAGE: Final = 50
router = APIRouter(route_class=PageRoute)

Leader = Annotated[Identity, Depends(PagePermission(LEADERS))]


@router.get(CASES)
async def cases(
    desk: TheDesk,
    identity: Leader,
    reading: Reading,
    viewer: TheViewer,
    what: str = ALL,
    region: str | None = None,
    office: str | None = None,
    service: str | None = None,
    stage: str | None = None,
    age: str | None = None,
    cursor: str | None = None,
) -> Response:
    """Lists what ``what`` counts, the longest due first.

    A place that is not among his leaves nothing of it. ``stage`` and ``age`` choose a part.
    """
    known: tuple[tuple[str | None, Container[str]], ...] = (
        (what, BY_CODE),
        (region, REGIONS),
        (office, OFFICES),
        (service, EVERY_SERVICE),
        (stage, OPEN),
        (age, AGES),
    )
    if any(each is not None and each not in among for each, among in known):
        raise Problem("not-found", 404)
    sight = sight_of(identity)
    due = due_on(desk.today)
    chosen = ChosenCases(
        offices=sorted(offices_at(region, office) & sight.offices),
        service=service,
        stage=Stage.RETURNED if what == RETURNED else stage,
        due=due.get(what),
        submitted=submitted_at_age(desk.today)[age] if age else None,
        held=True if what == HELD else None,
    )
    async with snapshot(reading):
        found = await listed(reading, chosen, place_of(cursor) if cursor else None, _PAGE + 1)
        count = await how_many(reading, chosen)
        stands = await standing(reading, "caseload")
    noted(STREAMS_LISTED, kind=CASE.kind, lines=min(len(found), _PAGE))
    page, more = found[:_PAGE], found[_PAGE:]
    following = None
    if more:
        following = cursor_of(QueuePlace(False, page[-1].due_on, page[-1].case_id))
    parts = [
        EVERY_SERVICE[service].title.text(viewer.language) if service else None,
        CASE.words.stages[stage].text(viewer.language) if stage else None,
        age_text(age, viewer.language) if age else None,
    ]
    return render(
        viewer,
        "dashboard/cases.html",
        stands=stands,
        concern=BY_CODE[what],
        place=_place(region, office, sight.own, viewer),
        crumbs=_crumbs(viewer, region, office),
        parts=[part for part in parts if part],
        lines=[case_line(each, desk.today, viewer.language) for each in page],
        count=count,
        following=viewer.here(cursor=following) if following else None,
        first=viewer.here(cursor=None) if cursor else None,
    )


def _place(region: str | None, office: str | None, own: str | None, viewer: Viewer) -> str:
    if office:
        return office_text(office, viewer.language)
    city = region or own
    return place_text(city, viewer.language) if city else viewer.say("全省", "Henan")


def _crumbs(viewer: Viewer, region: str | None, office: str | None) -> list[tuple[str, str]]:
    """The dashboard of every level above the list."""
    dashboard = Title("办理情况", "Dashboard").text(viewer.language)
    found = [(f"/dashboard?region={EVERYWHERE}", dashboard)]
    if office:
        region = OFFICES[office].region_code
    if region and region in REGIONS:
        found.append((f"/dashboard?region={region}", place_text(region, viewer.language)))
    if office:
        name = office_text(office, viewer.language)
        found.append((f"/dashboard/offices/{office}", name))
    return found
