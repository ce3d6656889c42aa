"""``/dashboard``: what came in, what was done and what is late, by city and by service."""

from collections.abc import Sequence
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api.dependencies import Reading, TheDesk
from api.pages.dashboard.figure_rows import Row, row, rows
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
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.throughput import measures
from projections.throughput.lines import Line, summed
from projections.throughput.queries import DayRange, periods

REFRESH_S: Final = 5
_CHOSEN, _SINCE, _TODAY = "chosen", "since", "today"

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
    async with snapshot(reading):
        found = await periods(
            reading,
            {
                _CHOSEN: DayRange(chosen.first, chosen.last),
                _SINCE: DayRange(since.first, since.last),
                _TODAY: DayRange(today, today),
            },
            late_on=today,
        )
        stands = await standing(reading, "throughput")
    lines, so_far = found[_CHOSEN], found[_SINCE]
    cities = {code: place_text(code, viewer.language) for code in REGIONS}
    services = {code: s.title.text(viewer.language) for code, s in desk.catalogue.items()}
    of_service = [line for line in lines if service in {None, line.key["service"]}]
    of_region = [line for line in lines if region in {None, line.key["region"]}]
    by_city = rows(cities, summed(of_service, ["region"]))
    return render(
        viewer,
        "dashboard/dashboard.html",
        stands=stands,
        period=chosen,
        since=SINCE,
        today=today,
        refresh=None if paused == "1" else REFRESH_S,
        overview=[
            row("today", viewer.say("今日", "Today"), _total(found[_TODAY])),
            row("since", viewer.say("2月3日以来", "Since 3 February"), _total(so_far)),
        ],
        online=sum(_accepted_online(line) for line in so_far if line.key["region"] == ZHENGZHOU),
        green=sum(_granted(line) for line in so_far),
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
    return sum(line.counts.get(f"{measures.ACCEPTED}:{channel}", 0) for channel in ONLINE)


def _granted(line: Line) -> int:
    """To how many cases the green channel was granted."""
    return sum(
        count for name, count in line.counts.items() if name.partition(":")[0] == measures.GREEN
    )


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
