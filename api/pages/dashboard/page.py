"""``/dashboard``: what came in, what was done and what is late, by city and by service."""

from collections.abc import Sequence
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api.dependencies import Reading, TheDesk
from api.pages.dashboard.figure_rows import Row, row, rows, summed
from api.pages.dashboard.tile_name import tile_name
from api.pages.kit.page import NavigationLink, Page
from api.pages.kit.page_route import PageRoute
from api.pages.kit.period import SINCE, Period, period
from api.pages.kit.places import place_text
from api.pages.kit.rendering import render
from api.pages.kit.viewer import TheViewer
from api.permissions import public
from domain.offices.tree import REGIONS, ZHENGZHOU
from domain.services.choices import ONLINE
from domain.titles import Title
from projections.engine.standing import standing
from projections.throughput.queries import Line, throughput

REFRESH_S: Final = 5
_BY: Final = ("region", "service", "channel", "green")

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])

PAGE: Final = Page(
    router=router,
    link=NavigationLink("/dashboard", Title("办理情况", "Dashboard")),
    card="dashboard/card.html",
)


@router.get("/dashboard")
async def dashboard(
    desk: TheDesk,
    reading: Reading,
    viewer: TheViewer,
    name: Annotated[str | None, Query(alias="period")] = None,
    first: Annotated[str | None, Query(alias="from")] = None,
    last: Annotated[str | None, Query(alias="to")] = None,
    region: str | None = None,
    service: str | None = None,
    detail: str | None = None,
    paused: str | None = None,
) -> Response:
    """Shows the figures. ``region`` narrows the services, ``service`` the cities.

    ``detail`` shows both at once.
    """
    today = desk.today
    chosen = period(name, first, last, today)
    since = Period("since", min(SINCE, today), today)
    region = region if region in REGIONS else None
    service = service if service in desk.catalogue else None
    stands = await standing(reading, "throughput")
    by_period = {
        days: await throughput(reading, *days, _BY, late_on=today)
        for days in {(chosen.first, chosen.last), (since.first, since.last), (today, today)}
    }
    lines = by_period[chosen.first, chosen.last]
    cities = {code: place_text(code, viewer.language) for code in REGIONS}
    services = {code: s.title.text(viewer.language) for code, s in desk.catalogue.items()}
    of_service = [line for line in lines if service in {None, line.key["service"]}]
    of_region = [line for line in lines if region in {None, line.key["region"]}]
    by_city = rows(cities, summed(of_service, ["region"]))
    everything = by_period[since.first, since.last]
    return render(
        viewer,
        "dashboard/dashboard.html",
        stands=stands,
        period=chosen,
        since=SINCE,
        today=today,
        refresh=None if paused == "1" else REFRESH_S,
        overview=[
            row("today", viewer.say("今日", "Today"), _total(by_period[today, today])),
            row("since", viewer.say("2月3日以来", "Since 3 February"), _total(everything)),
        ],
        online=sum(
            _accepted_online(line) for line in everything if line.key["region"] == ZHENGZHOU
        ),
        green=sum(line.counts.get("submitted", 0) for line in everything if line.key["green"]),
        tiles=[
            (each, tile_name(each.code, viewer.language), REGIONS[each.code]) for each in by_city
        ],
        cities=by_city,
        all_cities=row("", viewer.say("全省", "Henan"), _total(of_service)),
        services=rows(services, summed(of_region, ["service"])),
        all_services=row("", viewer.say("合计", "Total"), _total(of_region)),
        region=region,
        service=service,
        titles={**cities, **services},
        detail=_detail(lines, cities, services) if detail == "1" else None,
    )


def _total(lines: Sequence[Line]) -> Line | None:
    return summed(lines, []).get(())


def _accepted_online(line: Line) -> int:
    return line.counts.get("accepted", 0) if line.key["channel"] in ONLINE else 0


def _detail(
    lines: Sequence[Line], cities: dict[str, str], services: dict[str, str]
) -> list[tuple[str, list[Row]]]:
    """Every city, with those of its services in which anything happened."""
    sums = summed(lines, ["region", "service"])
    found = [
        (city, [row(s, services[s], sums[code, s]) for s in services if (code, s) in sums])
        for code, city in cities.items()
    ]
    return [(city, of_city) for city, of_city in found if of_city]
