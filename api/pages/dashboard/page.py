"""``/dashboard``: what came in, what was done and what is late, by city and by service."""

from collections.abc import Sequence
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api.dependencies import Reading, TheDesk
from api.desk import Desk
from api.pages.dashboard import (
    alarms_page,
    cases_page,
    csv_page,
    enquiries_page,
    fines_page,
    office_page,
    parcels_page,
    treasury_page,
)
from api.pages.dashboard.all_charts import all_charts
from api.pages.dashboard.asking import DashboardQuestion, answers
from api.pages.dashboard.compared import COLUMNS as COMPARED
from api.pages.dashboard.compared import change_text
from api.pages.dashboard.concerns import Concern
from api.pages.dashboard.duties import duties
from api.pages.dashboard.listing import listing
from api.pages.dashboard.office_rows import COLUMNS, rows_of
from api.pages.dashboard.office_rows import total as total_of
from api.pages.dashboard.order import order
from api.pages.dashboard.present_charts import age_text
from api.pages.dashboard.reopening import reopening
from api.pages.dashboard.sight import EVERYWHERE, LeaderSight, offices_at, sight_of
from api.pages.dashboard.tables import detailed, tables
from api.pages.dashboard.wall.page import wall
from api.pages.kit.answer import render
from api.pages.kit.officer import WhoLooks
from api.pages.kit.page import NavigationLink, Page, Side
from api.pages.kit.page_route import PageRoute
from api.pages.kit.period import SINCE, period
from api.pages.kit.places import office_text
from api.pages.kit.tile_name import tile_name
from api.pages.kit.viewer import TheViewer, Viewer
from api.permissions import public
from api.resource import READERS
from api.views.standing_alarms import Held
from domain.alarms.figure import AlarmFigure
from domain.calendar import OFFICE_ZONE
from domain.event_store.transaction import Connection
from domain.offices.tree import PROVINCE, REGIONS
from domain.titles import Title
from projections.alarms.queries import alarms_held
from projections.alarms.row import AlarmRow
from projections.caseload.listed import by_office
from projections.engine.proofs import last_proof
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.improvements.queries import improvement_lines
from projections.throughput.ages import AGES
from projections.throughput.definitions.all_definitions import (
    OF_A_PERIOD,
    OF_IMPROVEMENTS,
    OF_THE_PRESENT,
)
from projections.throughput.due_days import LATE

REFRESH_S: Final = 5

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])
router.include_router(fines_page.router)
router.include_router(enquiries_page.router)
router.include_router(parcels_page.router)
router.include_router(csv_page.router)
router.include_router(office_page.router)
_all = APIRouter()
_all.include_router(alarms_page.router)
_all.include_router(cases_page.router)
_all.include_router(treasury_page.router)
_all.include_router(router)

PAGE: Final = Page(
    router=_all,
    form_paths=frozenset({alarms_page.PATH}),
    link=NavigationLink("/dashboard", Title("办理情况", "Dashboard"), Side.BOTH),
    card="dashboard/card.html",
)


@router.get("/dashboard")
async def dashboard(
    desk: TheDesk,
    reading: Reading,
    viewer: TheViewer,
    who: WhoLooks,
    name: Annotated[str | None, Query(alias="period")] = None,
    first: Annotated[str | None, Query(alias="from")] = None,
    last: Annotated[str | None, Query(alias="to")] = None,
    region: str | None = None,
    service: str | None = None,
    sort: str | None = None,
    detail: str | None = None,
    paused: str | None = None,
) -> Response:
    """Shows the figures. ``region`` narrows the services, ``service`` the cities.

    Who leads the office of a city sees that city first. ``detail`` shows both at once.
    """
    refresh = None if paused == "1" else REFRESH_S
    if viewer.wall:
        return await wall(desk, reading, viewer, refresh)
    sight = sight_of(who)
    cases = listing(sight)
    chosen = period(name, first, last, desk.today)
    asked = DashboardQuestion(
        chosen,
        desk.today,
        _region(region, sight),
        service if service in desk.catalogue else None,
        detail == "1",
    )
    async with snapshot(reading):
        found = await answers(reading, asked)
        offices = await _offices(reading, desk, asked, viewer)
        stands = await standing(reading, "throughput")
        proof = await last_proof(reading)
        improvements = await improvement_lines(reading)
        held = await alarms_held(reading, desk.today)
        asked_of_offices = await duties(reading, chosen, desk.clock(), viewer.language)
    shown = tables(found, asked, order(sort), desk.catalogue, viewer)
    return render(
        viewer,
        "dashboard/dashboard.html",
        **shown,
        **offices,
        stands=stands,
        proof=proof,
        period=chosen,
        since=SINCE,
        today=desk.today,
        refresh=refresh,
        tiles=[
            (each, tile_name(each.code, viewer.language), REGIONS[each.code])
            for each in shown["in_hand"]
        ],
        ages={age: age_text(age, viewer.language) for age in AGES},
        drawn=all_charts(found.charted, viewer.language),
        compared=found.compared,
        compared_columns=COMPARED,
        changed=lambda line: change_text(line, viewer.language),
        asked=_query(asked),
        reopening=reopening(found.windows, found.since, found.green, viewer, desk.catalogue),
        improvements=[
            (line.key["region"], {code: each.of(line) for code, each in OF_IMPROVEMENTS.items()})
            for line in improvements
        ],
        improvement_heads=OF_IMPROVEMENTS,
        duties=asked_of_offices,
        regions=REGIONS,
        region=asked.region,
        service=asked.service,
        everywhere=EVERYWHERE if sight.own else None,
        order=order(sort),
        cases=cases,
        leads=bool(sight.offices),
        is_reader=who is not None and who.actor.role in READERS,
        heard=_heard(asked, shown["watched"], held),
        office_name=lambda code: office_text(code, viewer.language),
        hour=lambda at: f"{at.astimezone(OFFICE_ZONE):%H:%M}",
        leads_to_office=lambda code: f"/dashboard/offices/{code}",
        listing_of_office=lambda what, code: cases(
            what,
            region=None if code else asked.region,
            office=code or None,
            service=asked.service,
        ),
        detail=detailed(found, shown["titles"]) if asked.detail else None,
        meanings={
            "on_time": OF_A_PERIOD["on_time_rate"].counts,
            "late": OF_THE_PRESENT["backlog_overdue"].counts,
        },
    )


def _region(region: str | None, sight: LeaderSight) -> str | None:
    """The city that was chosen. Who leads one begins there."""
    if region is None:
        region = sight.own
    return region if region in REGIONS else None


def _heard(
    asked: DashboardQuestion, watched: Sequence[tuple[Concern, int]], held: Held
) -> AlarmRow | None:
    """Whoever has taken on what is overdue here, if the figure is that of the alarm."""
    row = held.get((asked.region or PROVINCE, AlarmFigure.OVERDUE))
    late = next(count for concern, count in watched if concern.code == LATE)
    return row if row and not asked.service and row.hears(late, asked.today) else None


async def _offices(
    reading: Connection, desk: Desk, asked: DashboardQuestion, viewer: Viewer
) -> dict[str, Any]:
    """The offices of the city that was chosen, with what each has in hand."""
    if asked.region is None:
        return {"offices": None, "all_offices": None, "office_columns": COLUMNS}
    places = sorted(offices_at(asked.region))
    counts = await by_office(reading, places, desk.today, office_page.near_until(desk.today))
    ours = [each for each in counts if asked.service in {None, each.service}]
    working = {each.office for each in counts}
    titles = {code: office_text(code, viewer.language) for code in places if code in working}
    found = rows_of(ours, titles, by_service=False)
    return {
        "offices": found,
        "all_offices": total_of(found, viewer.say("合计", "Total")),
        "office_columns": COLUMNS,
    }


def _query(asked: DashboardQuestion) -> str:
    """What chooses the figures, for the addresses of the files."""
    days = {"from": asked.period.first, "to": asked.period.last}
    kept = {"period": asked.period.name, **(days if asked.period.name == "custom" else {})}
    places = {"region": asked.region, "service": asked.service}
    return f"?{urlencode(kept | {name: code for name, code in places.items() if code})}"
