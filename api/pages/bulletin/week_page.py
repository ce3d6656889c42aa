"""``/report``: what the cities did in a week, for the headquarters, on one sheet of paper."""

from typing import Any, Final

from fastapi import APIRouter, Depends
from starlette.responses import RedirectResponse, Response

from api.dependencies import Reading, TheDesk
from api.pages.bulletin.asked import beginning
from api.pages.bulletin.figures import TITLES, DayCounts
from api.pages.bulletin.week import DUTIES, asked_week, week_address, weekly_report
from api.pages.kit.answer import render
from api.pages.kit.csv_answer import csv_answer
from api.pages.kit.csv_cells import csv_of
from api.pages.kit.figures_by_city import CityFigures, figure_cells
from api.pages.kit.page_route import PageRoute
from api.pages.kit.places import place_text
from api.pages.kit.viewer import TheViewer
from api.permissions import public
from domain.offices.tree import HEADQUARTERS, OFFICES
from domain.titles import Title

PATH: Final = "/report"
_MORE: Final = (
    Title("周末在办", "in hand at the end"),
    Title("逾期决定", "late decisions"),
    Title("按期办结率", "decided in time"),
)

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])


@router.get(PATH)
async def newest(desk: TheDesk) -> Response:
    """Leads to the report of this week."""
    return RedirectResponse(f"{PATH}/{week_address(desk.today)}", 303)


@router.get(f"{PATH}/{{week}}.csv")
async def as_file(desk: TheDesk, reading: Reading, week: str) -> Response:
    """The same for a spreadsheet: every city, and the province last."""
    first = await beginning(reading, desk)
    told = await weekly_report(reading, desk, asked_week(week, first, desk.today), first)
    titles = [*TITLES.values(), *_MORE, *(each.title for each in DUTIES.values())]
    rows: list[list[str | int | float | None]] = [
        ["市", "City", *(f"{each.zh} {each.en}" for each in titles)]
    ]
    for each in told.cities:
        names = (place_text(each.region, language) for language in ("zh", "en"))
        rows.append([*names, *_counts(each.counts), *each.duties.values()])
    rows.append(["全省", "Henan", *_counts(told.whole), *told.duties.values()])
    return csv_answer(csv_of(rows), f"report_{week}")


@router.get(f"{PATH}/{{week}}")
async def report(desk: TheDesk, reading: Reading, viewer: TheViewer, week: str) -> Response:
    """Shows the report of a week, from Monday to Sunday."""
    first = await beginning(reading, desk)
    told = await weekly_report(reading, desk, asked_week(week, first, desk.today), first)

    def cells(title: str, duties: Any) -> list[str]:
        return list(figure_cells(CityFigures(title, duties), DUTIES, viewer.language).values())

    return render(
        viewer,
        "bulletin/week.html",
        told=told,
        week=week,
        issuer=OFFICES[HEADQUARTERS].title,
        titles=TITLES,
        halves=(list(TITLES)[:6], list(TITLES)[6:]),
        duties=DUTIES,
        cities=[(place_text(each.region, viewer.language), each) for each in told.cities],
        cells=cells,
        address=week_address,
    )


def _counts(counted: DayCounts) -> list[str | int | float | None]:
    return [*counted.counts.values(), counted.in_hand, counted.late, counted.on_time]
