"""``/dashboard``: what came in, what was done and what is late, by city and by service."""

from collections.abc import Sequence
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from api.dependencies import Reading, TheDesk
from api.pages.dashboard.figure_rows import Row, columns, row, rows
from api.pages.dashboard.stock_rows import busiest, stock_row, stock_rows
from api.pages.dashboard.tile_name import tile_name
from api.pages.kit.answer import render
from api.pages.kit.page import NavigationLink, Page
from api.pages.kit.page_route import PageRoute
from api.pages.kit.period import SINCE, Period, period
from api.pages.kit.places import place_text
from api.pages.kit.viewer import TheViewer, Viewer
from api.permissions import public
from domain.offices.tree import REGIONS, ZHENGZHOU
from domain.titles import Title
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.throughput import measures
from projections.throughput.account import ACCOUNT
from projections.throughput.ages import AGES
from projections.throughput.definitions.all_definitions import OF_A_PERIOD, OF_THE_PRESENT
from projections.throughput.definitions.channels import ONLINE_TOTAL
from projections.throughput.lines import Line, summed
from projections.throughput.spans import DayRange
from projections.throughput.view import PRESENT, view

REFRESH_S: Final = 5
_CHOSEN, _SINCE, _TODAY = "chosen", "since", "today"
_ON_A_WALL: Final = 10
"""So many lines of services fit on a wall screen beside the rest."""

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
        found = await view(
            reading,
            {_CHOSEN: DayRange(chosen.first, chosen.last)},
            today,
            by_region={
                _SINCE: DayRange(since.first, since.last),
                _TODAY: DayRange(today, today),
            },
            of=ACCOUNT,
        )
        stands = await standing(reading, "throughput")
    lines, so_far = found[_CHOSEN], found[_SINCE]
    cities = {code: place_text(code, viewer.language) for code in REGIONS}
    services = {code: s.title.text(viewer.language) for code, s in desk.catalogue.items()}
    of_service, of_region = _narrowed(lines, service=service), _narrowed(lines, region=region)
    by_city = rows(cities, summed(of_service, ["region"]), of_one_service=service is not None)
    by_service = rows(services, summed(of_region, ["service"]), of_one_service=True)
    overview = [
        row("today", viewer.say("今日", "Today"), _total(found[_TODAY])),
        row("since", viewer.say("2月3日以来", "Since 3 February"), _total(so_far)),
    ]
    all_cities = row(
        "",
        viewer.say("全省", "Henan"),
        _total(of_service),
        of_one_service=service is not None,
    )
    all_services = row("", viewer.say("合计", "Total"), _total(of_region))
    here, of_this = found[PRESENT], _narrowed(found[PRESENT], region=region)
    in_hand = stock_rows(cities, summed(_narrowed(here, service=service), ["region"]))
    stock = stock_rows(services, summed(of_this, ["service"]))
    others = viewer.say("其他业务", "Other services")
    return render(
        viewer,
        "dashboard/dashboard.html",
        stands=stands,
        period=chosen,
        since=SINCE,
        today=today,
        refresh=None if paused == "1" else REFRESH_S,
        overview=overview,
        overview_columns=columns(overview),
        online=sum(ONLINE_TOTAL.of(line) for line in so_far if line.key["region"] == ZHENGZHOU),
        green=sum(sum(line.by_kind(measures.GREEN).values()) for line in so_far),
        tiles=[
            (each, tile_name(each.code, viewer.language), REGIONS[each.code]) for each in in_hand
        ],
        ages=[_age(age, viewer) for age in AGES],
        stock=busiest(stock, _ON_A_WALL, others) if viewer.wall else stock,
        all_stock=stock_row("", viewer.say("合计", "Total"), _total(of_this)),
        cities=by_city,
        all_cities=all_cities,
        city_columns=columns([*by_city, all_cities]),
        services=by_service,
        all_services=all_services,
        service_columns=columns([*by_service, all_services]),
        region=region,
        service=service,
        titles={**cities, **services},
        detail=_detail(lines, cities, services) if detail == "1" else None,
        meanings={
            "on_time": OF_A_PERIOD["on_time_rate"].counts,
            "late": OF_THE_PRESENT["backlog_overdue"].counts,
        },
    )


def _narrowed(lines: Sequence[Line], **chosen: str | None) -> list[Line]:
    """The lines of the region or of the service that was chosen, if one was."""
    return [
        line for line in lines if all(code in {None, line.key[by]} for by, code in chosen.items())
    ]


def _age(age: str, viewer: Viewer) -> str:
    """The span of working days, as the head of a column."""
    span = age.replace("-", "–")
    if age.endswith("+"):
        longest = int(age[:-1]) - 1
        return viewer.say(f"{longest}日以上", f"Over {longest} days")
    return viewer.say(f"{span}日", f"{span} days")


def _total(lines: Sequence[Line]) -> Line | None:
    return summed(lines, []).get(())


def _detail(
    lines: Sequence[Line], cities: dict[str, str], services: dict[str, str]
) -> list[tuple[str, list[Row]]]:
    """Every city, with those of its services in which anything happened."""
    sums = summed(lines, ["region", "service"])
    found = [
        (
            city,
            [
                row(s, services[s], sums[code, s], of_one_service=True)
                for s in services
                if (code, s) in sums
            ],
        )
        for code, city in cities.items()
    ]
    return [(city, of_city) for city, of_city in found if of_city]
