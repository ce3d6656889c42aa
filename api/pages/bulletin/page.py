"""``/bulletin``: what was done on a day, on one sheet of paper that never changes (ADR 71)."""

from datetime import date, timedelta
from typing import Final

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.dependencies import Reading, TheDesk
from api.desk import Desk
from api.pages.bulletin import week_page
from api.pages.bulletin.asked import asked_day, asked_month, asked_region, beginning, month_after
from api.pages.bulletin.duties import DutyFigures
from api.pages.bulletin.figures import TITLES
from api.pages.bulletin.sheet import largest, sheet
from api.pages.kit.answer import render
from api.pages.kit.figures_by_city import CityFigures, figure_cells
from api.pages.kit.page import Page
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import place_text
from api.pages.kit.viewer import TheViewer, Viewer
from api.permissions import public
from domain.case.grounds import GreenKind
from domain.case.stage import Stage
from domain.clocks.clock import Clock
from domain.event_store.transaction import Connection
from domain.offices.tree import REGIONS
from domain.services.catalogue import REFUSALS
from projections.engine.snapshot import snapshot
from projections.throughput.by_day import by_day
from projections.throughput.measures import ACCEPTED
from projections.throughput.plain import SUBMITTED
from projections.throughput.spans import DayRange

MOST_SERVICES: Final = 14
MOST_DECISIONS: Final = 5
MOST_PLACES: Final = 18
MOST_RELIEFS: Final = 4
MOST_GROUNDS: Final = 5
"""So much fits on one sheet of A4, in either language. What more there is, is counted."""

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])

router.include_router(week_page.router)

PAGE: Final = Page(router=router)


@router.get("/bulletin")
async def bulletins(
    desk: TheDesk,
    reading: Reading,
    viewer: TheViewer,
    month: str | None = None,
    region: str | None = None,
) -> Response:
    """Shows the bulletins of a month, the last one first: those of the province or of a city."""
    chosen = asked_region(region) if region else None
    async with snapshot(reading):
        first = await beginning(reading, desk)
        begin, end = asked_month(month, first, desk.today)
        lines = await by_day(
            reading, DayRange(begin, end), (SUBMITTED, ACCEPTED, Stage.COMPLETED), region=chosen
        )
    return render(
        viewer,
        "bulletin/list.html",
        first=first,
        today=desk.today,
        month=begin,
        earlier=begin - timedelta(days=1) if begin > first else None,
        later=month_after(begin) if month_after(begin) <= desk.today else None,
        listed=[
            (
                day,
                (day - first).days + 1,
                line.counts[SUBMITTED],
                line.counts[ACCEPTED],
                line.counts[Stage.COMPLETED],
                line.in_hand,
            )
            for day, line in sorted(lines.items(), reverse=True)
        ],
        region=chosen,
        cities={code: place_text(code, viewer.language) for code in sorted(REGIONS)},
    )


@router.get("/bulletin/{day}")
async def of_the_province(desk: TheDesk, reading: Reading, viewer: TheViewer, day: str) -> Response:
    """Shows the bulletin of the province."""
    return await _shown(desk, reading, viewer, day, None)


@router.get("/bulletin/{day}/{region}")
async def of_a_prefecture(
    desk: TheDesk, reading: Reading, viewer: TheViewer, day: str, region: str
) -> Response:
    """Shows the bulletin of one prefecture."""
    return await _shown(desk, reading, viewer, day, asked_region(region))


async def _shown(
    desk: Desk, reading: Connection, viewer: Viewer, text: str, region: str | None
) -> Response:
    first = await beginning(reading, desk)
    day: date = asked_day(text, first, desk.today)
    told = await sheet(reading, desk, day, first, region)
    services, more_services = largest(told.figures.services, MOST_SERVICES)
    grounds = sorted(told.figures.day.grounds.items(), key=lambda each: (-each[1], each[0]))
    return render(
        viewer,
        "bulletin/bulletin.html",
        told=told,
        figures=told.figures,
        titles=TITLES,
        halves=(list(TITLES)[:6], list(TITLES)[6:]),
        cities=[
            (code, place_text(code, viewer.language), told.figures.cities.get(code))
            for code in sorted(REGIONS)
        ],
        services=[(_service(desk, code, viewer), counts) for code, counts in services],
        more_services=more_services,
        green=[(GreenKind(kind).words, n) for kind, n in told.figures.day.green.items()],
        grounds=[(REFUSALS[code], n) for code, n in grounds[:MOST_GROUNDS]],
        taken=told.decisions.taken[:MOST_DECISIONS],
        more_taken=len(told.decisions.taken[MOST_DECISIONS:]),
        most_places=MOST_PLACES,
        duties=[
            (each.title, list(zip(each.definitions.values(), _texts(each, viewer), strict=True)))
            for each in told.duties
        ],
        reliefs=told.reliefs[-MOST_RELIEFS:],
        more_reliefs=len(told.reliefs[:-MOST_RELIEFS]),
        clocks=Clock,
    )


def _service(desk: Desk, code: str, viewer: Viewer) -> str:
    return desk.catalogue[code].title.text(viewer.language) if code in desk.catalogue else code


def _texts(duties: DutyFigures, viewer: Viewer) -> list[str]:
    row = CityFigures("", duties.told)
    return list(figure_cells(row, duties.definitions, viewer.language).values())
