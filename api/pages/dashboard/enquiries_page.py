"""``/dashboard/enquiries``: calls, questions, hard problems and ratings in a period, by city."""

from typing import Final

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.dependencies import Reading
from api.language import Language
from api.pages.dashboard.chosen_period import ChosenPeriod
from api.pages.kit import formats
from api.pages.kit.answer import render
from api.pages.kit.csv_answer import csv_answer
from api.pages.kit.csv_cells import csv_of
from api.pages.kit.figures_by_city import (
    CityFigures,
    city_table,
    figure_cells,
    of_cities,
)
from api.pages.kit.page_route import PageRoute
from api.pages.kit.period import Period
from api.pages.kit.viewer import TheViewer
from api.permissions import public
from domain.event_store.transaction import Connection
from domain.titles import Title
from projections.engine.snapshot import snapshot
from projections.engine.standing import standing
from projections.enquiries.queries import enquiry_lines
from projections.throughput.definitions.all_definitions import OF_ENQUIRIES

_PATH: Final = "/dashboard/enquiries"
_TABLES: Final[tuple[tuple[Title, tuple[str, ...]], ...]] = (
    (
        Title("电话有人接、咨询有人答", "Calls and answers"),
        (
            "call_answer_rate",
            "avg_wait",
            "enquiries_received",
            "assigned_handler_rate",
            "enquiries_answered",
            "answered_in_time_rate",
            "first_answer_rate",
        ),
    ),
    (
        Title("疑难有人解、群众评价", "Problems and ratings"),
        (
            "transfer_rate",
            "shirking_alarms",
            "hard_problem_closed",
            "satisfaction",
            "rating_rate",
            "bad_review_callback",
        ),
    ),
)

router = APIRouter(route_class=PageRoute, dependencies=[Depends(public())])


@router.get(_PATH)
async def answered(
    reading: Reading,
    viewer: TheViewer,
    chosen: ChosenPeriod,
) -> Response:
    """Cities that had neither calls nor questions are left out."""
    language = viewer.language
    async with snapshot(reading):
        *cities, province = await _cities(reading, chosen, language)
        stands = await standing(reading, "enquiries")
    return render(
        viewer,
        "dashboard/enquiries.html",
        period=chosen,
        stands=stands,
        told=[
            city_table(
                title,
                {code: OF_ENQUIRIES[code] for code in codes},
                (row for row in cities if any(row.told.values())),
                province,
                language,
            )
            for title, codes in _TABLES
        ],
        tiles=figure_cells(province, OF_ENQUIRIES, language),
        definitions=[
            (formats.capital(each.title.text(language)), each.counts.text(language))
            for each in OF_ENQUIRIES.values()
        ],
        asked=f"?period=custom&from={chosen.first}&to={chosen.last}",
    )


@router.get(f"{_PATH}.csv")
async def as_file(
    reading: Reading,
    chosen: ChosenPeriod,
) -> Response:
    """The same for a spreadsheet, every city, the wait in seconds."""
    async with snapshot(reading):
        zh = await _cities(reading, chosen, "zh")
        en = await _cities(reading, chosen, "en")
    named = (f"{each.title.zh} {each.title.en}" for each in OF_ENQUIRIES.values())
    rows: list[list[str | int | float | None]] = [["市", "City", *named]]
    for ours, theirs in zip(zh, en, strict=True):
        rows.append([ours.title, theirs.title, *ours.told.values()])
    return csv_answer(csv_of(rows), f"enquiries_{chosen.first}_{chosen.last}")


async def _cities(reading: Connection, chosen: Period, language: Language) -> list[CityFigures]:
    lines = await enquiry_lines(reading, chosen.first, chosen.last)
    return of_cities(lines, OF_ENQUIRIES, language)
